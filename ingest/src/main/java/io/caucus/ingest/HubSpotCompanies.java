package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.util.ArrayList;
import java.util.List;

/**
 * A company becomes an account. Its industry, headcount, owner and id in Salesforce are as of the last change HubSpot dates, or of the
 * export.
 */
final class HubSpotCompanies implements RecordMapping {

    private static final String ID = "Company ID";
    private static final String NAME = "Company Name";
    private static final String DOMAIN = "Company Domain Name";
    private static final String INDUSTRY = "Industry";
    private static final String EMPLOYEES = "Number of Employees";
    private static final String OWNER = "Company Owner";
    private static final String SALESFORCE_ID = "Salesforce Account ID";

    @Override
    public String record() {
        return "company";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, NAME, HubSpotProfile.CREATE_DATE),
                List.of(DOMAIN, INDUSTRY, EMPLOYEES, OWNER, SALESFORCE_ID, HubSpotProfile.LAST_MODIFIED_DATE));
    }

    @Override
    public List<String> dates() {
        return List.of(HubSpotProfile.CREATE_DATE, HubSpotProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var id = new AccountId(HubSpotProfile.key(nativeId(row)));
        var told = HubSpotProfile.told(row, times);

        var facts = new ArrayList<>(HubSpotProfile.naming(row, times)
                .account(id, row.get(NAME), row.findLowerCase(DOMAIN), row.has(DOMAIN)));
        row.find(INDUSTRY)
                .ifPresent(industry -> facts.add(new FieldChange(id.ref(), ChangeField.INDUSTRY, industry, told)));
        row.findWhole(EMPLOYEES)
                .ifPresent(count -> facts.add(new FieldChange(id.ref(), ChangeField.HEADCOUNT, count, told)));
        HubSpotProfile.tellOwner(row, OWNER, times, facts);
        HubSpotProfile.findOwner(row, OWNER)
                .ifPresent(owner -> facts.add(new FieldChange(id.ref(), ChangeField.OWNER, owner.value(), told)));
        HubSpotProfile.tellSalesforceIds(row, id.ref(), List.of(SALESFORCE_ID), times, facts);
        return facts;
    }
}
