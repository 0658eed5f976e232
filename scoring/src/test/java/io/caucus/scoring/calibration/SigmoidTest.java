package io.caucus.scoring.calibration;

import static io.caucus.scoring.calibration.CalibrationRows.independent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SigmoidTest {

    /** Two margins and a free line: the fit goes through both smoothed rates, so it can be solved by hand. */
    @Test
    void twoMarginsMatchTheClosedForm() {
        double[] margins = new double[20];
        boolean[] success = new boolean[20];
        for (int row = 0; row < 20; row++) {
            margins[row] = row < 10 ? 0 : 1;
            success[row] = row < 10 ? row < 2 : row < 17;
        }
        double high = 10 / 11.0; // 9 successes
        double low = 1 / 13.0; // 11 failures
        double at0 = (2 * high + 8 * low) / 10;
        double at1 = (7 * high + 3 * low) / 10;

        var fit = Sigmoid.fit(independent(margins, success));

        assertThat(fit.of(0).probability()).isCloseTo(at0, within(1e-8));
        assertThat(fit.of(1).probability()).isCloseTo(at1, within(1e-8));
        double logitVariance = 1 / (10 * at0 * (1 - at0)); // of a rate from ten rows
        assertThat(fit.interceptVariance()).isCloseTo(logitVariance, within(1e-6));
    }

    @Test
    void aModelThatSortsBackwardsGetsTheBaseRate() {
        double[] margins = new double[100];
        boolean[] success = new boolean[100];
        for (int row = 0; row < 100; row++) {
            margins[row] = row;
            success[row] = row < 30;
        }

        var fit = Sigmoid.fit(independent(margins, success));

        assertThat(fit.slope()).isZero();
        assertThat(fit.of(50).probability()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void plantedLinesAreCoveredAboutAsOftenAsPromised() {
        int covered = 0;
        for (long seed = 1; seed <= 300; seed++) {
            var random = new SplittableRandom(seed);
            double[] margins = new double[400];
            boolean[] success = new boolean[400];
            for (int row = 0; row < 400; row++) {
                margins[row] = random.nextGaussian();
                success[row] = random.nextDouble() < 1 / (1 + Math.exp(1 - 0.8 * margins[row]));
            }
            var told = Sigmoid.fit(independent(margins, success)).of(0.5);
            double truth = 1 / (1 + Math.exp(1 - 0.8 * 0.5));
            covered += told.low() <= truth && truth <= told.high() ? 1 : 0;
        }

        assertThat(covered / 300.0).isBetween(0.91, 0.985);
    }

    /** Each row is there four times over: one witness, however often it is heard. */
    @Test
    void rowsOfOneGroupAreOneWitness() {
        var random = new SplittableRandom(5);
        double[] margins = new double[800];
        boolean[] success = new boolean[800];
        int[] group = new int[800];
        for (int row = 0; row < 800; row++) {
            group[row] = row / 4;
            margins[row] = row % 4 == 0 ? random.nextGaussian() : margins[row - 1];
            success[row] = row % 4 == 0 ? random.nextDouble() < 1 / (1 + Math.exp(-margins[row])) : success[row - 1];
        }

        double grouped = Sigmoid.fit(new CalibrationRows(margins, success, group))
                .of(0.3)
                .width();
        double alone = Sigmoid.fit(independent(margins, success)).of(0.3).width();

        assertThat(grouped / alone).isCloseTo(2, within(0.2));
    }

    @Test
    void fewGroupsTellNoInterval() {
        var rows = new CalibrationRows(new double[] {0, 1, 2}, new boolean[] {false, true, false}, new int[3]);

        var told = Sigmoid.fit(rows).of(1);

        assertThat(told.width()).isCloseTo(1, within(1e-9));
    }

    @Test
    void fewRowsGetASigmoidAndManyVennAbers() {
        double[] margins = new double[1000];
        boolean[] success = new boolean[1000];
        for (int row = 0; row < 1000; row++) {
            margins[row] = row;
            success[row] = row % 2 == 0;
        }

        assertThat(Calibration.fit(independent(margins, success), 1)).isInstanceOf(VennAbers.class);
        assertThat(Calibration.fit(independent(Arrays.copyOf(margins, 999), Arrays.copyOf(success, 999)), 1))
                .isInstanceOf(Sigmoid.class);
    }
}
