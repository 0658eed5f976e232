package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChiSquareTest {

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, to its three digits. */
    @ParameterizedTest(name = "{0} degrees, {1}")
    @CsvSource({
        "1, 0.05, 3.841",
        "1, 0.001, 10.828",
        "2, 0.05, 5.991",
        "5, 0.01, 15.086",
        "10, 0.05, 18.307",
        "10, 0.9, 4.865",
        "30, 0.05, 43.773",
        "99, 0.05, 123.225",
        "100, 0.001, 149.449"
    })
    void itAgreesWithTheTables(int degrees, double chance, double value) {
        assertThat(ChiSquare.exceededWith(chance, degrees)).isCloseTo(value, within(0.0005));
        assertThat(ChiSquare.survival(value, degrees)).isCloseTo(chance, within(2e-4));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0, 0.01, 1, 2.9, 3.1, 10, 100, 700})
    void withTwoDegreesItIsExponential(double x) {
        assertThat(ChiSquare.survival(x, 2)).isCloseTo(Math.exp(-x / 2), within(1e-14));
    }

    /** {@code e^(−x/2) · (1 + x/2 + (x/2)²/2)}, on both sides of where the method changes. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0.5, 5, 7.9, 8.1, 20, 60})
    void withSixDegreesItIsAFinalSum(double x) {
        double half = x / 2;

        assertThat(ChiSquare.survival(x, 6)).isCloseTo(Math.exp(-half) * (1 + half + half * half / 2), within(1e-13));
    }

    @Test
    void exceededWithIsItsInverse() {
        for (int degrees = 1; degrees < 200; degrees += 7) {
            for (double chance = 1e-6; chance < 1; chance *= 3) {
                assertThat(ChiSquare.survival(ChiSquare.exceededWith(chance, degrees), degrees))
                        .isCloseTo(chance, within(1e-11));
            }
        }
    }

    @Test
    void whatHasNoChanceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.survival(-1, 2))
                .withMessage("x is -1.0 with 2 degrees of freedom; must not be negative, of at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.survival(Double.NaN, 2))
                .withMessageContaining("x is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquare.exceededWith(0, 2))
                .withMessage("the chance is 0.0, must lie in (0, 1]");
    }
}
