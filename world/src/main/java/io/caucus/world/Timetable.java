package io.caucus.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a deal enters each stage for as long as it goes on. It says nothing of what becomes of it.
 *
 * @param number among the deals of the account, from 1
 * @param entered when the n-th open stage begins; last, when the deal is decided
 */
record Timetable(int number, List<Instant> entered) {

    private static final int SLOWLY = 3;

    static List<Timetable> draw(Plan plan, Calendar calendar, Dice dice) {
        var timetables = new ArrayList<Timetable>();
        int count = count(plan, dice);
        for (int number = 1; number <= count; number++) {
            var created = calendar.daysAgo(age(plan, number == count, dice));
            timetables.add(new Timetable(number, entered(plan, created, dice)));
        }
        return List.copyOf(timetables);
    }

    private static int count(Plan plan, Dice dice) {
        if (plan.heldIn().isPresent()) {
            return 1;
        }
        return switch (plan.pattern()) {
            case EMPTY -> 0;
            case SELLER_ONLY -> dice.chance(0.6) ? 1 : 0;
            case HEALTHY, STALLED, DORMANT, SINGLE_THREADED, CHAMPION_LED, REENGAGED, CHAMPION_LEFT, GHOSTED ->
                dice.between(1, 2);
        };
    }

    private static double age(Plan plan, boolean newest, Dice dice) {
        if (plan.heldIn().isPresent()) {
            return dice.between(85, 110) + dice.fraction();
        }
        return newest ? dice.between(15, 150) + dice.fraction() : dice.between(180, 265) + dice.fraction();
    }

    private static List<Instant> entered(Plan plan, Instant created, Dice dice) {
        var entered = new ArrayList<Instant>();
        entered.add(created);
        for (Stage stage : Stage.OPEN) {
            entered.add(entered.getLast().plus(stay(plan, stage, dice)));
        }
        return List.copyOf(entered);
    }

    /** Deals of a story have three weeks for each stage, so that they get where they are held. */
    private static Duration stay(Plan plan, Stage stage, Dice dice) {
        double luck = StrictMath.exp(0.5 * dice.normal());
        if (plan.heldIn().isPresent()) {
            return Duration.ofHours(24L * dice.between(17, 25));
        }
        double days = stage.medianDays() * (1.6 - plan.maturity()) * luck * (isSlow(plan.pattern()) ? SLOWLY : 1);
        return Duration.ofMinutes(Math.round(days * 24 * 60));
    }

    private static boolean isSlow(Pattern pattern) {
        return pattern == Pattern.STALLED || pattern == Pattern.DORMANT || pattern == Pattern.GHOSTED;
    }

    Instant created() {
        return entered.getFirst();
    }

    Instant decided() {
        return entered.getLast();
    }
}
