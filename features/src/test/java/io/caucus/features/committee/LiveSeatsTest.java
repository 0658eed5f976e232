package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.opportunity;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem.LiveSeat;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The standard template: one each of economic buyer, decision maker, champion, technical evaluator; two end users. */
class LiveSeatsTest {

    private static final double PRIOR = logit(0.05);

    @Nested
    class RoleInferenceTest {

        @Test
        void oneSignAloneLeavesItsTrust() {
            assertThat(probability(with(RoleSource.EXTERNAL, 1), CommitteeRole.COACH))
                    .isCloseTo(0.5, within(1e-12));
            assertThat(probability(with(RoleSource.INFERRED_FROM_TITLE, 1), CommitteeRole.COACH))
                    .isCloseTo(0.6, within(1e-12));
            assertThat(probability(with(RoleSource.INFERRED_FROM_BEHAVIOUR, 1), CommitteeRole.COACH))
                    .isCloseTo(0.3, within(1e-12));
            assertThat(probability(with(RoleSource.STATED_IN_CRM, 1), CommitteeRole.COACH))
                    .isCloseTo(0.9, within(1e-12));
        }

        @Test
        void signsOfSeveralSourcesAddTheirLogOdds() {
            var both = storyOf(holding(RoleSource.EXTERNAL, 1, 0), holding(RoleSource.INFERRED_FROM_BEHAVIOUR, 1, 0));

            assertThat(probability(both, CommitteeRole.COACH))
                    .isCloseTo(sigmoid(logit(0.5) + logit(0.3) - PRIOR), within(1e-12));
        }

        @Test
        void halfASourcesConfidenceIsHalfItsLogOdds() {
            assertThat(probability(with(RoleSource.EXTERNAL, 0.5), CommitteeRole.COACH))
                    .isCloseTo(sigmoid(PRIOR + (logit(0.5) - PRIOR) / 2), within(1e-12));
        }

        /** A human who was sure a year ago counts half; an outside source that is sure now counts more. */
        @Test
        void aHumansWordBeatsInferenceUntilItHasFaded() {
            var fresh = storyOf(holding(RoleSource.STATED_IN_CRM, 1, 0), holding(RoleSource.EXTERNAL, 1, 0));
            var faded = storyOf(holding(RoleSource.STATED_IN_CRM, 1, 365), holding(RoleSource.EXTERNAL, 1, 0));

            assertThat(likely(fresh, CommitteeRole.COACH).stated()).isTrue();
            assertThat(probability(fresh, CommitteeRole.COACH)).isCloseTo(0.9, within(1e-12));
            assertThat(likely(faded, CommitteeRole.COACH).stated()).isFalse();
            assertThat(probability(faded, CommitteeRole.COACH)).isCloseTo(0.5, within(1e-12));
        }

        @Test
        void aTitleIsASignAndAnUnknownOneIsNone() {
            assertThat(probability(AccountStory.of("ana: CXO FINANCE").history(), CommitteeRole.ECONOMIC_BUYER))
                    .isCloseTo(0.6, within(1e-12));
            assertThat(roles(AccountStory.of("ana: UNKNOWN").history())).isEmpty();
        }

        @Test
        void forwardingTwiceIsASignOfAChampion() {
            var twice = AccountStory.of("""
                ana: UNKNOWN
                bo: UNKNOWN
                ana forwards to bo 3d ago
                ana forwards to bo 2d ago
                """).history();

            assertThat(probability(twice, CommitteeRole.CHAMPION)).isCloseTo(0.3, within(1e-12));
        }

        private static AccountHistory with(RoleSource source, double confidence) {
            return storyOf(holding(source, confidence, 0));
        }

        private static AccountHistory storyOf(RoleHolding... holdings) {
            return AccountStory.of("ana: UNKNOWN\ndeal enters Discovery 400d ago")
                    .and(holdings)
                    .history();
        }

        private static RoleHolding holding(RoleSource source, double confidence, int daysAgo) {
            return new RoleHolding(
                    person("ana"),
                    opportunity("deal"),
                    CommitteeRole.COACH,
                    source,
                    confidence,
                    FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(daysAgo))),
                    Optional.empty());
        }

        private static double probability(AccountHistory history, CommitteeRole role) {
            return likely(history, role).probability();
        }

        private static LikelyRole likely(AccountHistory history, CommitteeRole role) {
            return roles(history).stream()
                    .filter(likely -> likely.role() == role)
                    .findFirst()
                    .orElseThrow();
        }

        private static List<LikelyRole> roles(AccountHistory history) {
            return CommitteeMap.of(history, CommitteeParameters.DEFAULT).likelyRoles();
        }
    }

    @Nested
    class LiveCompletenessTest {

        private static final String ID = "committee.live_completeness";
        private static final String MISSING = "committee.missing_seats";

        private static final String CHAMPION = """
            ana: UNKNOWN
            ana is CHAMPION on deal 0d ago
            """;

        @Test
        void aChampionWhoActsFillsAlmostAllOfTheSeat() {
            assertThat(amount(ID, CHAMPION + "ana visits 3d ago")).isCloseTo(0.9 / 5, within(1e-12));
            assertThat(amount(MISSING, CHAMPION + "ana visits 3d ago")).isEqualTo(4);
        }

        @Test
        void whoHasBeenSilentForTwoMonthsFillsHalfOfIt() {
            assertThat(amount(ID, CHAMPION + "ana visits 60d ago")).isCloseTo(0.45 / 5, within(1e-12));
            assertThat(amount(MISSING, CHAMPION + "ana visits 60d ago")).isEqualTo(5);
        }

        @Test
        void whoNeverActedFillsNothing() {
            assertThat(amount(ID, CHAMPION)).isZero();
        }

        @Test
        void itIsMissingWhenNobodyShowsASign() {
            assertThat(value(ID, "ana: UNKNOWN\nana visits 3d ago")).isEqualTo(FeatureValue.missing());
            assertThat(value(MISSING, "ana: UNKNOWN\nana visits 3d ago")).isEqualTo(FeatureValue.missing());
        }

        @Test
        void missingSeatsAreNamedFirst() {
            assertThat(evidence(MISSING, CHAMPION + "ana visits 3d ago"))
                    .hasSize(5)
                    .startsWith(new LiveSeat(CommitteeRole.ECONOMIC_BUYER, 1, 0, List.of()))
                    .last()
                    .satisfies(item -> assertThat(item)
                            .hasFieldOrPropertyWithValue("role", CommitteeRole.CHAMPION)
                            .hasFieldOrPropertyWithValue("people", List.of(person("ana"))));
        }
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
