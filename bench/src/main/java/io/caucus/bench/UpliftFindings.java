package io.caucus.bench;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.learn.Ablation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the graph of all accounts adds to a model, beside what the planted ties are worth: to somebody who knows all else that was planted.
 *
 * <p>Both are told against what was planted, as well: what is to be expected of the rows' chances, without the luck of their outcomes.
 */
final class UpliftFindings {

    private static final int DRAWS = 1000;
    private static final int HALVINGS = 60;
    private static final double FAR = 20;
    private static final double SUREST = 1e-15;

    private final Uplift network;
    private final Uplift expected;
    private final Uplift planted;

    /** What is gained by something: more average precision, less log loss; 95 % intervals over groups. */
    record Uplift(Interval averagePrecision, Interval logLoss) {

        /** Against what happened, as the report tells it. */
        static Uplift of(Ablation ablation, String family) {
            return ablation.parts().stream()
                    .filter(part -> part.family().equals(family))
                    .map(part -> new Uplift(part.averagePrecision(), part.logLoss()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the report has no family '%s' among %s: %s"
                            .formatted(family, ablation.parts(), ablation.notDone())));
        }

        /**
         * To be expected: each row counts as a success as often as its chance says, and as a failure for the rest.
         *
         * @param more told by who knows more
         * @param less told of the same rows by who knows less
         */
        static Uplift expected(List<ToldRow> rows, double[] more, double[] less, long seed) {
            double[] chance = rows.stream().mapToDouble(ToldRow::planted).toArray();
            var bootstrap = new GroupBootstrap(ToldRow.groups(rows), DRAWS, seed);
            var better = ranking(more);
            var worse = ranking(less);
            return new Uplift(
                    bootstrap.of(weight -> better.averagePrecision(parted(weight, chance))
                            - worse.averagePrecision(parted(weight, chance))),
                    bootstrap.of(weight -> logLoss(weight, chance, less) - logLoss(weight, chance, more)));
        }

        /** Every row as a success, and then every row as a failure. */
        private static Ranking ranking(double[] told) {
            double[] twice = Arrays.copyOf(told, 2 * told.length);
            System.arraycopy(told, 0, twice, told.length, told.length);
            var success = new boolean[twice.length];
            Arrays.fill(success, 0, told.length, true);
            return new Ranking(twice, success);
        }

        private static double[] parted(double[] weight, double[] chance) {
            double[] parted = new double[2 * weight.length];
            for (int row = 0; row < weight.length; row++) {
                parted[row] = weight[row] * chance[row];
                parted[weight.length + row] = weight[row] * (1 - chance[row]);
            }
            return parted;
        }

        private static double logLoss(double[] weight, double[] chance, double[] told) {
            double sum = 0;
            double all = 0;
            for (int row = 0; row < weight.length; row++) {
                double given = Math.clamp(told[row], SUREST, 1 - SUREST);
                sum -= weight[row]
                        * (chance[row] * StrictMath.log(given) + (1 - chance[row]) * StrictMath.log(1 - given));
                all += weight[row];
            }
            return sum / all;
        }

        private String words() {
            return "average precision %s, log loss saved %s".formatted(words(averagePrecision), words(logLoss));
        }

        private static String words(Interval interval) {
            return "%+.4f [%+.4f, %+.4f]".formatted(interval.value(), interval.low(), interval.high());
        }
    }

    /**
     * @param network what the family of columns adds, against what happened
     * @param expected the same, against what was planted
     * @param planted what ties add to all else that was planted
     */
    UpliftFindings(Uplift network, Uplift expected, Uplift planted) {
        this.network = network;
        this.expected = expected;
        this.planted = planted;
    }

    /** What ties are worth to somebody who knows all else, and without them is right on average. */
    static Uplift ofKnowingTies(List<ToldRow> rows, long seed) {
        return Uplift.expected(
                rows,
                rows.stream().mapToDouble(ToldRow::planted).toArray(),
                ofTheSameMean(rows, ToldRow::withoutTies, ToldRow::planted),
                seed);
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
                goal("average precision", network.averagePrecision(), planted.averagePrecision()),
                goal("log loss saved", network.logLoss(), planted.logLoss()));
    }

    /** An interval that holds 0 as well would have told nothing of ties. */
    private static Goal goal(String what, Interval recovered, Interval worth) {
        return new Goal(
                "graph uplift, %s".formatted(what),
                Uplift.words(recovered),
                "> 0, holds %+.4f".formatted(worth.value()),
                recovered.isAbove(0) && recovered.low() <= worth.value() && worth.value() <= recovered.high());
    }

    Map<String, Object> json() {
        return Map.of("network", network, "networkAgainstPlanted", expected, "tiesBesideAllElse", planted);
    }

    List<String> notes() {
        return List.of(
                "The network, against what was planted: %s.".formatted(expected.words()),
                "Planted ties, to somebody who knows all else: %s.".formatted(planted.words()));
    }
}
