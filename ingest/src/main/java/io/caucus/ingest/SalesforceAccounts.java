package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.ArrayList;
import java.util.List;

/**
 * An account with the domain of its website. Its industry, headcount and owner are as of its last change, or of the export.
 */
final class SalesforceAccounts implements RecordMapping {

    private static final String NAME = "Name";
    private static final String WEBSITE = "Website";
    private static final String INDUSTRY = "Industry";
    private static final String EMPLOYEES = "NumberOfEmployees";

    @Override
    public String record() {
        return "account";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, NAME, SalesforceProfile.CREATED_DATE),
                List.of(
                        WEBSITE,
                        INDUSTRY,
                        EMPLOYEES,
                        SalesforceProfile.OWNER,
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
        var times = reading.times();
        var id = SalesforceProfile.account(nativeId(row));
        var told = SalesforceProfile.told(row, times);

        var facts = new ArrayList<>(SalesforceProfile.naming(row, times)
                .account(id, row.get(NAME), row.find(WEBSITE).flatMap(Domains::in), row.has(WEBSITE)));
        row.find(INDUSTRY)
                .ifPresent(industry -> facts.add(new FieldChange(id.ref(), ChangeField.INDUSTRY, industry, told)));
        row.findWhole(EMPLOYEES)
                .ifPresent(count -> facts.add(new FieldChange(id.ref(), ChangeField.HEADCOUNT, count, told)));
        SalesforceProfile.tellOwner(row, id.ref(), times, facts);
        return facts;
    }
}
