package io.caucus.scoring.train;

import java.util.Arrays;
import java.util.List;

/**
 * What a trainer learns from: rows of numbers, what became of each, and how much each counts.
 *
 * <p>The arrays are not copied, since they are large; who makes them must not change them afterwards.
 *
 * @param names of the inputs
 * @param direction of each input: 1 if the chance may only rise with it, −1 if it may only fall, 0 if either
 * @param values {@code values[row][input]}, NaN where missing
 * @param success what became of each row
 * @param weight how much each row counts, positive
 */
@SuppressWarnings("ArrayRecordComponent") // a record of columns; two are never compared
public record TrainingRows(List<String> names, int[] direction, double[][] values, boolean[] success, double[] weight) {

    public TrainingRows {
        names = List.copyOf(names);
        if (direction.length != names.size()) {
            throw new IllegalArgumentException(
                    "%d inputs have %d directions, must be as many".formatted(names.size(), direction.length));
        }
        if (success.length != values.length || weight.length != values.length) {
            throw new IllegalArgumentException("%d rows have %d outcomes and %d weights, must be as many"
                    .formatted(values.length, success.length, weight.length));
        }
        for (int row = 0; row < values.length; row++) {
            checkRow(row, values[row], names);
            if (!(weight[row] > 0)) {
                throw new IllegalArgumentException(
                        "row %d has weight %s, must be positive".formatted(row, weight[row]));
            }
        }
    }

    private static void checkRow(int row, double[] values, List<String> names) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException(
                    "row %d has %d values, must have %d".formatted(row, values.length, names.size()));
        }
        for (int input = 0; input < values.length; input++) {
            if (Double.isInfinite(values[input])) {
                throw new IllegalArgumentException("row %d has %s in %s, must be a number or missing"
                        .formatted(row, values[input], names.get(input)));
            }
        }
    }

    public int size() {
        return values.length;
    }

    public int inputs() {
        return names.size();
    }

    public long successes() {
        long count = 0;
        for (boolean each : success) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** The rows with these numbers, in this order. */
    public TrainingRows subset(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = success[rows[i]];
        }
        return new TrainingRows(
                names,
                direction,
                Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new),
                chosen,
                Arrays.stream(rows).mapToDouble(row -> weight[row]).toArray());
    }

    /** Only these inputs, in this order. */
    public TrainingRows withInputs(int[] inputs) {
        return new TrainingRows(
                Arrays.stream(inputs).mapToObj(names::get).toList(),
                Arrays.stream(inputs).map(input -> direction[input]).toArray(),
                Arrays.stream(values)
                        .map(row -> Arrays.stream(inputs)
                                .mapToDouble(input -> row[input])
                                .toArray())
                        .toArray(double[][]::new),
                success,
                weight);
    }

    /** Refuses what nothing can be learned from. */
    void checkLearnable() {
        if (successes() == 0 || successes() == size()) {
            throw new IllegalArgumentException(
                    "%d of %d rows are successes; a model needs both outcomes".formatted(successes(), size()));
        }
        if (inputs() == 0) {
            throw new IllegalArgumentException("the rows have no inputs, must have at least one");
        }
    }
}
