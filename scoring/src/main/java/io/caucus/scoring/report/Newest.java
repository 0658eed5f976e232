package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.evaluation.Shares;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The test rows, each with what was told and what happened: what pictures are drawn from.
 *
 * <p>Intervals of shares count groups, not rows: where two rows make a group, ten rows are worth five witnesses.
 */
final class Newest {

    /** With fewer picked rows a precision would be luck. */
    static final int LEAST_PICKED = 20;
    /** With fewer successes a recall would be. */
    static final int LEAST_SUCCESSES = 10;
    /** Of a bin in a segment's reliability. */
    static final int ROWS_OF_A_BIN = 50;
    /** Told at least this, a row is called nearly certain. */
    static final double HIGH = 0.8;

    /** That are told one by one. */
    static final int MOST_WORDS = 15;

    private static final double PICK = 0.1;
    private static final int DRAWS = 1000;

    private final List<LearningTable.Row> rows;
    private final boolean[] success;
    private final double[] order;
    private final double[] probability;
    private final Ranking ranking;
    private final Probabilities probabilities;
    private final GroupBootstrap bootstrap;
    private final double witnessesPerRow;
    private final double leastPicked;
    private final Interval liftOfPick;

    /** @param seed of the bootstrap */
    Newest(Learning.Fit fit, long seed) {
        rows = fit.split().test();
        order = rows.stream().mapToDouble(fit.scorer()::order).toArray();
        probability = rows.stream()
                .mapToDouble(row -> fit.scorer().score(row).probability())
                .toArray();
        success = new boolean[rows.size()];
        int[] group = new int[rows.size()];
        Map<String, Integer> groups = new HashMap<>();
        for (int row = 0; row < group.length; row++) {
            success[row] = rows.get(row).success();
            group[row] = groups.computeIfAbsent(rows.get(row).group(), name -> groups.size());
        }
        ranking = new Ranking(order, success);
        probabilities = new Probabilities(probability, success);
        bootstrap = new GroupBootstrap(group, DRAWS, seed);
        witnessesPerRow = (double) groups.size() / rows.size();
        double[] sorted = order.clone();
        Arrays.sort(sorted);
        leastPicked = sorted[sorted.length - (int) Math.ceil(PICK * sorted.length)];
        liftOfPick = bootstrap.of(weight -> ranking.lift(PICK, weight));
    }

    /**
     * Some of the rows, and how those fared that are picked: the best tenth of all by the model, with those that tie with its last.
     *
     * @param precision of those picked; empty if they are too few to say
     * @param recall the share of successes that is picked; empty likewise
     */
    record Part(
            String name,
            int rows,
            int successes,
            int picked,
            int pickedSuccesses,
            Optional<Interval> precision,
            Optional<Interval> recall) {}

    int size() {
        return rows.size();
    }

    double rate() {
        return (double) count(row -> success[row]) / size();
    }

    double told() {
        return Arrays.stream(probability).average().orElseThrow();
    }

    /** Whether luck could have made one share of another. */
    Interval share(double share, double rows) {
        return Shares.interval(share, rows * witnessesPerRow);
    }

    List<Ranking.Point> curve() {
        return ranking.curve();
    }

    /** The rate of success of each tenth of the rows, best first. */
    List<Interval> tenths() {
        return IntStream.range(0, 10)
                .mapToObj(tenth -> share(rateOfTenth(tenth), size() / 10.0))
                .toList();
    }

    /** A mean over ties may leave [0, 1] by a rounding error. */
    private double rateOfTenth(int tenth) {
        return Math.clamp(ranking.rate(tenth / 10.0, (tenth + 1) / 10.0, ranking.once()), 0, 1);
    }

    Interval liftOfPick() {
        return liftOfPick;
    }

    Interval logLoss() {
        return bootstrap.of(probabilities::logLoss);
    }

    Interval brier() {
        return bootstrap.of(probabilities::brierScore);
    }

    double calibrationErrorByLuck() {
        return probabilities.calibrationErrorByLuck(witnessesPerRow);
    }

    Part all() {
        return part("all", row -> true);
    }

    /** Of the rows told 0.8 or more, how many succeeded. */
    Part toldHigh() {
        return part("told", row -> probability[row] >= HIGH);
    }

    List<Part> byAmount() {
        double[] amount = rows.stream().mapToDouble(LearningTable.Row::amount).toArray();
        var parts = new ArrayList<Part>(List.of(
                part("below 0", row -> amount[row] < 0),
                part("0–10K", row -> amount[row] >= 0 && amount[row] < 10_000),
                part("10–50K", row -> amount[row] >= 10_000 && amount[row] < 50_000),
                part("50–100K", row -> amount[row] >= 50_000 && amount[row] < 100_000),
                part("100K+", row -> amount[row] >= 100_000),
                part("not known", row -> Double.isNaN(amount[row]))));
        parts.removeIf(part -> part.rows() == 0
                && (part.name().equals("below 0") || part.name().equals("not known")));
        return parts;
    }

    /** By the words of a column, those of most rows first; the last may be all others, which have too few to be told one by one. */
    List<Part> byWord(int place) {
        Map<String, Integer> rowsOf = new TreeMap<>();
        rows.forEach(row -> rowsOf.merge(word(row, place), 1, Integer::sum));
        var words = rowsOf.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        var own = words.subList(0, Math.min(MOST_WORDS, words.size()));
        var parts = new ArrayList<Part>();
        own.forEach(word ->
                parts.add(part(word, row -> word(rows.get(row), place).equals(word))));
        if (own.size() < words.size()) {
            parts.add(part(
                    "%s others".formatted(words.size() - own.size()),
                    row -> !own.contains(word(rows.get(row), place))));
        }
        return parts;
    }

    /** Reliability among the rows that have a word, in bins of rows enough. */
    List<Probabilities.Bin> bins(int place, String word) {
        int[] its = IntStream.range(0, size())
                .filter(row -> word(rows.get(row), place).equals(word))
                .toArray();
        double[] told = IntStream.of(its).mapToDouble(row -> probability[row]).toArray();
        boolean[] happened = new boolean[its.length];
        for (int i = 0; i < its.length; i++) {
            happened[i] = success[its[i]];
        }
        return new Probabilities(told, happened).bins(Math.clamp(its.length / ROWS_OF_A_BIN, 1, Probabilities.BINS));
    }

    private static String word(LearningTable.Row row, int place) {
        var word = row.words()[place];
        return word == null ? "(none)" : word;
    }

    private Part part(String name, IntPredicate belongs) {
        int all = count(belongs);
        int successes = count(row -> belongs.test(row) && success[row]);
        int picked = count(row -> belongs.test(row) && order[row] >= leastPicked);
        int right = count(row -> belongs.test(row) && order[row] >= leastPicked && success[row]);
        return new Part(
                name,
                all,
                successes,
                picked,
                right,
                picked < LEAST_PICKED ? Optional.empty() : Optional.of(share((double) right / picked, picked)),
                successes < LEAST_SUCCESSES
                        ? Optional.empty()
                        : Optional.of(share((double) right / successes, successes)));
    }

    private int count(IntPredicate belongs) {
        return (int) IntStream.range(0, size()).filter(belongs).count();
    }
}
