package io.caucus.scoring.learn;

import io.caucus.scoring.calibration.CalibrationRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, read and checked, oldest cutoff first, with only those whose horizon is over.
 *
 * @param fingerprint SHA-256 over the schema's and the files' bytes
 * @param observedUntil what the table was taken to know about
 */
public record LearningTable(
        TableSchema schema, List<Row> rows, String fingerprint, LeftOut leftOut, Instant observedUntil) {

    /** Oldest first; equal ones by id. */
    static final Comparator<Row> OLDEST_FIRST =
            Comparator.comparing(Row::cutoff).thenComparing(Row::id);

    /**
     * Rows of the file that are not learned from.
     *
     * @param read how many rows the file had, these included
     * @param undated without a cutoff
     * @param before older than the schema's first
     * @param decided whose outcome came before their cutoff: there was nothing left to foretell
     * @param unripe whose horizon was not over
     * @param undecided whose label is neither success nor failure
     */
    public record LeftOut(int read, int undated, int before, int decided, int unripe, int undecided) {

        public String sentence() {
            return "%,d read; left out: %,d without a cutoff, %,d too old, %,d decided before their cutoff, %,d whose horizon is not over, %,d undecided"
                    .formatted(read, undated, before, decided, unripe, undecided);
        }
    }

    /**
     * One unit as of one instant, and what became of it.
     *
     * @param success whether it succeeded within the horizon
     * @param everSucceeded whether it did at any time the table knows of: what leaks are judged by
     * @param outcome when, where the table tells
     * @param learnedAfter the inputs whose value was known only after the cutoff
     * @param rulesScore what is used today
     * @param amount what is at stake, NaN if it is not known: for the report, never learned from
     * @param handRaiser whether somebody asked for us; no where nobody says
     */
    @SuppressWarnings("ArrayRecordComponent") // large, and never compared
    public record Row(
            Question question,
            String group,
            boolean success,
            boolean everSucceeded,
            Optional<Instant> outcome,
            boolean[] learnedAfter,
            Optional<Double> rulesScore,
            double amount,
            boolean handRaiser) {

        public String id() {
            return question.id();
        }

        public Instant cutoff() {
            return question.cutoff();
        }

        public double[] numbers() {
            return question.numbers();
        }

        public @Nullable String[] words() {
            return question.words();
        }

        boolean has(int input) {
            return question.has(input);
        }
    }

    public LearningTable {
        rows = rows.stream().sorted(OLDEST_FIRST).toList();
    }

    public long successes() {
        return rows.stream().filter(Row::success).count();
    }

    Duration span() {
        return rows.isEmpty()
                ? Duration.ZERO
                : Duration.between(rows.getFirst().cutoff(), rows.getLast().cutoff());
    }

    /** The number of each row's group, from 0 in order of appearance. */
    static int[] groups(List<Row> rows) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] group = new int[rows.size()];
        for (int row = 0; row < group.length; row++) {
            group[row] = numbers.computeIfAbsent(rows.get(row).group(), name -> numbers.size());
        }
        return group;
    }

    static CalibrationRows toCalibrate(List<Row> rows, ToDoubleFunction<Row> margin) {
        return new CalibrationRows(rows.stream().mapToDouble(margin).toArray(), outcomes(rows), groups(rows));
    }

    static boolean[] outcomes(List<Row> rows) {
        boolean[] outcomes = new boolean[rows.size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = rows.get(row).success();
        }
        return outcomes;
    }
}
