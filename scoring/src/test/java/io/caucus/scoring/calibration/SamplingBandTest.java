package io.caucus.scoring.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingBandTest {

    /** Rows of one group have margins alike, and half of the time the same luck. */
    private record Drawn(CalibrationRows rows, double intercept, double slope) {

        private static final double SAME_LUCK = Math.sqrt(0.5);

        static Drawn of(long seed, int count, int inGroup, double intercept, double slope) {
            var random = new SplittableRandom(seed);
            double[] margins = new double[count];
            boolean[] success = new boolean[count];
            int[] group = new int[count];
            double about = 0;
            double luck = 0;
            for (int row = 0; row < count; row++) {
                if (row % inGroup == 0) {
                    about = random.nextGaussian();
                    luck = random.nextDouble();
                }
                margins[row] = about + 0.8 * random.nextGaussian();
                double own = random.nextDouble() < SAME_LUCK ? luck : random.nextDouble();
                success[row] = own < chance(intercept + slope * margins[row]);
                group[row] = row / inGroup;
            }
            return new Drawn(new CalibrationRows(margins, success, group), intercept, slope);
        }

        private static double chance(double logOdds) {
            return 1 / (1 + Math.exp(-logOdds));
        }

        /** The share of rows whose interval holds the chance of rows of their margin. */
        double covered(VennAbers table) {
            int held = 0;
            for (double margin : rows.margins()) {
                var told = table.of(margin);
                double chance = chance(intercept + slope * margin);
                held += told.low() <= chance && chance <= told.high() ? 1 : 0;
            }
            return (double) held / rows.count();
        }
    }

    @ParameterizedTest(name = "{0} rows in groups of {1}, log-odds {2} + {3} · margin")
    @CsvSource({"1200, 1, -1, 1", "1200, 3, -1, 1", "1200, 3, -1.3, 0.3", "6000, 3, -3.5, 1"})
    void theIntervalHoldsTheChanceOfRowsToldTheLike(int count, int inGroup, double intercept, double slope) {
        double covered = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var drawn = Drawn.of(seed, count, inGroup, intercept, slope);
            covered += drawn.covered(VennAbers.fit(drawn.rows(), seed)) / 40;
        }

        assertThat(covered).isBetween(0.88, 0.99);
    }

    @Test
    void itIsTheSameForTheSameSeedAndNarrowerWithMoreRows() {
        var few = Drawn.of(1, 1000, 1, -1, 1).rows();
        var many = Drawn.of(1, 30_000, 1, -1, 1).rows();

        assertThat(VennAbers.fit(few, 7).of(0)).isEqualTo(VennAbers.fit(few, 7).of(0));
        assertThat(VennAbers.fit(many, 7).of(0).width())
                .isLessThan(VennAbers.fit(few, 7).of(0).width() / 2);
        assertThat(VennAbers.fit(many, 7).band().from()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void rowsToldFarOutsideHaveTheIntervalOfTheOutermost() {
        var table = VennAbers.fit(Drawn.of(1, 1000, 1, -1, 1).rows(), 7);

        assertThat(table.of(-100).low()).isZero();
        assertThat(table.of(100).high()).isEqualTo(1);
    }

    @Test
    void bothZerosAreOneMargin() {
        double[] margins = new double[1200];
        boolean[] success = new boolean[1200];
        for (int row = 0; row < 1200; row++) {
            margins[row] = row % 12 - 6;
            success[row] = row % 7 < 3;
        }

        var table = VennAbers.fit(CalibrationRows.independent(margins, success), 1);

        assertThat(table.of(-0.0)).isEqualTo(table.of(0.0));
    }

    @Test
    void fewGroupsKnowNothingOfLuck() {
        var drawn = Drawn.of(1, 1000, 125, -1, 1);

        assertThat(VennAbers.fit(drawn.rows(), 7).of(0).width()).isEqualTo(1);
    }

    @Test
    void groupsAreNumberedWithoutAGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationRows(
                        new double[] {1, 2, 3}, new boolean[] {true, false, true}, new int[] {0, 0, 2}))
                .withMessage("the groups of 3 rows are numbered up to 2; every number from 0 on must occur");
    }

    @Test
    void aBandThatFallsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SamplingBand(new double[] {1, 2}, new double[] {0.2, 0.1}, new double[] {0.3, 0.3}))
                .withMessage(
                        "step 1 of the band is [0.1, 0.3] from 2.0, must lie in [0, 1] and not below the one before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingBand(new double[] {1}, new double[0], new double[] {0.3}))
                .withMessage("a band of 1 steps has 0 lower and 1 upper ends, must have as many");
    }
}
