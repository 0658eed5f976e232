package io.caucus.features.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharedDaysTest {

    @Test
    void threeOnADayAreThreePairs() {
        assertThat(SharedDays.pairs(new int[] {3, 1, 0, 2})).isEqualTo(4);
    }

    @Test
    void chanceExplainsTheProductOfTheirDaysOverAllDays() {
        assertThat(SharedDays.expectedPairs(new int[] {2, 3, 5}, 30)).isEqualTo((6 + 10 + 15) / 30.0);
    }

    /** Two people on one of 30 days each share it once in 30 times. */
    @Test
    void theChanceIsNearTheExactOne() {
        double p = SharedDays.higherP(new int[] {1, 1}, 30, 1, 99_999, 7);

        assertThat(p).isCloseTo(1 / 30.0, within(0.002));
    }

    /** P(two of four days and three of four days share two) = C(2,2)·C(2,1) / C(4,3) = 1/2. */
    @Test
    void theChanceOfSharingSeveralDaysIsNearTheExactOne() {
        double p = SharedDays.higherP(new int[] {2, 3}, 4, 2, 99_999, 7);

        assertThat(p).isCloseTo(0.5, within(0.005));
    }

    @Test
    void whatChanceCanNeverMakeKeepsAChanceOfOneDraw() {
        assertThat(SharedDays.higherP(new int[] {1, 1}, 30, 2, 999, 7)).isEqualTo(1 / 1000.0);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        var days = new int[] {3, 4, 5};

        assertThat(SharedDays.higherP(days, 30, 3, 999, 7)).isEqualTo(SharedDays.higherP(days, 30, 3, 999, 7));
    }
}
