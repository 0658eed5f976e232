package io.caucus.features.graph;

import io.caucus.features.graph.NearestNeighbours.Neighbour;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How often those who resemble a vertex came out well, held close to how often anybody does.
 *
 * <p><b>Definition.</b> (good + prior · base rate) ÷ (known + prior), over the neighbours whose outcome is known: the mean of a Beta
 * distribution worth {@code prior} outcomes that is centred on the base rate. Without a known neighbour it is the base rate.
 *
 * <p><b>Source.</b> Empirical Bayes shrinkage: B. Efron, C. Morris, "Data analysis using Stein's estimator", JASA 70 (1975).
 *
 * <p><b>Cost.</b> O(k). <b>Determinism.</b> Counts.
 *
 * @param baseRate how often anybody comes out well, in [0, 1]
 * @param prior how many outcomes the base rate is worth; 20 and more beside 20 neighbours holds strongly
 */
public record SimilarRate(double baseRate, double prior) {

    public SimilarRate {
        if (!(baseRate >= 0 && baseRate <= 1)) {
            throw new IllegalArgumentException("base rate is %s, must lie in [0, 1]".formatted(baseRate));
        }
        if (!(prior > 0 && prior < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("prior is %s, must be positive and finite".formatted(prior));
        }
    }

    /**
     * @param isKnown whose outcome is known
     * @param isGood of those, whose is good
     */
    public double of(List<Neighbour> neighbours, IntPredicate isKnown, IntPredicate isGood) {
        double known = 0;
        double good = 0;
        for (Neighbour neighbour : neighbours) {
            if (isKnown.test(neighbour.vertex())) {
                known++;
                good += isGood.test(neighbour.vertex()) ? 1 : 0;
            }
        }
        return (good + prior * baseRate) / (known + prior);
    }
}
