package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static io.caucus.testkit.AccountStory.us;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.Connection;
import io.caucus.features.EvidenceItem.SharedTie;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EngagementId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TiesAcrossTest {

    @Nested
    class ThreadRedundancyTest {

        private static final String ID = "committee.thread_redundancy";

        /** Two ways from the account's side, but both begin with the one of ours. */
        @Test
        void oneOfOursIsOneThreadHoweverManyTheyAre() {
            var story = """
                ana: MANAGER
                bo: MANAGER
                cy: VP
                cy is DECISION_MAKER on deal 30d ago
                ana replies to us 3d ago
                bo replies to us 3d ago
                ana forwards to cy 2d ago
                bo forwards to cy 2d ago
                """;

            assertThat(amount(ID, story)).isEqualTo(1);
            assertThat(evidence(ID, story))
                    .containsExactly(new Connection(
                            us(), List.of(new EngagementId("story:line-5"), new EngagementId("story:line-6"))));
        }

        @Test
        void noWayIsNone() {
            assertThat(amount(ID, """
                ana: MANAGER
                cy: VP
                cy is DECISION_MAKER on deal 30d ago
                ana replies to us 3d ago
                """)).isZero();
        }

        @Test
        void itIsMissingWithoutADecider() {
            assertThat(value(ID, """
                ana: MANAGER
                ana replies to us 3d ago
                """)).isEqualTo(FeatureValue.missing());
        }
    }

    @Nested
    class BetweennessCentralizationTest {

        private static final String ID = "committee.betweenness_centralization";

        @Test
        void oneWhoForwardsToAllIsABroker() {
            assertThat(amount(ID, """
                ana: MANAGER
                bo: MANAGER
                cy: VP
                ana forwards to bo 3d ago
                ana forwards to cy 2d ago
                """)).isEqualTo(1);
        }

        @Test
        void aMeetingOfAllSharesItAndCitesEveryTie() {
            var story = """
                ana: MANAGER
                bo: MANAGER
                cy: VP
                dee: VP
                ana, bo, cy meet 3d ago
                """;

            assertThat(amount(ID, story)).isZero();
            assertThat(evidence(ID, story))
                    .hasSize(3)
                    .allSatisfy(item -> assertThat(item).isInstanceOf(SharedTie.class));
        }

        @Test
        void twoHaveNobodyBetweenThem() {
            assertThat(value(ID, """
                ana: MANAGER
                bo: MANAGER
                cy: VP
                ana forwards to bo 3d ago
                """)).isEqualTo(FeatureValue.missing());
        }
    }

    @Nested
    class SellerCoverageTest {

        private static final String ID = "committee.seller_coverage";

        @Test
        void aReplyToWhatWeWroteGoesBothWays() {
            var story = """
                ana: MANAGER
                we mail ana 4d ago
                ana replies to us 3d ago
                """;

            assertThat(amount(ID, story)).isEqualTo(1);
            assertThat(evidence(ID, story))
                    .containsExactly(new Connection(us(), List.of(new EngagementId("story:line-3"))));
        }

        @Test
        void aMailThatNobodyAnsweredDoesNot() {
            assertThat(amount(ID, """
                ana: MANAGER
                we mail ana 4d ago
                """)).isZero();
        }

        @Test
        void aMailThatWeDidNotAnswerDoesNot() {
            assertThat(amount(ID, """
                ana: MANAGER
                ana mails us 4d ago
                """)).isZero();
        }

        @Test
        void somebodyElsesAnswerDoesNot() {
            assertThat(amount(ID, """
                ana: MANAGER
                bo: MANAGER
                we mail bo 4d ago
                ana mails us 3d ago
                """)).isZero();
        }

        @Test
        void aMeetingGoesBothWaysByItself() {
            assertThat(amount(ID, """
                ana: MANAGER
                ana meets with us 4d ago
                """)).isEqualTo(1);
        }

        @Test
        void itIsMissingWhenNobodyIsKnown() {
            assertThat(value(ID, "ana: elsewhere")).isEqualTo(FeatureValue.missing());
        }
    }

    @Nested
    class BreadthTrendTest {

        private static final String ID = "committee.breadth_trend";

        private static final String ONE_FELL_SILENT = """
            ana: MANAGER
            bo: MANAGER
            ana visits 3d ago
            ana visits 40d ago
            bo visits 41d ago
            """;

        @Test
        void whoFellSilentIsMissedAndCited() {
            assertThat(amount(ID, ONE_FELL_SILENT)).isEqualTo(-1);
            assertThat(evidence(ID, ONE_FELL_SILENT))
                    .singleElement()
                    .satisfies(item -> assertThat(item).hasFieldOrPropertyWithValue("person", person("bo")));
        }

        @Test
        void theEdgeOfTheWindowBelongsToTheMonthBefore() {
            assertThat(amount(ID, """
                ana: MANAGER
                ana visits 30d ago
                """)).isEqualTo(-1);
        }
    }
}
