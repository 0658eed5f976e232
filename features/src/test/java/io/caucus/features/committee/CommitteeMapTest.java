package io.caucus.features.committee;

import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.committee.CommitteeMap.Holder;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.FunctionFamily;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.testkit.AccountStory;
import org.junit.jupiter.api.Test;

class CommitteeMapTest {

    private static CommitteeMap map(String story) {
        return CommitteeMap.of(AccountStory.of(story).history(), CommitteeParameters.DEFAULT);
    }

    @Test
    void membersAreThoseEmployedEngagedOrNot() {
        var map = map("""
                bo: MANAGER FINANCE
                ana: VP ENGINEERING
                cy: MANAGER from 90d ago to 5d ago
                ana replies 40d ago
                ana, cy meet with us 10d ago
                bo replies 31d ago
                """);

        assertThat(map.members()).extracting(Member::person).containsExactly(person("ana"), person("bo"));
        assertThat(map.members()).extracting(Member::engaged).containsExactly(true, false);
        assertThat(map.members()).extracting(Member::recentActions).containsExactly(1, 0);
        assertThat(map.members().getFirst().family()).contains(FunctionFamily.EXECUTIVE);
        assertThat(map.members().getLast().lastAction())
                .hasValueSatisfying(last -> assertThat(last.engagement()).isEqualTo(new EngagementId("story:line-6")));
    }

    /** A mail weighs 0.5 and a meeting 1; 30 days halve them. */
    @Test
    void aTieAddsWhatInteractionsLeftOfThemselves() {
        var map = map("""
                ana: VP
                bo: MANAGER
                ana, bo meet with us 60d ago
                ana forwards to bo 30d ago
                ana mails bo 90d ago
                """);

        assertThat(map.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.strength()).isEqualTo(0.25 + 0.25, within(1e-12));
            assertThat(tie.engagements())
                    .containsExactly(new EngagementId("story:line-3"), new EngagementId("story:line-4"));
        });
        assertThat(map.tiesToUs())
                .allSatisfy(tie -> assertThat(tie.user()).isEqualTo(AccountStory.us()))
                .extracting(CommitteeMap.TieToUs::person)
                .containsExactly(person("ana"), person("bo"));
    }

    @Test
    void requiredSeatsComeFirstAndSurestHoldersToo() {
        var map = map("""
                ana: VP
                ana is BLOCKER on deal 5d ago
                ana is CHAMPION on deal 5d ago
                """);

        assertThat(map.seats())
                .extracting(CommitteeMap.Seat::role)
                .containsExactly(
                        CommitteeRole.ECONOMIC_BUYER,
                        CommitteeRole.DECISION_MAKER,
                        CommitteeRole.CHAMPION,
                        CommitteeRole.TECHNICAL_EVALUATOR,
                        CommitteeRole.END_USER,
                        CommitteeRole.BLOCKER);
        assertThat(map.seats().get(2).holders())
                .containsExactly(new Holder(person("ana"), RoleSource.STATED_IN_CRM, 1, true));
    }
}
