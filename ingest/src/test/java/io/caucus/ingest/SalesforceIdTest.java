package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {

    /** Pairs published by others, so that the rule is not checked against itself. */
    @ParameterizedTest
    @CsvSource({
        "a0D30000001n7Pi, EAI",
        "a0RE000000IJmcN, MAT",
        "a01M00000062mPg, IAI",
        "001M000000qfPyS, IAU",
        "a0FE000000D6r3F, MAR",
        "0F9E000000092w2, KAA",
        "aaaaaaaaaaaaaaa, AAA"
    })
    void theLastThreeCharactersTellTheCaseOfTheOthers(String id, String suffix) {
        assertThat(SalesforceId.longForm(id)).contains(id + suffix);
        assertThat(SalesforceId.longForm(id + suffix)).contains(id + suffix);
    }

    @Test
    void idsThatDifferOnlyInCaseAreTwo() {
        assertThat(SalesforceId.longForm("50130000000014c")).isNotEqualTo(SalesforceId.longForm("50130000000014C"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "001", "a0D30000001n7PiEAA", "A0D30000001N7PIEAI", "a0D30000001n7P-", "a0D30000001n7PiEA"})
    void whatContradictsItsLastThreeCharactersIsNoId(String written) {
        assertThat(SalesforceId.longForm(written)).isEmpty();
    }
}
