package io.caucus.features.engagement;

import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureValue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateTest {

    private static FeatureValue state(int... daysAgo) {
        return value("engagement.state", story(daysAgo));
    }

    private static String story(int... daysAgo) {
        return "ana: VP\n"
                + IntStream.of(daysAgo)
                        .mapToObj("ana visits %dd ago"::formatted)
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void sixWeeksOfSilenceAreDormancy() {
        assertThat(state(42)).isEqualTo(FeatureValue.of(EngagementState.DORMANT));
        assertThat(state(41)).isEqualTo(FeatureValue.of(EngagementState.COOLING));
    }

    @Test
    void anAccountIsNewForAMonth() {
        assertThat(state(29, 1, 1, 1, 1)).isEqualTo(FeatureValue.of(EngagementState.NEW));
        assertThat(state(30, 29)).isEqualTo(FeatureValue.of(EngagementState.STEADY));
    }

    @Test
    void comingBackAfterSixWeeksIsReengagement() {
        assertThat(state(60, 18, 2)).isEqualTo(FeatureValue.of(EngagementState.REENGAGED));
        assertThat(state(59, 18, 2)).isEqualTo(FeatureValue.of(EngagementState.STEADY));
    }

    /** One a week, then ten in three days. */
    @Test
    void aSurgeIsAcceleration() {
        assertThat(state(31, 24, 17, 10, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1))
                .isEqualTo(FeatureValue.of(EngagementState.ACCELERATING));
    }

    /** (3 + 0.5)/7 ÷ (6 + 0.5)/30 = 2.31; while the p-value is 0.46 for the last three days. */
    @Test
    void aBusyWeekIsAcceleration() {
        assertThat(state(35, 25, 20, 15, 6, 5, 2)).isEqualTo(FeatureValue.of(EngagementState.ACCELERATING));
    }

    /** Momentum is (1 + 0.5)/7 ÷ (1 + 0.5)/30 = 4.3, which one action alone does not bear. */
    @Test
    void oneActionIsNoAcceleration() {
        assertThat(state(35, 1)).isEqualTo(FeatureValue.of(EngagementState.STEADY));
    }

    /** (0 + 0.5)/7 ÷ (4 + 0.5)/30 = 0.48. */
    @Test
    void fourThisMonthAndNoneThisWeekAreCooling() {
        assertThat(state(35, 25, 20, 15, 8)).isEqualTo(FeatureValue.of(EngagementState.COOLING));
    }

    @Test
    void oneAWeekIsSteady() {
        assertThat(state(36, 29, 22, 15, 8, 1)).isEqualTo(FeatureValue.of(EngagementState.STEADY));
    }

    @Test
    void itCitesTheActionsThatKeepItFromDormancy() {
        assertThat(evidence("engagement.state", story(90, 80, 5, 4))).hasSize(2);
        assertThat(evidence("engagement.state", story(90, 80))).hasSize(1);
    }
}
