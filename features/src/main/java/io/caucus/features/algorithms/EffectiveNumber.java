package io.caucus.features.algorithms;

import java.util.Arrays;

/**
 * How many equally common kinds would show the same variety.
 *
 * <p><b>Definition.</b> exp(−Σ p_i ln p_i) over the kinds that occur, p_i the share of kind i: the Hill number of order 1.
 * It is 1 when there is one kind and n when n kinds are equally common.
 *
 * <p><b>Source.</b> M. O. Hill, "Diversity and Evenness", Ecology 54 (1973).
 *
 * <p><b>Cost.</b> O(n). <b>Determinism.</b> Kinds are added in the order given.
 */
public final class EffectiveNumber {

    private EffectiveNumber() {}

    /** @param counts of each kind, at least one of them above 0 */
    public static double of(int... counts) {
        double total = Arrays.stream(counts).sum();
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                entropy -= count / total * Math.log(count / total);
            }
        }
        return Math.exp(entropy);
    }
}
