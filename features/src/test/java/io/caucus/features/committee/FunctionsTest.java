package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import org.junit.jupiter.api.Test;

/** Function diversity and the families covered: two views of who the engaged people are. */
class FunctionsTest {

    private static final String DIVERSITY = "committee.function_diversity";
    private static final String FAMILIES = "committee.families_covered";

    private static final String TWO_ENGINEERS_AND_A_CFO = """
            ana: MANAGER ENGINEERING
            bo: SENIOR ENGINEERING
            cy: CXO FINANCE
            dee: MANAGER
            ana, bo, cy, dee meet with us 3d ago
            """;

    /** exp(−⅔ ln ⅔ − ⅓ ln ⅓) = 3 ÷ 2^⅔. */
    @Test
    void aLopsidedMixCountsForLessThanItsNumberOfFunctions() {
        assertThat(amount(DIVERSITY, TWO_ENGINEERS_AND_A_CFO)).isEqualTo(3 / Math.cbrt(4), within(1e-12));
    }

    @Test
    void executivesAreTheirOwnFamily() {
        assertThat(amount(FAMILIES, TWO_ENGINEERS_AND_A_CFO)).isEqualTo(2);
    }

    @Test
    void allThreeFamiliesCanBeCovered() {
        assertThat(amount(FAMILIES, """
                ana: MANAGER ENGINEERING
                bo: MANAGER FINANCE
                cy: CXO
                ana, bo, cy meet with us 3d ago
                """)).isEqualTo(3);
    }

    @Test
    void unknownFunctionsAreNoPenalty() {
        var story = """
                ana: MANAGER
                ana replies 1d ago
                """;

        assertThat(value(DIVERSITY, story)).isEqualTo(FeatureValue.missing());
        assertThat(value(FAMILIES, story)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void ifNobodyIsEngagedNoFamilyIsCovered() {
        assertThat(amount(FAMILIES, "ana: MANAGER FINANCE")).isZero();
        assertThat(value(DIVERSITY, "ana: MANAGER FINANCE")).isEqualTo(FeatureValue.missing());
    }

    @Test
    void onlyThoseWhoMadeTheValueAreCited() {
        assertThat(evidence(DIVERSITY, TWO_ENGINEERS_AND_A_CFO)).hasSize(3);
        assertThat(evidence(FAMILIES, TWO_ENGINEERS_AND_A_CFO)).hasSize(3);
    }
}
