package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    /** Walks away from the share until the share is too far off to have been seen. */
    private static double edge(double share, double witnesses, double step) {
        double chance = share;
        while (chance + step >= 0
                && chance + step <= 1
                && Math.abs(share - chance - step)
                        <= Shares.DEVIATIONS * Math.sqrt((chance + step) * (1 - chance - step) / witnesses)) {
            chance += step;
        }
        return chance;
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"0.3,10", "0,5", "1,5", "0.05,400", "0.5,2.5", "0.9,37"})
    void theIntervalHoldsEveryChanceThatCouldHaveShownTheShare(double share, double witnesses) {
        var interval = Shares.interval(share, witnesses);

        assertThat(interval.value()).isEqualTo(share);
        assertThat(interval.low()).isCloseTo(edge(share, witnesses, -1e-6), within(1e-5));
        assertThat(interval.high()).isCloseTo(edge(share, witnesses, 1e-6), within(1e-5));
    }

    /** No success in five rows: the chance may be 0.43. */
    @Test
    void neverSeenIsNotImpossible() {
        assertThat(Shares.interval(0, 5).high()).isCloseTo(0.4345, within(1e-4));
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.interval(0.5, 0))
                .withMessage("the share is 0.5 of 0.0 witnesses; must lie in [0, 1], of more than none");
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.interval(Double.NaN, 3));
    }
}
