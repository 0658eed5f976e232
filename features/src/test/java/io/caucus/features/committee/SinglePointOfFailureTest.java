package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.CutPoint;
import io.caucus.features.FeatureValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinglePointOfFailureTest {

    private static final String ID = "committee.single_point_of_failure";

    private static final String THROUGH_ANA = """
            ana: MANAGER
            bo: VP
            bo is DECISION_MAKER on deal 30d ago
            ana replies to us 3d ago
            ana forwards to bo 2d ago
            """;

    @Test
    void onePersonBetweenUsAndTheDeciderIsOne() {
        assertThat(amount(ID, THROUGH_ANA)).isEqualTo(1);
        assertThat(evidence(ID, THROUGH_ANA)).containsExactly(new CutPoint(person("ana"), List.of(person("bo"))));
    }

    @Test
    void aSecondWayTakesItAway() {
        assertThat(amount(ID, THROUGH_ANA + """
                cy: MANAGER
                cy replies to us 2d ago
                cy forwards to bo 1d ago
                """)).isZero();
    }

    @Test
    void aDeciderWhoDealsWithUsIsNoFailureOfTheAccount() {
        assertThat(amount(ID, THROUGH_ANA + "bo replies to us 1d ago")).isZero();
    }

    @Test
    void aSecondDeciderWhomWeReachOtherwiseTakesItAway() {
        assertThat(amount(ID, THROUGH_ANA + """
                cy: CXO
                cy is ECONOMIC_BUYER on deal 20d ago
                cy replies to us 1d ago
                """)).isZero();
    }

    @Test
    void everyoneInAChainIsNamedNearestToUsFirst() {
        assertThat(evidence(ID, """
                ana: MANAGER
                bo: MANAGER
                cy: VP
                cy is DECISION_MAKER on deal 30d ago
                bo replies to us 3d ago
                bo forwards to ana 2d ago
                ana forwards to cy 1d ago
                """))
                .containsExactly(
                        new CutPoint(person("bo"), List.of(person("cy"))),
                        new CutPoint(person("ana"), List.of(person("cy"))));
    }

    @Test
    void beingCopiedIsNotDealingWithUs() {
        assertThat(amount(ID, """
                ana: MANAGER
                bo: VP
                bo is DECISION_MAKER on deal 30d ago
                ana replies to us, bo 3d ago
                """)).isEqualTo(1);
    }

    @Test
    void itIsMissingWithoutADecider() {
        assertThat(value(ID, """
                ana: MANAGER
                ana replies to us 3d ago
                """)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void itIsMissingWithoutAWay() {
        assertThat(value(ID, """
                ana: MANAGER
                bo: VP
                bo is DECISION_MAKER on deal 30d ago
                ana replies to us 3d ago
                we mail bo 2d ago
                """)).isEqualTo(FeatureValue.missing());
    }
}
