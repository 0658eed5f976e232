package io.caucus.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether newer rows still look like those that were learned from, column by column.
 *
 * <p><b>Definition.</b> The population stability index of a column is {@code Σ (qᵢ − pᵢ) · ln(qᵢ / pᵢ)} over its bins, p being their
 * shares in training and q among the newer rows, each bin counting half a witness more than it has. Bins of which fewer than five
 * newer witnesses are to be expected are taken together. Without drift it is (1/n + 1/m) times a chi-square of (bins − 1) degrees of freedom for
 * n and m witnesses: hence a threshold for these very sizes, not a rule of thumb. Of many columns some exceed theirs by luck, so that
 * the share of false alarms among those named is held at 5 %.
 *
 * <p><b>Source.</b> B. Yurdakul, "Statistical Properties of Population Stability Index", dissertation, Western Michigan University
 * (2018); Y. Benjamini, Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995).
 * Witnesses are groups, not rows, which names too few columns rather than too many where rows of a group differ.
 *
 * @param witnessesThen groups in training
 * @param witnessesNow groups among the newer rows
 * @param columns those that moved furthest beyond their threshold first
 */
public record Drift(int witnessesThen, int witnessesNow, List<Part> columns) {

    /** The share of columns named that may be false alarms. */
    static final double FALSE_ALARMS = 0.05;

    private static final double LEAST_EXPECTED = 5;
    private static final double HALF = 0.5;

    /**
     * @param index population stability index
     * @param threshold above which it is named
     * @param luck the chance of at least that index without any drift
     * @param hasDrifted whether it is named
     */
    public record Part(String column, double index, double threshold, double luck, boolean hasDrifted) {}

    public Drift {
        columns = List.copyOf(columns);
    }

    /** @param newer whose outcomes need not be known */
    public static Drift of(Reference reference, List<LearningTable.Row> newer) {
        int now = Reference.groups(newer);
        var moved = reference.columns().stream()
                .map(column -> Moved.of(column, reference, newer, now))
                .filter(column -> column.degrees() > 0)
                .sorted(Comparator.comparingDouble(Moved::luck).thenComparing(Moved::column))
                .toList();
        int named = IntStream.rangeClosed(1, moved.size())
                .filter(place -> moved.get(place - 1).luck() <= level(place, moved.size()))
                .max()
                .orElse(0);
        double level = moved.isEmpty() ? 1 : level(Math.max(1, named), moved.size());
        double scale = 1.0 / reference.groups() + 1.0 / now;
        var parts = new ArrayList<Part>();
        for (int place = 0; place < moved.size(); place++) {
            var its = moved.get(place);
            parts.add(new Part(
                    its.column(),
                    its.index(),
                    scale * byLuck(its.degrees()).inverseSurvivalProbability(level),
                    its.luck(),
                    place < named));
        }
        return new Drift(reference.groups(), now, parts);
    }

    /** How far luck alone takes an index, in multiples of its scale. */
    private static ChiSquaredDistribution byLuck(int degrees) {
        return ChiSquaredDistribution.of(degrees);
    }

    private static double level(int place, int columns) {
        return FALSE_ALARMS * place / columns;
    }

    /** How far one column moved; without degrees of freedom there is but one bin to be in. */
    private record Moved(String column, double index, int degrees, double luck) {

        static Moved of(Reference.Binned column, Reference reference, List<LearningTable.Row> newer, int now) {
            double perRowThen = (double) reference.groups() / reference.rows();
            double perRowNow = (double) now / newer.size();
            double[] then = column.counts().stream()
                    .mapToDouble(count -> count * perRowThen)
                    .toArray();
            double[] since = Arrays.stream(column.count(newer))
                    .mapToDouble(count -> count * perRowNow)
                    .toArray();
            int[] bin = together(then, (double) now / reference.groups());
            int bins = Arrays.stream(bin).max().orElse(-1) + 1;
            double[] p = shares(then, bin, bins);
            double[] q = shares(since, bin, bins);
            double index = 0;
            for (int i = 0; i < bins; i++) {
                index += (q[i] - p[i]) * StrictMath.log(q[i] / p[i]);
            }
            double scale = 1.0 / reference.groups() + 1.0 / now;
            return new Moved(
                    column.column(),
                    index,
                    bins - 1,
                    bins < 2 ? 1 : byLuck(bins - 1).survivalProbability(index / scale));
        }

        /** The number of each bin after those that are too small have been taken together, and with the next smallest if need be. */
        private static int[] together(double[] then, double nowForThen) {
            int[] smallestFirst = IntStream.range(0, then.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(bin -> then[bin])
                            .thenComparing(bin -> bin))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] number = new int[then.length];
            int next = 0;
            double gathered = 0;
            for (int bin : smallestFirst) {
                number[bin] = next;
                gathered += then[bin] * nowForThen;
                if (gathered >= LEAST_EXPECTED) {
                    next++;
                    gathered = 0;
                }
            }
            if (gathered > 0 && next > 0) { // the last did not fill a bin: it joins the one before
                int last = next;
                Arrays.setAll(number, bin -> Math.min(number[bin], last - 1));
            }
            return number;
        }

        private static double[] shares(double[] witnesses, int[] bin, int bins) {
            double[] share = new double[bins];
            for (int i = 0; i < witnesses.length; i++) {
                share[bin[i]] += witnesses[i];
            }
            double all = Arrays.stream(share).sum() + HALF * bins;
            return Arrays.stream(share).map(each -> (each + HALF) / all).toArray();
        }
    }

    /** The columns that are named. */
    public List<String> drifted() {
        return columns.stream().filter(Part::hasDrifted).map(Part::column).toList();
    }

    /** For people: which columns moved. */
    public String sentence() {
        return sentence(UnaryOperator.identity());
    }

    /** @param name how a column's name is shown */
    public String sentence(UnaryOperator<String> name) {
        var named = drifted().stream().map(name).toList();
        var sizes = String.format(Locale.ROOT, "%,d and %,d witnesses", witnessesThen, witnessesNow);
        if (columns.isEmpty()) {
            return "Whether columns drifted is too few to say with %s.".formatted(sizes);
        }
        return named.isEmpty()
                ? "None of %s columns drifted further from training than luck explains with %s."
                        .formatted(columns.size(), sizes)
                : "%s of %s columns drifted further from training than luck explains with %s: %s."
                        .formatted(named.size(), columns.size(), sizes, String.join(", ", named));
    }
}
