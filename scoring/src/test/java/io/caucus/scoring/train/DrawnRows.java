package io.caucus.scoring.train;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows in which inputs 0 and 1 move the chance, 2 and 3 only together, the others not; a fifth of all values is missing. */
public final class DrawnRows {

    public static final int INPUTS = 6;

    private DrawnRows() {}

    public static TrainingRows of(int rows, long seed) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[rows][INPUTS];
        boolean[] success = new boolean[rows];
        double[] weight = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] x = values[row];
            for (int input = 0; input < INPUTS; input++) {
                x[input] = input == 5 ? random.nextInt(2) : random.nextGaussian() * (input + 1);
            }
            double logOdds = -1 + x[0] - 0.4 * x[1] + (x[2] > 0 && x[3] > 0 ? 1 : 0);
            success[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            weight[row] = 0.5 + random.nextDouble();
            for (int input = 0; input < INPUTS; input++) {
                x[input] = random.nextInt(5) == 0 ? Double.NaN : x[input];
            }
        }
        return new TrainingRows(
                IntStream.range(0, INPUTS).mapToObj(input -> "x" + input).toList(),
                new int[INPUTS],
                values,
                success,
                weight);
    }
}
