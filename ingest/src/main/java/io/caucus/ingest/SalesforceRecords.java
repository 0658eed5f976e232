package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records of Salesforce that come one at a time, as an event brings them. A whole record is read by the very mapping that reads
 * its row in an export, so both come to the same facts.
 */
public final class SalesforceRecords {

    private final Map<String, List<RecordMapping>> mappings = new TreeMap<>();
    private final JobTitles titles = JobTitles.load();

    public SalesforceRecords() {
        mappings.put("User", List.of(new SalesforceUsers()));
        mappings.put("Account", List.of(new SalesforceAccounts(), new SalesforceSubsidiaries()));
        mappings.put("Contact", List.of(new SalesforceContacts()));
        mappings.put("Lead", List.of(new SalesforceLeads()));
        mappings.put("Opportunity", List.of(new SalesforceOpportunities(new SalesforceStages())));
        mappings.put("OpportunityContactRole", List.of(new SalesforceContactRoles()));
        mappings.put("Task", List.of(new SalesforceTasks()));
        mappings.put("Event", List.of(new SalesforceEvents()));
        mappings.put("Case", List.of(new SalesforceCases()));
    }

    /** The objects whose records are read, sorted. */
    public List<String> objects() {
        return List.copyOf(mappings.keySet());
    }

    public boolean isRead(String object) {
        return mappings.containsKey(object);
    }

    /** @param fields by their API names, {@code Id} among them */
    public void referWhole(String object, Map<String, String> fields, References references) {
        var row = Row.ofFields(fields);
        concerned(object, row).forEach(mapping -> mapping.refer(row, references));
    }

    /**
     * A record with all its fields, as when it was created.
     *
     * @param at when the record was so: what it does not date is told then
     */
    public List<Fact> whole(String object, Map<String, String> fields, Instant at, References references) {
        var complete = new LinkedHashMap<>(fields);
        complete.putIfAbsent(SalesforceProfile.CREATED_DATE, at.toString());
        var row = Row.ofFields(complete);
        var reading = new Reading(new ExportTimes(Optional.of(at), Optional.of(at)), references, new Findings());
        var facts = new ArrayList<Fact>();
        concerned(object, row).forEach(mapping -> facts.addAll(mapping.facts(row, reading)));
        return facts;
    }

    private List<RecordMapping> concerned(String object, Row row) {
        return mappings.getOrDefault(object, List.of()).stream()
                .filter(mapping -> mapping.concerns(row))
                .toList();
    }

    public void referChanged(String object, String id, References references) {
        if (object.equals("Contact")) {
            references.employee(Optional.of(SalesforceProfile.person(id)));
        }
    }

    /**
     * What took new values, of those fields whose history the graph keeps.
     *
     * @param id of the record, with 18 characters
     * @param fields the changed ones, by their API names
     */
    public List<Fact> changed(String object, String id, Map<String, String> fields, Instant at, References references) {
        var row = Row.ofFields(fields);
        var time = FactTime.at(at);
        return switch (object) {
            case "Account" -> accountChanges(SalesforceProfile.account(id), row, time);
            case "Contact" -> contactChanges(SalesforceProfile.person(id), row, time, references);
            case "Opportunity" -> opportunityChanges(id, row, time);
            default ->
                throw new RejectedRow(
                        RejectCode.NOT_KEPT,
                        "",
                        "the event tells single fields of a %s, of which the graph keeps whole records only"
                                .formatted(object));
        };
    }

    private static List<Fact> accountChanges(AccountId id, Row row, FactTime at) {
        var facts = new ArrayList<Fact>();
        row.find("Industry")
                .ifPresent(industry -> facts.add(new FieldChange(id.ref(), ChangeField.INDUSTRY, industry, at)));
        row.findWhole("NumberOfEmployees")
                .ifPresent(count -> facts.add(new FieldChange(id.ref(), ChangeField.HEADCOUNT, count, at)));
        findOwner(row).ifPresent(owner -> tellOwner(id.ref(), owner, at, facts));
        SalesforceId.find(row, "ParentId")
                .ifPresent(parent -> facts.add(Parents.tell(id, SalesforceProfile.account(parent), "ParentId", at)));
        return facts;
    }

    /** A new title or another account is another position; which one it was before, the event does not say. */
    private List<Fact> contactChanges(PersonId id, Row row, FactTime at, References references) {
        var facts = new ArrayList<Fact>();
        var account = SalesforceId.find(row, SalesforceProfile.ACCOUNT)
                .map(SalesforceProfile::account)
                .or(() -> row.find("Title").flatMap(title -> references.findEmployer(id)));
        account.ifPresent(employer -> {
            var title = row.find("Title");
            var position = titles.read(title.orElse(""));
            facts.add(new Employment(
                    id, employer, title, position.function(), position.seniority(), at, Optional.empty()));
        });
        return facts;
    }

    private static List<Fact> opportunityChanges(String id, Row row, FactTime at) {
        var opportunity = SalesforceProfile.opportunity(id);
        var facts = new ArrayList<Fact>();
        row.find(SalesforceStages.STAGE)
                .ifPresent(
                        stage -> facts.add(new StageChange(opportunity, stage, new SalesforceStages().learn(row), at)));
        row.findDecimal(SalesforceOpportunities.AMOUNT)
                .ifPresent(amount -> facts.add(new FieldChange(opportunity.ref(), ChangeField.AMOUNT, amount, at)));
        row.findDate(SalesforceOpportunities.CLOSE_DATE, DateForm.SALESFORCE)
                .ifPresent(close -> facts.add(SalesforceOpportunities.closeDate(opportunity, close, at)));
        findOwner(row).ifPresent(owner -> tellOwner(opportunity.ref(), owner, at, facts));
        return facts;
    }

    private static Optional<UserId> findOwner(Row row) {
        return SalesforceProfile.findOwner(row);
    }

    private static void tellOwner(EntityRef owned, UserId owner, FactTime at, List<Fact> facts) {
        facts.add(SalesforceProfile.user(owner, new ExportTimes(Optional.of(at.occurredAt()), Optional.empty())));
        facts.add(new FieldChange(owned, ChangeField.OWNER, owner.value(), at));
    }

    /** An id in its form with 18 characters; empty when it is none. */
    public static Optional<String> id(String written) {
        return SalesforceId.longForm(written);
    }
}
