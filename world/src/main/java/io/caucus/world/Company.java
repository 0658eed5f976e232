package io.caucus.world;

import java.util.List;
import java.util.Optional;

/**
 * An account before anything is told of it: what others of its block may depend on.
 *
 * @param timetables of its deals, oldest first
 * @param dice for whatever comes later
 */
record Company(int number, Plan plan, Optional<EarlierDeal> earlier, List<Timetable> timetables, Dice dice) {

    static Company of(int number, WorldSettings settings) {
        var calendar = new Calendar(settings.end());
        var dice = Dice.forAccount(settings.seed(), number);
        var plan = Plan.of(number, dice);
        var earlier = EarlierDeal.draw(calendar, dice.split());
        var timetables = Timetable.draw(plan, calendar, dice.split());
        return new Company(number, plan, earlier.filter(deal -> isTied(number, plan)), timetables, dice);
    }

    /** Whether it has to do with others. Stories stand for themselves, and of an empty account nothing is known. */
    boolean isTied() {
        return isTied(number, plan);
    }

    private static boolean isTied(int number, Plan plan) {
        return !isStory(number) && plan.pattern() != Pattern.EMPTY;
    }

    boolean isStory() {
        return isStory(number);
    }

    private static boolean isStory(int number) {
        return number <= WorldSettings.STORY_ACCOUNTS;
    }

    boolean isCustomer() {
        return earlier.filter(EarlierDeal::won).isPresent();
    }
}
