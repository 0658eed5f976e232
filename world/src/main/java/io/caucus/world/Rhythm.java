package io.caucus.world;

/**
 * How much buyers do of their own accord, day by day: full pace from the first touch to the turn, another pace afterwards.
 *
 * @param actionsAWeek at full pace
 * @param firstTouch days before the end when it begins
 * @param turn days before the end when it slackens or stops; 0 if never
 * @param afterTurn actions a week from then on
 * @param back days before the end when it comes back; 0 if never
 * @param afterReturn actions a week from then on
 */
record Rhythm(double actionsAWeek, int firstTouch, int turn, double afterTurn, int back, double afterReturn) {

    private static final int LOOK_BACK = 30;

    static Rhythm of(Plan plan, boolean story, Dice dice) {
        double pace = plan.pattern().actionsAWeek();
        int first = story ? 200 : dice.between(100, 265);
        return switch (plan.pattern()) {
            case HEALTHY, SINGLE_THREADED, CHAMPION_LED -> new Rhythm(story ? 2 * pace : pace, first, 0, 0, 0, 0);
            case STALLED -> new Rhythm(pace, first, dice.between(35, 90), 0.2, 0, 0);
            case DORMANT -> {
                int turn = dice.between(60, 200);
                yield new Rhythm(pace, turn + dice.between(20, 65), turn, 0, 0, 0);
            }
            case REENGAGED -> {
                int back = dice.between(8, 20);
                int silence = dice.between(50, 80);
                yield new Rhythm(pace, Math.max(first, back + silence + 40), back + silence, 0, back, 4);
            }
            case GHOSTED -> new Rhythm(pace, first, dice.between(25, 60), 0, 0, 0);
            case CHAMPION_LEFT -> new Rhythm(pace, first, 0, 0, 0, 0);
            case SELLER_ONLY, EMPTY -> new Rhythm(0, 0, 0, 0, 0, 0);
        };
    }

    /** The same until a turn that lies so many days back. */
    Rhythm until(int daysAgo, double pace) {
        return new Rhythm(actionsAWeek, firstTouch, daysAgo, pace, 0, 0);
    }

    /** Whether the pace is less than half of what it was 30 days earlier. */
    boolean hasSlackened(int daysAgo) {
        return aWeek(daysAgo) < aWeek(daysAgo + LOOK_BACK) / 2;
    }

    double aWeek(int daysAgo) {
        if (daysAgo > firstTouch) {
            return 0;
        }
        if (daysAgo < back) {
            return afterReturn;
        }
        return daysAgo < turn ? afterTurn : actionsAWeek;
    }
}
