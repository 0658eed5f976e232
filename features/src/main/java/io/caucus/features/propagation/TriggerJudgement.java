package io.caucus.features.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How well shares of credit say who triggered what.
 *
 * <p><b>Source.</b> Hits, the logarithmic score (I. Good, 1952) and the expected calibration error in five bins of equal width.
 */
public final class TriggerJudgement {

    private static final int BINS = 5;

    private final List<Judged> judged = new ArrayList<>();
    private double loss;
    private int hits;
    private int cases;
    private int covered;

    /** @param share that somebody was given, and whether it was they */
    private record Judged(double share, boolean right) {}

    /** One row of a calibration table: of shares between two bounds, their mean and how often it was they. */
    public record Bin(double from, double to, int count, double given, double found) {}

    /**
     * @param shares of all candidates, adding up to 1
     * @param truth whoever it was; one who is no candidate is a miss, and has no part in the loss
     */
    public void add(SortedMap<Integer, Double> shares, int truth) {
        cases++;
        if (!shares.containsKey(truth)) {
            return;
        }
        int best = shares.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElseThrow();
        covered++;
        hits += best == truth ? 1 : 0;
        loss -= Math.log(shares.getOrDefault(truth, 0.0));
        shares.forEach((person, share) -> judged.add(new Judged(share, person == truth)));
    }

    public int cases() {
        return cases;
    }

    /** Of how many of them whoever it was is a candidate. */
    public int covered() {
        return covered;
    }

    /** hit@1: how often the largest share is that of whoever it was; NaN without cases. */
    public double hitRate() {
        return (double) hits / cases;
    }

    /** Σ ln of the share given to whoever it was, in nats, over those covered; minus infinity if one of them was 0. */
    public double logLikelihood() {
        return -loss;
    }

    /** Mean of −ln of the same; NaN without cases. */
    public double logLoss() {
        return loss / covered;
    }

    /** Mean distance between what was given and what was found, weighted by the number in each bin; 0 without any. */
    public double calibrationError() {
        double sum = 0;
        for (Bin bin : calibration()) {
            sum += bin.count() * Math.abs(bin.given() - bin.found());
        }
        return judged.isEmpty() ? 0 : sum / judged.size();
    }

    public List<Bin> calibration() {
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = (double) bin / BINS;
            double to = (double) (bin + 1) / BINS;
            boolean last = bin == BINS - 1;
            var inside = judged.stream()
                    .filter(one -> one.share() >= from && (one.share() < to || last))
                    .toList();
            bins.add(new Bin(
                    from,
                    to,
                    inside.size(),
                    inside.stream().mapToDouble(Judged::share).average().orElse(0),
                    inside.stream()
                            .mapToDouble(one -> one.right() ? 1 : 0)
                            .average()
                            .orElse(0)));
        }
        return bins;
    }
}
