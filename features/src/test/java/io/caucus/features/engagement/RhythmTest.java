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

/** Days since actions, intensity, momentum, acceleration and bursts. */
class RhythmTest {

    private static final String SINCE_LAST = "engagement.days_since_last";
    private static final String MOMENTUM = "engagement.momentum_7_30";
    private static final String BURSTS = "engagement.bursts";
    private static final String SINCE_FIRST = "engagement.days_since_first";
    private static final String ACCELERATION = "engagement.acceleration_p";
    private static final String GAP = "engagement.mean_gap_days";

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

    @Test
    void theFirstActionCountsInDaysToo() {
        var story = """
                ana: VP
                bo: VP
                ana visits 9d ago
                bo visits 9d ago
                ana visits 36h ago
                """;

        assertThat(amount(SINCE_FIRST, story)).isEqualTo(9);
        assertThat(evidence(SINCE_FIRST, story)).hasSize(2);
    }

    /** A meeting weighs 4, a visit 1. */
    @Test
    void intensityHalvesWithEveryHalfLife() {
        var story = """
                ana: VP
                ana meets with us 14d ago
                ana visits 3d ago
                """;

        assertThat(amount("engagement.intensity_3d", story)).isEqualTo(4 * Math.pow(2, -14.0 / 3) + 0.5, within(1e-12));
        assertThat(amount("engagement.intensity_14d", story))
                .isEqualTo(4 * 0.5 + Math.pow(2, -3.0 / 14), within(1e-12));
        assertThat(amount("engagement.intensity_60d", story))
                .isEqualTo(4 * Math.pow(2, -14.0 / 60) + Math.pow(2, -3.0 / 60), within(1e-12));
    }

    /** Of two actions in 31 days, at least one in the last three: 1 − (28/31)². */
    @Test
    void accelerationIsTheChanceOfSoManyActionsLately() {
        assertThat(amount(ACCELERATION, """
                ana: VP
                ana visits 30d ago
                ana visits 2d ago
                """)).isEqualTo(1 - 28.0 * 28 / (31 * 31), within(1e-12));
    }

    @Test
    void whereNothingHappenedLatelyChanceExplainsItAll() {
        assertThat(amount(ACCELERATION, """
                ana: VP
                ana visits 5d ago
                """)).isEqualTo(1);
        assertThat(value(ACCELERATION, """
                ana: VP
                ana visits 31d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    /** From 47 to 33 days ago, and from 33 to 1. */
    @Test
    void gapsLieBetweenBursts() {
        assertThat(amount(GAP, """
                ana: VP
                ana visits 60d ago
                ana visits 47d ago
                ana visits 33d ago
                ana visits 1d ago
                """)).isEqualTo((14 + 32) / 2.0);
    }

    @Test
    void oneBurstHasNoGap() {
        assertThat(value(GAP, """
                ana: VP
                ana visits 13d ago
                ana visits 1d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SINCE_LAST,
                SINCE_FIRST,
                MOMENTUM,
                ACCELERATION,
                BURSTS,
                GAP,
                "engagement.intensity_3d",
                "engagement.state",
                "engagement.channels_14d",
                "engagement.research_depth",
                "engagement.return_48h",
                "engagement.technical_share",
                "engagement.pricing_and_proof",
                "engagement.reply_latency_hours",
                "engagement.forwards_30d",
                "engagement.hand_raise"
            })
    void anAccountThatNeverActedHasNone(String feature) {
        assertThat(value(feature, """
                ana: VP
                we mail ana 1d ago
                """)).isEqualTo(FeatureValue.missing());
    }
}
