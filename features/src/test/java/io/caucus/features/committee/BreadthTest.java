package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.Standing;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import org.junit.jupiter.api.Test;

class BreadthTest {

    private static final String ID = "committee.breadth_30d";

    @Test
    void peopleCountOnceHoweverOftenTheyAct() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana replies 3d ago
                ana, bo meet with us 1d ago
                """)).isEqualTo(2);
    }

    @Test
    void theWindowIsOpenAtItsStartAndClosedAtItsEnd() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana replies 30d ago
                bo replies now
                """)).isEqualTo(1);
    }

    @Test
    void whoeverWorksElsewhereOrHasLeftDoesNotCount() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER from 90d ago to 2d ago
                cy: elsewhere
                ana, bo, cy meet with us 5d ago
                """)).isEqualTo(1);
    }

    @Test
    void anExcludedActionDoesNotCount() {
        assertThat(amount(ID, """
                ana: VP
                ana replies 3d ago, excluded AUTO_REPLY
                """)).isZero();
    }

    @Test
    void itIsMissingWhenNobodyIsKnown() {
        assertThat(value(ID, "")).isEqualTo(FeatureValue.missing());
    }

    @Test
    void itCitesEachEngagedPersonWithTheirLastAction() {
        assertThat(evidence(ID, """
                ana: VP ENGINEERING
                bo: MANAGER FINANCE
                ana replies 3d ago
                bo replies 2d ago
                ana replies 1d ago
                """))
                .containsExactly(
                        new Standing(
                                person("ana"), JobFunction.ENGINEERING, Seniority.VP, new EngagementId("story:line-5")),
                        new Standing(
                                person("bo"),
                                JobFunction.FINANCE,
                                Seniority.MANAGER,
                                new EngagementId("story:line-4")));
    }
}
