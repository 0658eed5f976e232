package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.SharedTie;
import io.caucus.features.EvidenceItem.Standing;
import io.caucus.features.FeatureValue;
import org.junit.jupiter.api.Test;

class CohesionTest {

    private static final String ID = "committee.cohesion";

    @Test
    void itIsTheShareOfTheLargestGroup() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana, bo meet with us 3d ago
                cy replies 2d ago
                """)).isEqualTo(2.0 / 3);
    }

    @Test
    void aColleagueWhoIsNotEngagedMayLinkTwoWhoAre() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana forwards to cy 3d ago
                bo forwards to cy 3d ago
                """)).isEqualTo(1);
    }

    @Test
    void somebodyWhoLeftLinksNobody() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER from 90d ago to 1d ago
                ana forwards to cy 3d ago
                bo forwards to cy 3d ago
                """)).isEqualTo(0.5);
    }

    @Test
    void ourMailToBothTiesNobody() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana visits 3d ago
                bo visits 3d ago
                we mail ana, bo 2d ago
                """)).isEqualTo(0.5);
    }

    @Test
    void visitsTieNobody() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana, bo visit 3d ago
                """)).isEqualTo(0.5);
    }

    @Test
    void itIsMissingForOnePerson() {
        assertThat(value(ID, """
                ana: VP
                bo: MANAGER
                ana forwards to bo 3d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void itCitesThePeopleAndTheTiesOfTheLargestGroup() {
        assertThat(evidence(ID, """
                ana: VP
                bo: MANAGER
                ana, bo meet with us 30d ago
                ana replies 1d ago
                bo replies 1d ago
                """))
                .satisfiesExactly(
                        item -> assertThat(item).isInstanceOf(Standing.class),
                        item -> assertThat(item).isInstanceOf(Standing.class),
                        item -> assertThat(item)
                                .isInstanceOfSatisfying(
                                        SharedTie.class,
                                        tie -> assertThat(tie.strength()).isEqualTo(0.5)));
    }
}
