package io.caucus.features.algorithms;

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
 * <p><b>Cost.</b> O(n log n) to sort, O(n) per question. <b>Determinism.</b> Factors are multiplied by rising length.
 */
public final class KaplanMeier {

    /** One stay, so far or in all. */
    public record Stay(double length, boolean ended) {}

    private final double[] lengths;
    private final boolean[] ended;

    private KaplanMeier(double[] lengths, boolean[] ended) {
        this.lengths = lengths;
        this.ended = ended;
    }

    public static KaplanMeier of(List<Stay> stays) {
        var sorted =
                stays.stream().sorted(Comparator.comparingDouble(Stay::length)).toList();
        var lengths = new double[sorted.size()];
        var ended = new boolean[sorted.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = sorted.get(i).length();
            ended[i] = sorted.get(i).ended();
        }
        return new KaplanMeier(lengths, ended);
    }

    /** The estimated share of stays that last {@code length} or longer, so whose end is not before it. */
    public double shareLastingUntil(double length) {
        double share = 1;
        for (int first = 0; first < lengths.length && lengths[first] < length; ) {
            int next = endOfGroup(first);
            share *= 1 - (double) endsIn(first, next) / (lengths.length - first);
            first = next;
        }
        return share;
    }

    private int endOfGroup(int first) {
        int next = first + 1;
        while (next < lengths.length && lengths[next] == lengths[first]) {
            next++;
        }
        return next;
    }

    private int endsIn(int first, int next) {
        int ends = 0;
        for (int stay = first; stay < next; stay++) {
            ends += ended[stay] ? 1 : 0;
        }
        return ends;
    }
}
