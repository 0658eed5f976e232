package io.caucus.features.engagement;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days since the last action, momentum and bursts. */
class RhythmTest {

    private static final String SINCE_LAST = "engagement.days_since_last";
    private static final String MOMENTUM = "engagement.momentum_7_30";
    private static final String BURSTS = "engagement.bursts";

    @Test
    void theLastActionCountsInDaysWithFractions() {
        var story = """
                ana: VP
                ana visits 9d ago
                ana visits 36h ago
                we mail ana 1d ago
                """;

        assertThat(amount(SINCE_LAST, story)).isEqualTo(1.5);
        assertThat(evidence(SINCE_LAST, story)).hasSize(1);
    }

    @Test
    void allThatHappenedAtTheLastInstantIsCited() {
        assertThat(evidence(SINCE_LAST, """
                ana: VP
                bo: VP
                ana visits 1d ago
                bo visits 1d ago
                """)).hasSize(2);
    }

    /** (2 + 0.5)/7 ÷ (3 + 0.5)/30 = 75 ÷ 24.5. */
    @Test
    void momentumIsARatioOfShrunkRates() {
        assertThat(amount(MOMENTUM, """
                ana: VP
                ana visits 1d ago
                ana visits 2d ago
                ana visits 20d ago
                ana visits 30d ago
                """)).isEqualTo(75 / 24.5, within(1e-12));
    }

    @Test
    void aMeetingOfTwoIsOneAction() {
        assertThat(amount(MOMENTUM, """
                ana: VP
                bo: VP
                ana, bo meet with us 20d ago
                """)).isEqualTo(0.5 / 7 / (1.5 / 30), within(1e-12));
    }

    @Test
    void momentumIsMissingAfterAMonthOfSilence() {
        assertThat(value(MOMENTUM, """
                ana: VP
                ana visits 31d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void twoWeeksOfSilenceEndABurst() {
        assertThat(amount(BURSTS, """
                ana: VP
                ana visits 60d ago
                ana visits 47d ago
                ana visits 33d ago
                ana visits 1d ago
                """)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {SINCE_LAST, MOMENTUM, BURSTS, "engagement.state"})
    void anAccountThatNeverActedHasNone(String feature) {
        assertThat(value(feature, """
                ana: VP
                we mail ana 1d ago
                """)).isEqualTo(FeatureValue.missing());
    }
}
