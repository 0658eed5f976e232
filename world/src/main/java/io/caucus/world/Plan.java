package io.caucus.world;

import java.util.Optional;

/**
 * What is decided about an account before anybody does anything.
 *
 * @param people how many work there at some time
 * @param heldIn the stage in which the one open deal is held; drawn when absent
 */
record Plan(String name, Pattern pattern, Segment segment, double maturity, int people, Optional<Stage> heldIn) {

    /** Known to have gone for so long, where the story says so. */
    static final int STORY_CHAMPION_LEFT_DAYS_AGO = 45;

    /** Whoever is led by a champion, or has many who join, has enough people for it. */
    private static final int FEWEST_WHERE_MANY_JOIN = 7;

    private static final double MATURITY_SPREAD = 0.15;

    static Plan of(int number, Dice dice) {
        return switch (number) {
            case 1 -> story("Northwind Robotics", Pattern.CHAMPION_LED, 0.92, 14, Stage.NEGOTIATION);
            case 2 -> story("Harbor & Pine Logistics", Pattern.SINGLE_THREADED, 0.2, 9, Stage.PROPOSAL);
            case 3 -> story("Alder Analytics", Pattern.CHAMPION_LEFT, 0.45, 11, Stage.NEGOTIATION);
            case 4 -> story("Kestrel Foods", Pattern.REENGAGED, 0.5, 10, Stage.EVALUATION);
            case 5 -> story("Solstice Insurance", Pattern.SELLER_ONLY, 0.1, 8, Stage.PROPOSAL);
            case 6 -> new Plan("Tidewater Textiles", Pattern.EMPTY, Segment.MID_MARKET, 0, 0, Optional.empty());
            case 7 -> story("Meridian Hospital Group", Pattern.CHAMPION_LED, 0.8, 150, Stage.EVALUATION);
            case 8 -> story("Fjordlight Energy", Pattern.HEALTHY, 0.7, 12, Stage.DISCOVERY);
            default -> drawn(number, dice);
        };
    }

    private static Plan story(String name, Pattern pattern, double maturity, int people, Stage heldIn) {
        var segment = people > Segment.MID_MARKET.mostPeople() ? Segment.ENTERPRISE : Segment.MID_MARKET;
        return new Plan(name, pattern, segment, maturity, people, Optional.of(heldIn));
    }

    private static Plan drawn(int number, Dice dice) {
        var pattern = Pattern.draw(dice);
        var segment = Segment.draw(dice);
        double maturity = pattern.meanMaturity() + MATURITY_SPREAD * (2 * dice.fraction() - 1);
        int people = dice.between(segment.fewestPeople(), segment.mostPeople());
        if (pattern == Pattern.EMPTY) {
            return new Plan(Companies.name(number), pattern, segment, 0, 0, Optional.empty());
        }
        boolean manyJoin = pattern.hasChampion() || pattern == Pattern.HEALTHY;
        return new Plan(
                Companies.name(number),
                pattern,
                segment,
                Math.clamp(maturity, 0.02, 0.98),
                manyJoin ? Math.max(FEWEST_WHERE_MANY_JOIN, people) : people,
                Optional.empty());
    }
}
