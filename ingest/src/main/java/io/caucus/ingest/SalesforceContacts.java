package io.caucus.ingest;

import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person and, with an account, an employment there since the contact was created: that day is the first we know of.
 */
final class SalesforceContacts implements RecordMapping {

    static final String EMAIL = "Email";

    static final String TITLE = "Title";

    private final JobTitles titles = JobTitles.load();

    @Override
    public String record() {
        return "contact";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID, SalesforceProfile.ACCOUNT, SalesforceProfile.CREATED_DATE),
                List.of(
                        SalesforceProfile.FIRST_NAME,
                        SalesforceProfile.LAST_NAME,
                        EMAIL,
                        TITLE,
                        SalesforceProfile.LAST_MODIFIED_DATE,
                        SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE, SalesforceProfile.LAST_MODIFIED_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(SalesforceId.peek(row, SalesforceProfile.ACCOUNT).map(SalesforceProfile::account));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var id = SalesforceProfile.person(nativeId(row));
        var created = FactTime.at(SalesforceProfile.created(row, reading.times()));
        var employer = SalesforceId.find(row, SalesforceProfile.ACCOUNT)
                .map(account ->
                        reading.references().existing(SalesforceProfile.account(account), SalesforceProfile.ACCOUNT));

        var facts = new ArrayList<>(person(row, id, reading.times()));
        employer.ifPresent(account -> {
            var title = row.find(TITLE);
            var position = titles.read(title.orElse(""));
            facts.add(new Employment(
                    id, account, title, position.function(), position.seniority(), created, Optional.empty()));
        });
        return facts;
    }

    /** Called by the name, else the address, else the id. */
    static List<Fact> person(Row row, PersonId id, ExportTimes times) {
        var email = row.findLowerCase(EMAIL);
        var name = row.findJoined(SalesforceProfile.FIRST_NAME, SalesforceProfile.LAST_NAME);
        return SalesforceProfile.naming(row, times)
                .person(
                        id,
                        name.or(() -> email).orElseGet(() -> SalesforceId.get(row, SalesforceProfile.ID)),
                        email,
                        row.has(EMAIL));
    }
}
