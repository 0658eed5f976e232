package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The standard objects of Salesforce, one file each, with the API names of their fields as columns: what Data Loader and the
 * weekly export write.
 */
final class SalesforceProfile implements Profile {

    static final String NAME = "salesforce";
    static final String ID = "Id";
    static final String IS_DELETED = "IsDeleted";
    static final String CREATED_DATE = "CreatedDate";
    static final String LAST_MODIFIED_DATE = "LastModifiedDate";
    static final String OWNER = "OwnerId";
    static final String ACCOUNT = "AccountId";
    static final String FIRST_NAME = "FirstName";
    static final String LAST_NAME = "LastName";

    private static final String OPPORTUNITY_HISTORY_FILE = "OpportunityHistory.csv";

    private final SalesforceStages stages = new SalesforceStages();
    private final SalesforceCampaigns campaigns = new SalesforceCampaigns();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<SourceFile> files() {
        return List.of(
                file("User.csv", new SalesforceUsers()),
                file("Account.csv", accounts()),
                file("Account.csv", new SalesforceSubsidiaries()),
                file("Contact.csv", contacts()),
                file("Lead.csv", leads()),
                file("Opportunity.csv", opportunities(stages)),
                file(OPPORTUNITY_HISTORY_FILE, new SalesforceOpportunityHistory(stages)),
                file("OpportunityFieldHistory.csv", new SalesforceOpportunityFieldHistory(stages)),
                file("OpportunityContactRole.csv", new SalesforceContactRoles()),
                file("Task.csv", tasks()),
                file("Event.csv", events()),
                file("Case.csv", cases()),
                file("Campaign.csv", campaigns),
                file("CampaignMember.csv", new SalesforceCampaignMembers(campaigns)));
    }

    static RecordMapping accounts() {
        return new DeletableRecords(new SalesforceAccounts(), SalesforceProfile::account);
    }

    static RecordMapping contacts() {
        return new DeletableRecords(new SalesforceContacts(), SalesforceProfile::person);
    }

    static RecordMapping leads() {
        return new DeletableRecords(new SalesforceLeads(), SalesforceProfile::person);
    }

    static RecordMapping opportunities(SalesforceStages stages) {
        return new DeletableRecords(new SalesforceOpportunities(stages), SalesforceProfile::opportunity);
    }

    static RecordMapping tasks() {
        return new DeletableRecords(new SalesforceTasks(), SalesforceProfile::engagement);
    }

    static RecordMapping events() {
        return new DeletableRecords(new SalesforceEvents(), SalesforceProfile::engagement);
    }

    static RecordMapping cases() {
        return new DeletableRecords(new SalesforceCases(), SalesforceProfile::ticket);
    }

    private static SourceFile file(String name, RecordMapping mapping) {
        return new SourceFile(List.of(name), DateForm.SALESFORCE, mapping);
    }

    @Override
    public void begin(List<SourceFile> there) {
        if (there.stream().anyMatch(file -> file.usualName().equals(OPPORTUNITY_HISTORY_FILE))) {
            stages.datedByHistory();
        }
    }

    @Override
    public Map<String, List<String>> learned() {
        var learned = new TreeMap<>(stages.learned());
        learned.putAll(campaigns.learned());
        return learned;
    }

    @Override
    public void recall(Map<String, List<String>> learned) {
        stages.recall(learned);
        campaigns.recall(learned);
    }

    static String key(String id) {
        return NAME + ":" + id;
    }

    static AccountId account(String id) {
        return new AccountId(key(id));
    }

    static PersonId person(String id) {
        return new PersonId(key(id));
    }

    static OpportunityId opportunity(String id) {
        return new OpportunityId(key(id));
    }

    static EngagementId engagement(String id) {
        return new EngagementId(key(id));
    }

    static TicketId ticket(String id) {
        return new TicketId(key(id));
    }

    /** The id of a row's own record, of a kind that tells of others and cannot be taken back itself: one in the recycle bin is rejected. */
    static String keptId(Row row) {
        if (isDeleted(row)) {
            throw new RejectedRow(
                    RejectCode.DELETED,
                    IS_DELETED,
                    "column '%s' says that the record was deleted".formatted(IS_DELETED));
        }
        return SalesforceId.get(row, ID);
    }

    static boolean isDeleted(Row row) {
        return isTrue(row, IS_DELETED);
    }

    /** Data Loader writes {@code true}, the weekly export {@code 1}. */
    static boolean isTrue(Row row, String column) {
        return row.find(column)
                .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
                .isPresent();
    }

    static Optional<Instant> findPast(Row row, String column, ExportTimes times) {
        return row.findDate(column, DateForm.SALESFORCE).map(date -> times.past(column, date));
    }

    static Instant created(Row row, ExportTimes times) {
        return times.past(CREATED_DATE, row.getDate(CREATED_DATE, DateForm.SALESFORCE));
    }

    static Naming naming(Row row, ExportTimes times) {
        return new Naming(
                FactTime.at(created(row, times)),
                findPast(row, LAST_MODIFIED_DATE, times).map(FactTime::at));
    }

    /** When what the row does not date was so: at its last change, else at the export. */
    static FactTime told(Row row, ExportTimes times) {
        return FactTime.at(findPast(row, LAST_MODIFIED_DATE, times).orElseGet(times::exported));
    }

    /** The owner, if it is one of our people: a queue owns records, too. */
    static Optional<UserId> findOwner(Row row) {
        return SalesforceId.find(row, OWNER, SalesforceId.USER).map(id -> new UserId(key(id)));
    }

    /**
     * A user whom no file need tell of, called by the id: what {@code User.csv} says is newer and takes its place, whenever it is
     * imported.
     */
    static User user(UserId id, ExportTimes times) {
        return new User(id, id.value().substring(NAME.length() + 1), FactTime.at(times.begun()));
    }

    static void tellOwner(Row row, EntityRef owned, ExportTimes times, List<Fact> facts) {
        findOwner(row).ifPresent(owner -> {
            facts.add(user(owner, times));
            facts.add(new FieldChange(owned, ChangeField.OWNER, owner.value(), told(row, times)));
        });
    }
}
