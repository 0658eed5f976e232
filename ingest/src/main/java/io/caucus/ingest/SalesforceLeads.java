package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import java.util.List;

/**
 * A person whose company is only a text, so nobody's employee. A converted lead became a contact, which stands for the person.
 */
final class SalesforceLeads implements RecordMapping {

    private static final String IS_CONVERTED = "IsConverted";

    @Override
    public String record() {
        return "lead";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceProfile.FIRST_NAME,
                        SalesforceProfile.LAST_NAME,
                        SalesforceContacts.EMAIL,
                        IS_CONVERTED,
                        SalesforceProfile.LAST_MODIFIED_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var id = SalesforceProfile.person(nativeId(row));
        if (SalesforceProfile.isTrue(row, IS_CONVERTED)) {
            reading.findings()
                    .nothingTold(IS_CONVERTED, "", "the contact a lead was converted to stands for the person");
            return List.of();
        }
        return SalesforceContacts.person(row, id, reading.times());
    }
}
