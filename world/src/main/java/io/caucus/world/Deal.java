package io.caucus.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A deal as it goes, beyond the end of the world if it takes so long.
 *
 * @param course its stages, each entered when the timetable says
 * @param winProbability as somebody knows who knows all that is planted but the noise; 0 of a deal that a story holds in its stage
 * @param ties that weighed on it
 * @param steps what is likely once it has got so far; none of a deal that a story holds in its stage
 */
record Deal(
        Timetable timetable,
        List<Stage> course,
        double winProbability,
        SortedSet<Tie> ties,
        List<TrueDeal.Step> steps) {

    Deal {
        course = List.copyOf(course);
        steps = List.copyOf(steps);
        ties = Collections.unmodifiableSortedSet(new TreeSet<>(ties));
    }

    /** Goes as far as its story says and no further. */
    static Deal held(Timetable timetable, Stage last) {
        var course = new ArrayList<>(List.of(Stage.DISCOVERY));
        while (course.getLast() != last) {
            course.add(course.getLast().next());
        }
        return new Deal(timetable, course, 0, new TreeSet<>(), List.of());
    }

    static Deal decide(Timetable timetable, double maturity, SortedSet<Tie> ties, boolean hasDrifted, Dice dice) {
        double logOdds = Odds.logOdds(maturity, ties, hasDrifted);
        var course = new ArrayList<>(List.of(Stage.DISCOVERY));
        while (course.getLast().isOpen()) {
            course.add(after(course.getLast(), maturity, logOdds, dice));
        }
        double withoutTies = Odds.logOdds(maturity, List.of(), hasDrifted);
        return new Deal(
                timetable,
                course,
                Odds.ofAWholeDeal(maturity, logOdds),
                ties,
                IntStream.range(0, Stage.OPEN.size())
                        .mapToObj(stage -> new TrueDeal.Step(
                                timetable.entered().get(stage),
                                Odds.from(stage, maturity, logOdds),
                                Odds.from(stage, maturity, withoutTies)))
                        .toList());
    }

    private static Stage after(Stage stage, double maturity, double logOdds, Dice dice) {
        if (stage == Stage.NEGOTIATION) {
            return Odds.isWon(logOdds, dice) ? Stage.WON : Stage.LOST;
        }
        return dice.chance(Odds.lossInAStage(maturity)) ? Stage.LOST : stage.next();
    }

    boolean isWon() {
        return course.getLast() == Stage.WON;
    }

    /** When it enters its last stage: of a deal that is not held, when it is closed. */
    Instant closes() {
        return timetable.entered().get(course.size() - 1);
    }

    boolean isOpenAt(Instant instant) {
        return course.getLast().isOpen() || closes().isAfter(instant);
    }
}
