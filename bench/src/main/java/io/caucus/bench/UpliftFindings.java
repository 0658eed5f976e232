package io.caucus.bench;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.learn.Ablation;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the graph of all accounts adds to a model, beside what ties are worth: to the same way of learning when it is told what they add to
 * the log-odds, and to somebody who knows all that is planted.
 */
final class UpliftFindings {

    private static final int DRAWS = 1000;
    private static final int HALVINGS = 60;
    private static final double FAR = 20;

    private final Uplift network;
    private final Uplift told;
    private final Uplift known;

    /** What is gained by something: more average precision, less log loss; 95 % intervals over groups. */
    record Uplift(Interval averagePrecision, Interval logLoss) {

        static Uplift of(Ablation ablation, String family) {
            return ablation.parts().stream()
                    .filter(part -> part.family().equals(family))
                    .map(part -> new Uplift(part.averagePrecision(), part.logLoss()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the report has no family '%s' among %s: %s"
                            .formatted(family, ablation.parts(), ablation.notDone())));
        }

        /** Of knowing the ties, to somebody who knows all the rest. */
        static Uplift ofKnowing(List<ToldRow> rows, long seed) {
            boolean[] outcome = ToldRow.outcomes(rows);
            var bootstrap = new GroupBootstrap(ToldRow.groups(rows), DRAWS, seed);
            double[] with = rows.stream().mapToDouble(ToldRow::planted).toArray();
            double[] without = ofTheSameMean(rows, ToldRow::withoutTies, ToldRow::planted);
            var knowing = new Ranking(with, outcome);
            var ignoring = new Ranking(without, outcome);
            var knows = new Probabilities(with, outcome);
            var ignores = new Probabilities(without, outcome);
            return new Uplift(
                    bootstrap.of(weight -> knowing.averagePrecision(weight) - ignoring.averagePrecision(weight)),
                    bootstrap.of(weight -> ignores.logLoss(weight) - knows.logLoss(weight)));
        }

        String words() {
            return "AP %s, log loss %s".formatted(words(averagePrecision), words(logLoss));
        }

        private static String words(Interval interval) {
            return "%+.4f [%+.4f, %+.4f]".formatted(interval.value(), interval.low(), interval.high());
        }
    }

    /**
     * @param network what the family of columns adds
     * @param told what the planted log-odds of ties add as a column in its place
     * @param known what they add to all else that was planted
     */
    UpliftFindings(Uplift network, Uplift told, Uplift known) {
        this.network = network;
        this.told = told;
        this.known = known;
    }

    /** Chances moved by one and the same log-odds until their mean is that of others; 0 stays 0. */
    static double[] ofTheSameMean(List<ToldRow> rows, ToDoubleFunction<ToldRow> moved, ToDoubleFunction<ToldRow> like) {
        double wanted = rows.stream().mapToDouble(like).sum();
        double low = -FAR;
        double high = FAR;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double shift = (low + high) / 2;
            boolean isTooLow = rows.stream()
                            .mapToDouble(row -> shifted(moved.applyAsDouble(row), shift))
                            .sum()
                    < wanted;
            low = isTooLow ? shift : low;
            high = isTooLow ? high : shift;
        }
        double shift = (low + high) / 2;
        return rows.stream()
                .mapToDouble(row -> shifted(moved.applyAsDouble(row), shift))
                .toArray();
    }

    private static double shifted(double chance, double shift) {
        double odds = chance / (1 - chance) * StrictMath.exp(shift);
        return odds / (1 + odds);
    }

    List<Goal> goals() {
        return List.of(
                goal("average precision", network.averagePrecision(), told.averagePrecision()),
                goal("log loss saved", network.logLoss(), told.logLoss()));
    }

    /** An interval that holds 0 as well would have told nothing of ties. */
    private static Goal goal(String what, Interval recovered, Interval worth) {
        return new Goal(
                "graph uplift, %s (ties told outright: %s)".formatted(what, Uplift.words(worth)),
                Uplift.words(recovered),
                "above 0, holds %.4f".formatted(worth.value()),
                recovered.isAbove(0) && recovered.low() <= worth.value() && worth.value() <= recovered.high());
    }

    Map<String, Object> json() {
        return Map.of("network", network, "tiesTold", told, "tiesKnownBesideAllElse", known);
    }

    String note() {
        return "To somebody who knows all else that was planted, ties are worth %s.".formatted(known.words());
    }
}
