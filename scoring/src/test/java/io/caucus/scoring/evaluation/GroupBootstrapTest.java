package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupBootstrapTest {

    private static double mean(double[] values, double[] weight) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < values.length; row++) {
            sum += values[row] * weight[row];
            all += weight[row];
        }
        return sum / all;
    }

    /** The mean of n values varies with their deviation / √n; here 1 / √400 = 0.05 either way times 1.96. */
    @Test
    void theIntervalOfAMeanIsThatOfTheTextbook() {
        double[] values =
                new SplittableRandom(1).doubles(400).map(x -> x < 0.5 ? -1 : 1).toArray();

        var interval =
                new GroupBootstrap(IntStream.range(0, 400).toArray(), 4000, 3).of(weight -> mean(values, weight));

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 0.05, within(0.02));
        assertThat(interval.value()).isBetween(interval.low(), interval.high());
    }

    @Test
    void rowsOfOneGroupAreOneWitness() {
        double[] values =
                IntStream.range(0, 400).mapToDouble(row -> (row / 10) % 2).toArray();
        int[] tens = IntStream.range(0, 400).map(row -> row / 10).toArray();

        var alone = new GroupBootstrap(IntStream.range(0, 400).toArray(), 1000, 3).of(weight -> mean(values, weight));
        var together = new GroupBootstrap(tens, 1000, 3).of(weight -> mean(values, weight));

        assertThat((together.high() - together.low()) / (alone.high() - alone.low()))
                .isCloseTo(Math.sqrt(10), within(0.5));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        double[] values = new SplittableRandom(1).doubles(50).toArray();
        int[] groups = IntStream.range(0, 50).toArray();

        assertThat(new GroupBootstrap(groups, 100, 3).of(weight -> mean(values, weight)))
                .isEqualTo(new GroupBootstrap(groups, 100, 3).of(weight -> mean(values, weight)));
    }
}
