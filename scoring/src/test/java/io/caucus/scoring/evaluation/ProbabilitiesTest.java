package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbabilitiesTest {

    /** Four rows told 0.2 of which one succeeds, six told 0.5 of which three do. */
    private static final Probabilities TEN = new Probabilities(
            new double[] {0.2, 0.2, 0.2, 0.2, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5},
            new boolean[] {true, false, false, false, true, true, true, false, false, false});

    @Test
    void tenRowsMatchTheHand() {
        assertThat(TEN.bins()).containsExactly(new Probabilities.Bin(4, 0.2, 0.25), new Probabilities.Bin(6, 0.5, 0.5));
        assertThat(TEN.calibrationError()).isCloseTo(0.02, within(1e-12));
        assertThat(TEN.logLoss())
                .isCloseTo(-(Math.log(0.2) + 3 * Math.log(0.8) + 6 * Math.log(0.5)) / 10, within(1e-12));
        var brier = TEN.brier();
        assertThat(brier.score()).isCloseTo((0.64 + 3 * 0.04 + 6 * 0.25) / 10, within(1e-12));
        assertThat(brier.reliability()).isCloseTo(4 * 0.0025 / 10, within(1e-12));
        assertThat(brier.resolution()).isCloseTo((4 * 0.0225 + 6 * 0.01) / 10, within(1e-12));
        assertThat(brier.uncertainty()).isCloseTo(0.24, within(1e-12));
        assertThat(brier.withinBins()).isCloseTo(0, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePartsOfTheBrierScoreAddUp(long seed) {
        var random = new SplittableRandom(seed);
        int rows = (int) (1 + seed * 3);
        double[] probability = random.doubles(rows)
                .map(x -> seed % 2 == 0 ? x : Math.floor(x * 7) / 7)
                .toArray();
        boolean[] success = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            success[row] = random.nextDouble() < probability[row];
        }

        var judged = new Probabilities(probability, success);

        var brier = judged.brier();
        assertThat(brier.reliability() - brier.resolution() + brier.uncertainty() + brier.withinBins())
                .isCloseTo(brier.score(), within(1e-12));
        assertThat(judged.bins().stream().mapToInt(Probabilities.Bin::rows).sum())
                .isEqualTo(rows);
        assertThat(judged.bins()).hasSizeLessThanOrEqualTo(Probabilities.BINS);
    }

    @Test
    void aProbabilityAboveOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Probabilities(new double[] {1.5}, new boolean[1]))
                .withMessage("the probability of row 0 is 1.5, must lie in [0, 1]");
    }

    /** Drawing a row twice is weighing it 2. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void weighingARowIsRepeatingIt(long seed) {
        var random = new SplittableRandom(seed);
        double[] weight = new double[30];
        double[] probability = random.doubles(30).toArray();
        boolean[] success = new boolean[30];
        var repeated = DoubleStream.builder();
        var outcomes = new ArrayList<Boolean>();
        for (int row = 0; row < 30; row++) {
            weight[row] = row == 0 ? 1 : random.nextInt(4);
            success[row] = random.nextBoolean();
            for (int time = 0; time < weight[row]; time++) {
                repeated.add(probability[row]);
                outcomes.add(success[row]);
            }
        }
        boolean[] drawn = new boolean[outcomes.size()];
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = outcomes.get(row);
        }

        var slow = new Probabilities(repeated.build().toArray(), drawn);

        var judged = new Probabilities(probability, success);
        assertThat(judged.logLoss(weight)).isCloseTo(slow.logLoss(), within(1e-12));
        assertThat(judged.brierScore(weight)).isCloseTo(slow.brier().score(), within(1e-12));
    }

    @Test
    void fewerBinsHoldTheSameRows() {
        assertThat(TEN.bins(1)).containsExactly(new Probabilities.Bin(10, 3.8 / 10, 0.4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.bins(0))
                .withMessage("0 bins are wanted, must be at least 1");
    }

    /** Outcomes drawn from the very chances that were told: the error that is left is luck. */
    @Test
    void calibrationErrorByLuckIsWhatHonestProbabilitiesShow() {
        var random = new SplittableRandom(1);
        double[] probability = random.doubles(400).map(x -> 0.1 + 0.6 * x).toArray();
        double sum = 0;
        for (int draw = 0; draw < 500; draw++) {
            boolean[] success = new boolean[400];
            for (int row = 0; row < 400; row++) {
                success[row] = random.nextDouble() < probability[row];
            }
            sum += new Probabilities(probability, success).calibrationError();
        }

        double luck = new Probabilities(probability, new boolean[400]).calibrationErrorByLuck(1);

        assertThat(luck).isCloseTo(sum / 500, within(0.05 * luck));
    }
}
