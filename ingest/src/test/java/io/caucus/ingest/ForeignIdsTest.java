package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIdsTest {

    private static final String CONTACT = "salesforce:0035g00000AbCd1AAF";
    private static final String OTHER_CONTACT = "salesforce:0035g00000EfGh2AAF";
    private static final String LEAD = "salesforce:00Q5g00000LeAd1EAF";

    @Test
    void idsOfSalesforceAreComparedInTheirLongForm() {
        assertThat(ForeignIds.canonical("salesforce:0035g00000AbCd1")).isEqualTo(CONTACT);
        assertThat(ForeignIds.canonical(CONTACT)).isEqualTo(CONTACT);
        assertThat(ForeignIds.canonical("salesforce:1")).isEqualTo("salesforce:1");
        assertThat(ForeignIds.canonical("hubspot:0035g00000AbCd1")).isEqualTo("hubspot:0035g00000AbCd1");
    }

    @Test
    void oneOfEachKindStandsAndItIsTheLast() {
        assertThat(ForeignIds.standing(List.of(OTHER_CONTACT, LEAD, "hubspot:1", CONTACT, "hubspot:2")))
                .containsExactly("hubspot:2", CONTACT, LEAD);
    }

    @Test
    void whatIsTakenAwayTakesItsKindOrAll() {
        assertThat(ForeignIds.standing(List.of(LEAD, CONTACT, ForeignIds.none("003"))))
                .containsExactly(LEAD);
        assertThat(ForeignIds.standing(List.of(LEAD, "hubspot:1", "salesforce:*")))
                .containsExactly("hubspot:1");
        assertThat(ForeignIds.standing(List.of(LEAD, "", CONTACT))).containsExactly(CONTACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "hubspot:", "Hub Spot:17", "hubspot:ana@acme.example", "hubspot:1*", "hubspot:1\n2"})
    void whatIsNoKeyIsRefusedByName(String written) {
        assertThatExceptionOfType(RejectedRow.class)
                .isThrownBy(() -> ForeignIds.get("value", written))
                .withMessageStartingWith("column 'value' has '")
                .withMessageContaining("must be the key of a record of another source");
    }
}
