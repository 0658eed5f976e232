package io.caucus.features.algorithms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How long stays last when some of them are not over yet.
 *
 * <p><b>Definition.</b> S(d) = Π (1 − e_i / n_i) over the distinct lengths d_i ≤ d at which e_i stays ended, where n_i stays
 * were at least d_i long. A stay that is not over counts among the n_i up to its length so far and never ends. Past the
 * longest stay S keeps its last value.
 *
 * <p><b>Source.</b> E. L. Kaplan, P. Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958). A stay
 * that ended and one that goes on, of the same length: the end comes first, as there.
 *
 * <p><b>Cost.</b> O(n log n) once, O(log n) per question. <b>Determinism.</b> Factors are multiplied by rising length.
 */
public final class KaplanMeier {

    /** One stay, so far or in all. */
    public record Stay(double length, boolean ended) {}

    private final double[] lengths;
    private final double[] shares;

    /**
     * @param lengths distinct, rising
     * @param shares that last longer than each
     */
    private KaplanMeier(double[] lengths, double[] shares) {
        this.lengths = lengths;
        this.shares = shares;
    }

    public static KaplanMeier of(List<Stay> stays) {
        var sorted =
                stays.stream().sorted(Comparator.comparingDouble(Stay::length)).toList();
        double[] lengths = sorted.stream()
                .mapToDouble(stay -> stay.length() + 0.0)
                .distinct()
                .toArray();
        double[] shares = new double[lengths.length];
        double share = 1;
        int first = 0;
        for (int i = 0; i < lengths.length; i++) {
            int next = first;
            int ends = 0;
            while (next < sorted.size() && sorted.get(next).length() == lengths[i]) {
                ends += sorted.get(next).ended() ? 1 : 0;
                next++;
            }
            share *= 1 - (double) ends / (sorted.size() - first);
            shares[i] = share;
            first = next;
        }
        return new KaplanMeier(lengths, shares);
    }

    /** The estimated share of stays that last {@code length} or longer, so whose end is not before it. */
    public double shareLastingUntil(double length) {
        int found = Arrays.binarySearch(lengths, length);
        int shorter = found >= 0 ? found : -found - 1;
        return shorter == 0 ? 1 : shares[shorter - 1];
    }
}
