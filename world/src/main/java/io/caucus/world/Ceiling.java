package io.caucus.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How well the best possible forecaster does who knows all that is planted, but not the noise: the area under the ROC curve of the true
 * probabilities. Pairs of equal probability count one half.
 *
 * @param deals how many were judged
 * @param expectedAuc what is to be expected from the probabilities alone: of all pairs, weighted by how likely the first is
 *     won and the second lost, the share in which the first is the more likely one
 * @param realisedAuc what became of these deals
 */
public record Ceiling(int deals, double expectedAuc, double realisedAuc) {

    /** A deal with its true probability, and what became of it. */
    public record Forecast(double probability, boolean won) {}

    private record Weighted(double probability, double positive, double negative) {}

    /** Empty if not both a won and a lost deal are among them, since then there is no pair to be ranked. */
    public static Optional<Ceiling> of(List<Forecast> forecasts) {
        var realised = auc(forecasts.stream()
                .map(one -> new Weighted(one.probability(), one.won() ? 1 : 0, one.won() ? 0 : 1))
                .toList());
        var expected = auc(forecasts.stream()
                .map(one -> new Weighted(one.probability(), one.probability(), 1 - one.probability()))
                .toList());
        return Double.isNaN(realised)
                ? Optional.empty()
                : Optional.of(new Ceiling(forecasts.size(), expected, realised));
    }

    /** NaN without a pair. Nobody is a pair with themselves. */
    private static double auc(List<Weighted> deals) {
        var ascending = new TreeMap<Double, List<Weighted>>();
        deals.forEach(deal -> ascending
                .computeIfAbsent(deal.probability(), first -> new ArrayList<>())
                .add(deal));
        double concordant = 0;
        double positives = 0;
        double negatives = 0;
        double selves = 0;
        for (List<Weighted> equals : ascending.values()) {
            double positive = sum(equals, Weighted::positive);
            double negative = sum(equals, Weighted::negative);
            double self = sum(equals, deal -> deal.positive() * deal.negative());
            concordant += positive * negatives + (positive * negative - self) / 2;
            positives += positive;
            negatives += negative;
            selves += self;
        }
        double pairs = positives * negatives - selves;
        return pairs > 0 ? concordant / pairs : Double.NaN;
    }

    private static double sum(List<Weighted> deals, ToDoubleFunction<Weighted> weight) {
        double sum = 0;
        for (Weighted deal : deals) {
            sum += weight.applyAsDouble(deal);
        }
        return sum;
    }
}
