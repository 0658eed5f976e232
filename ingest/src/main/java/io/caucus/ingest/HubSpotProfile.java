package io.caucus.ingest;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Five CSV files as HubSpot exports them. Its users are known by their e-mail address only. */
final class HubSpotProfile implements Profile {

    static final String NAME = "hubspot";
    static final String CREATE_DATE = "Create Date";
    static final String LAST_MODIFIED_DATE = "Last Modified Date";
    static final String COMPANY_DOMAIN = "Associated Company Domain";
    static final String CONTACT_EMAIL = "Associated Contact Email";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<SourceFile> files() {
        return List.of(
                file("companies", new HubSpotCompanies()),
                file("contacts", new HubSpotContacts()),
                file("deals", new HubSpotDeals()),
                file("tickets", new HubSpotTickets()),
                file("activities", new HubSpotActivities()));
    }

    private static SourceFile file(String what, RecordMapping mapping) {
        return new SourceFile(List.of("hubspot_" + what + ".csv", what + ".csv"), DateForm.ISO, mapping);
    }

    static String key(String nativeId) {
        return NAME + ":" + nativeId;
    }

    static Instant created(Row row, ExportTimes times) {
        return times.past(CREATE_DATE, row.getDate(CREATE_DATE, DateForm.ISO));
    }

    static Optional<Instant> findModified(Row row, ExportTimes times) {
        return row.findDate(LAST_MODIFIED_DATE, DateForm.ISO).map(date -> times.past(LAST_MODIFIED_DATE, date));
    }

    static Naming naming(Row row, ExportTimes times) {
        return new Naming(
                FactTime.at(created(row, times)), findModified(row, times).map(FactTime::at));
    }

    /** When what the row does not date was so: at its last change, else at the export. */
    static FactTime told(Row row, ExportTimes times) {
        return FactTime.at(findModified(row, times).orElseGet(times::exported));
    }

    /**
     * Tells the ids that HubSpot's integration with Salesforce writes into its records.
     *
     * @param columns those that hold one
     */
    static void tellSalesforceIds(
            Row row, EntityRef entity, List<String> columns, ExportTimes times, List<Fact> facts) {
        for (String column : columns) {
            SalesforceId.find(row, column)
                    .map(id -> new FieldChange(
                            entity, ChangeField.FOREIGN_ID, SalesforceProfile.key(id), told(row, times)))
                    .ifPresent(facts::add);
        }
    }

    static Optional<UserId> findOwner(Row row, String column) {
        return row.find(column).map(address -> Keys.user(NAME, address));
    }

    /** Tells the owner, if the row names one: when HubSpot's export begins is the latest we can say the user came to be. */
    static void tellOwner(Row row, String column, ExportTimes times, List<Fact> facts) {
        row.find(column)
                .ifPresent(address -> facts.add(
                        new User(Keys.user(NAME, address), Owners.nameIn(address), FactTime.at(times.begun()))));
    }
}
