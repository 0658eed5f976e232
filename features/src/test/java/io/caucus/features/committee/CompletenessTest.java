package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.opportunity;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.EvidenceItem.Seat;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.testkit.AccountStory;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The standard template: one each of economic buyer, decision maker, champion, technical evaluator; two end users. */
class CompletenessTest {

    private static final String ID = "committee.completeness";

    @Test
    void aSeatForTwoWithOneIsHalfFull() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                deal enters Discovery 40d ago
                ana is ECONOMIC_BUYER on deal 30d ago
                bo is END_USER on deal 30d ago
                """)).isEqualTo((1 + 0.5) / 5);
    }

    @Test
    void aThirdEndUserAddsNothing() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana is END_USER on deal 30d ago
                bo is END_USER on deal 30d ago
                cy is END_USER on deal 30d ago
                """)).isEqualTo(0.2);
    }

    @Test
    void rolesOnDealsThatAreOverDoNotCount() {
        assertThat(value(ID, """
                ana: VP
                ana is CHAMPION on deal 30d ago
                deal enters Lost 2d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void whoHasLeftHoldsNoSeat() {
        assertThat(value(ID, """
                ana: VP from 90d ago to 2d ago
                ana is CHAMPION on deal 30d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void aRoleThatIsNotRequiredFillsNoSeat() {
        assertThat(amount(ID, """
                ana: VP
                ana is INFLUENCER on deal 30d ago
                """)).isZero();
    }

    @Test
    void anUnsureGuessAssignsNobody() {
        var story = AccountStory.of("""
                ana: VP
                ana is INFLUENCER on deal 30d ago
                """);
        var guess = new RoleHolding(
                person("ana"),
                opportunity("deal"),
                CommitteeRole.CHAMPION,
                RoleSource.INFERRED_FROM_TITLE,
                0.49,
                AccountStory.account().time(),
                Optional.empty());

        var history = story.and(guess).history();

        assertThat(Stories.value(ID, history, StageSpells.NONE)).isEqualTo(FeatureValue.of(0));
    }

    @Test
    void itCitesEverySeatTheEmptiestFirst() {
        assertThat(evidence(ID, """
                ana: VP
                ana is END_USER on deal 30d ago
                ana is CHAMPION on deal 30d ago
                """))
                .containsExactly(
                        new Seat(CommitteeRole.ECONOMIC_BUYER, 1, List.of()),
                        new Seat(CommitteeRole.DECISION_MAKER, 1, List.of()),
                        new Seat(CommitteeRole.TECHNICAL_EVALUATOR, 1, List.of()),
                        new Seat(CommitteeRole.END_USER, 2, List.of(person("ana"))),
                        new Seat(CommitteeRole.CHAMPION, 1, List.of(person("ana"))));
    }

    @Test
    void aTemplateWithAnUnknownRoleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommitteeTemplate.parse("odd", new StringReader("version=1\nKING=1")))
                .withMessageStartingWith("committee template 'odd' has a seat 'KING'; roles are [ECONOMIC_BUYER");
    }

    @Test
    void aTemplateWithoutAVersionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommitteeTemplate.parse("odd", new StringReader("CHAMPION=1")))
                .withMessage("committee template 'odd' has version = ''; it needs a whole number");
    }
}
