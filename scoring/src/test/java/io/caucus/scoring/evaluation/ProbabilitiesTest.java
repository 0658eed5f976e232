package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
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
}
