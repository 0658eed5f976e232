package io.caucus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How well shares of credit say who triggered what. */
final class TriggerJudgement {

    private static final int BINS = 5;

    private final List<Judged> judged = new ArrayList<>();
    private double loss;
    private int hits;
    private int cases;

    /** @param share that somebody was given, and whether it was they */
    private record Judged(double share, boolean right) {}

    /** One row of a calibration table: of shares between two bounds, their mean and how often it was they. */
    record Bin(double from, double to, int count, double given, double found) {}

    /**
     * @param shares of all candidates, adding up to 1
     * @param truth whoever it was
     */
    void add(SortedMap<Integer, Double> shares, int truth) {
        int best = shares.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElseThrow();
        cases++;
        hits += best == truth ? 1 : 0;
        loss -= Math.log(shares.getOrDefault(truth, 0.0));
        shares.forEach((person, share) -> judged.add(new Judged(share, person == truth)));
    }

    int cases() {
        return cases;
    }

    double hitRate() {
        return (double) hits / cases;
    }

    /** Mean of −ln of the share given to whoever it was, in nats; infinite if that was ever 0. */
    double logLoss() {
        return loss / cases;
    }

    /** Mean distance between what was given and what was found, weighted by the number in each bin. */
    double calibrationError() {
        double sum = 0;
        for (Bin bin : calibration()) {
            sum += bin.count() * Math.abs(bin.given() - bin.found());
        }
        return sum / judged.size();
    }

    List<Bin> calibration() {
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
