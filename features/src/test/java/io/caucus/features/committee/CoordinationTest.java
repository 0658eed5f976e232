package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem.Action;
import io.caucus.features.FeatureValue;
import org.junit.jupiter.api.Test;

class CoordinationTest {

    private static final String LIFT = "committee.coordination_lift";
    private static final String P = "committee.coordination_p";

    private static final String THREE_TOGETHER = """
        ana: MANAGER
        bo: MANAGER
        cy: VP
        dee: VP
        ed: VP
        ana visits 3d 1h ago
        bo visits 3d 2h ago
        cy downloads 3d 3h ago
        ana visits 9d 1h ago
        """;

    /** Three pairs on the fourth day back; days per person 2, 1, 1, so chance explains (2 + 2 + 1) / 30 of a pair. */
    @Test
    void threeOnOneDayAreEighteenTimesWhatChanceExplains() {
        assertThat(amount(LIFT, THREE_TOGETHER)).isEqualTo(3 / (5 / 30.0));
        assertThat(amount(P, THREE_TOGETHER)).isLessThan(0.05);
        assertThat(evidence(LIFT, THREE_TOGETHER))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item).isInstanceOf(Action.class));
    }

    @Test
    void aDayIsTwentyFourHoursBackFromTheInstant() {
        assertThat(amount(LIFT, """
            ana: MANAGER
            bo: MANAGER
            ana visits 3d 23h ago
            bo visits 4d 1h ago
            """)).isZero();
    }

    @Test
    void aDayOfAnEventSaysNothing() {
        assertThat(amount(LIFT, THREE_TOGETHER + "dee joins webinar 3d 5h ago")).isZero();
        assertThat(amount(P, THREE_TOGETHER + "dee joins webinar 3d 5h ago")).isEqualTo(1);
    }

    @Test
    void anEventThatWasNotHeldChangesNothing() {
        assertThat(amount(LIFT, THREE_TOGETHER + "dee joins webinar 3d 5h ago, excluded NOT_HELD"))
                .isEqualTo(amount(LIFT, THREE_TOGETHER));
    }

    @Test
    void aDayOfAMailToTheWholeCompanySaysNothing() {
        assertThat(amount(LIFT, THREE_TOGETHER + "we mail ana, bo, cy 3d 4h ago, excluded BULK_MAIL"))
                .isZero();
    }

    @Test
    void aMailToTwoOfFiveIsNotToTheWholeCompany() {
        assertThat(amount(LIFT, THREE_TOGETHER + "we mail ana, bo 3d 4h ago")).isEqualTo(amount(LIFT, THREE_TOGETHER));
    }

    @Test
    void ourMailsNeverMakeItLookStronger() {
        var mailOfAnotherDay = THREE_TOGETHER + "we mail ana, bo, cy, dee, ed 9d 4h ago";

        assertThat(amount(LIFT, mailOfAnotherDay)).isEqualTo(amount(LIFT, THREE_TOGETHER));
        assertThat(amount(P, mailOfAnotherDay)).isEqualTo(amount(P, THREE_TOGETHER));
    }

    @Test
    void onePersonHasNobodyToActWith() {
        assertThat(value(LIFT, "ana: MANAGER\nana visits 3d ago")).isEqualTo(FeatureValue.missing());
        assertThat(value(P, "ana: MANAGER\nana visits 3d ago")).isEqualTo(FeatureValue.missing());
    }
}
