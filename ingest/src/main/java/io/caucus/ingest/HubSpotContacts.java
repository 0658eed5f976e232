package io.caucus.ingest;

import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contact becomes a person and, when it has a company, an employment there since the contact was created: that day is the
 * first we know of, and HubSpot does not say when a title came to be what it is.
 */
final class HubSpotContacts implements RecordMapping {

    private static final String ID = "Contact ID";
    private static final String EMAIL = "Email";
    private static final String FIRST_NAME = "First Name";
    private static final String LAST_NAME = "Last Name";
    private static final String TITLE = "Job Title";
    private static final String OWNER = "Contact Owner";
    private static final List<String> SALESFORCE_IDS = List.of("Salesforce Contact ID", "Salesforce Lead ID");

    private final JobTitles titles = JobTitles.load();

    @Override
    public String record() {
        return "contact";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, EMAIL, HubSpotProfile.CREATE_DATE, HubSpotProfile.COMPANY_DOMAIN),
                Stream.concat(
                                Stream.of(FIRST_NAME, LAST_NAME, TITLE, OWNER, HubSpotProfile.LAST_MODIFIED_DATE),
                                SALESFORCE_IDS.stream())
                        .toList());
    }

    @Override
    public List<String> dates() {
        return List.of(HubSpotProfile.CREATE_DATE, HubSpotProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.domain(row.findLowerCase(HubSpotProfile.COMPANY_DOMAIN));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var id = new PersonId(HubSpotProfile.key(nativeId(row)));
        var times = reading.times();
        var created = FactTime.at(HubSpotProfile.created(row, times));
        var employer = reading.references().findAccountByDomain(row, HubSpotProfile.COMPANY_DOMAIN);

        var facts = new ArrayList<>(
                HubSpotProfile.naming(row, times).person(id, name(row), row.findLowerCase(EMAIL), true));
        employer.ifPresent(account -> {
            var title = row.find(TITLE);
            var position = titles.read(title.orElse(""));
            facts.add(new Employment(
                    id, account, title, position.function(), position.seniority(), created, Optional.empty()));
        });
        HubSpotProfile.tellOwner(row, OWNER, times, facts);
        HubSpotProfile.tellSalesforceIds(row, id.ref(), SALESFORCE_IDS, times, facts);
        return facts;
    }

    /** As HubSpot itself shows a contact: by its name, else by its address. */
    private static String name(Row row) {
        return row.findJoined(FIRST_NAME, LAST_NAME).orElseGet(() -> row.get(EMAIL));
    }
}
