package io.caucus.ingest;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Ownership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records of Salesforce that come one at a time, as an event brings them. A whole record is read by the very mapping that reads
 * its row in an export, so both come to the same facts.
 */
public final class SalesforceRecords {

    private final Map<String, List<RecordMapping>> mappings = new TreeMap<>();
    private final JobTitles titles = JobTitles.load();

    public SalesforceRecords() {
        mappings.put("User", List.of(new SalesforceUsers()));
        mappings.put("Account", List.of(SalesforceProfile.accounts(), new SalesforceSubsidiaries()));
        mappings.put("Contact", List.of(SalesforceProfile.contacts()));
        mappings.put("Lead", List.of(SalesforceProfile.leads()));
        mappings.put("Opportunity", List.of(SalesforceProfile.opportunities(new SalesforceStages())));
        mappings.put("OpportunityContactRole", List.of(new SalesforceContactRoles()));
        mappings.put("Task", List.of(SalesforceProfile.tasks()));
        mappings.put("Event", List.of(SalesforceProfile.events()));
        mappings.put("Case", List.of(SalesforceProfile.cases()));
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
        return facts.stream().flatMap(fact -> asOf(at, fact)).toList();
    }

    /**
     * A record that is sent again tells what it is called now, and nothing is assumed of the time since it was created; of a domain or
     * an address it tells only when the field was sent. An opportunity is there since it was created.
     */
    private static Stream<Fact> asOf(Instant at, Fact fact) {
        if (!at.isAfter(fact.time().occurredAt())) {
            return Stream.of(fact);
        }
        if (isAssumed(fact)) {
            return fact instanceof Opportunity ? Stream.of(fact) : Stream.empty();
        }
        var now = FactTime.at(at);
        return switch (fact) {
            case Account account -> {
                var named = new FieldChange(account.id().ref(), ChangeField.NAME, account.name(), now);
                yield Stream.concat(
                        Stream.of(named),
                        account.domain().stream()
                                .map(domain -> new FieldChange(account.id().ref(), ChangeField.DOMAIN, domain, now)));
            }
            case Person person -> {
                var named = new FieldChange(person.id().ref(), ChangeField.NAME, person.name(), now);
                yield Stream.concat(
                        Stream.of(named),
                        person.email().stream()
                                .map(email -> new FieldChange(person.id().ref(), ChangeField.EMAIL, email, now)));
            }
            case Opportunity opportunity ->
                new Naming(opportunity.time(), Optional.of(now))
                                .opportunity(
                                        opportunity.id(),
                                        opportunity.account(),
                                        opportunity.name(),
                                        opportunity.pipeline())
                                .stream();
            default -> Stream.of(fact);
        };
    }

    private static boolean isAssumed(Fact fact) {
        return switch (fact) {
            case Account account -> account.stated().isPresent();
            case Person person -> person.stated().isPresent();
            case Opportunity opportunity -> opportunity.stated().isPresent();
            default -> false;
        };
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
     * @param fields the changed ones, by their API names; blank when the value was taken away
     */
    public List<Fact> changed(String object, String id, Map<String, String> fields, Instant at, References references) {
        return switch (object) {
            case "Account" -> {
                var account = SalesforceProfile.account(id);
                yield accountChanges(account, new Changes(account.ref(), fields, at));
            }
            case "Contact" -> {
                var person = SalesforceProfile.person(id);
                yield contactChanges(person, new Changes(person.ref(), fields, at), references);
            }
            case "Opportunity" -> {
                var opportunity = SalesforceProfile.opportunity(id);
                yield opportunityChanges(opportunity, new Changes(opportunity.ref(), fields, at));
            }
            default ->
                throw new RejectedRow(
                        RejectCode.NOT_KEPT,
                        "",
                        "the event tells single fields of a %s, of which the graph keeps whole records only"
                                .formatted(object));
        };
    }

    /**
     * That a record was deleted, or restored.
     *
     * @param id of the record, with 18 characters
     */
    public Fact deleted(String object, String id, boolean restored, Instant at) {
        var key = keyOf(object, id)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.DELETED,
                        "",
                        "the %s was %s, and the graph keeps deletions only of accounts, contacts, leads, opportunities, tasks, events and cases"
                                .formatted(object, restored ? "restored" : "deleted")));
        return new Tombstone(key.ref(), restored, FactTime.at(at));
    }

    private static Optional<EntityKey> keyOf(String object, String id) {
        return switch (object) {
            case "Account" -> Optional.of(SalesforceProfile.account(id));
            case "Contact", "Lead" -> Optional.of(SalesforceProfile.person(id));
            case "Opportunity" -> Optional.of(SalesforceProfile.opportunity(id));
            case "Task", "Event" -> Optional.of(SalesforceProfile.engagement(id));
            case "Case" -> Optional.of(SalesforceProfile.ticket(id));
            default -> Optional.empty();
        };
    }

    private static List<Fact> accountChanges(AccountId id, Changes changes) {
        changes.tell("Name", ChangeField.NAME, row -> row.find("Name"));
        changes.tell("Website", ChangeField.DOMAIN, row -> row.find("Website").flatMap(Domains::in));
        changes.tell("Industry", ChangeField.INDUSTRY, row -> row.find("Industry"));
        changes.tell("NumberOfEmployees", ChangeField.HEADCOUNT, row -> row.findWhole("NumberOfEmployees"));
        changes.tell(
                "Ownership", ChangeField.OWNERSHIP, row -> row.find("Ownership").map(SalesforceRecords::ownership));
        changes.tell("AnnualRevenue", ChangeField.ANNUAL_REVENUE, row -> row.findDecimal("AnnualRevenue"));
        changes.tellOwner();
        SalesforceId.find(changes.row, "ParentId")
                .ifPresent(parent ->
                        changes.facts.add(Parents.tell(id, SalesforceProfile.account(parent), "ParentId", changes.at)));
        return changes.facts;
    }

    /** The words that Salesforce ships; those a business added are other. */
    private static String ownership(String word) {
        return Stream.of(Ownership.values())
                .map(Ownership::name)
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElse(Ownership.OTHER.name());
    }

    /**
     * A new title or another account is another position; which one it was before, the event does not say. A name is told when
     * both of its parts are there.
     */
    private List<Fact> contactChanges(PersonId id, Changes changes, References references) {
        var row = changes.row;
        if (row.find(SalesforceProfile.FIRST_NAME).isPresent()) {
            row.find(SalesforceProfile.LAST_NAME)
                    .flatMap(last -> row.findJoined(SalesforceProfile.FIRST_NAME, SalesforceProfile.LAST_NAME))
                    .ifPresent(
                            name -> changes.facts.add(new FieldChange(id.ref(), ChangeField.NAME, name, changes.at)));
        }
        changes.tell(
                SalesforceContacts.EMAIL, ChangeField.EMAIL, fields -> fields.findLowerCase(SalesforceContacts.EMAIL));
        var title = row.find(SalesforceContacts.TITLE);
        SalesforceId.find(row, SalesforceProfile.ACCOUNT)
                .map(SalesforceProfile::account)
                .or(() -> title.flatMap(told -> references.findEmployer(id)))
                .ifPresent(employer -> changes.facts.add(employment(id, employer, title, changes.at)));
        return changes.facts;
    }

    private Employment employment(PersonId id, AccountId employer, Optional<String> title, FactTime at) {
        var position = titles.read(title.orElse(""));
        return new Employment(id, employer, title, position.function(), position.seniority(), at, Optional.empty());
    }

    private static List<Fact> opportunityChanges(OpportunityId id, Changes changes) {
        changes.tell("Name", ChangeField.NAME, row -> row.find("Name"));
        changes.row
                .find(SalesforceStages.STAGE)
                .ifPresent(stage -> changes.facts.add(
                        new StageChange(id, stage, new SalesforceStages().learn(changes.row), changes.at)));
        changes.tell(
                SalesforceOpportunities.AMOUNT,
                ChangeField.AMOUNT,
                row -> row.findDecimal(SalesforceOpportunities.AMOUNT));
        changes.row
                .findDate(SalesforceOpportunities.CLOSE_DATE, DateForm.SALESFORCE)
                .ifPresent(close -> changes.facts.add(SalesforceOpportunities.closeDate(id, close, changes.at)));
        changes.tellOwner();
        return changes.facts;
    }

    /** The changed fields of one record, and the facts they become. */
    private static final class Changes {

        private final EntityRef entity;
        private final Map<String, String> fields;
        private final Row row;
        private final FactTime at;
        private final List<Fact> facts = new ArrayList<>();

        Changes(EntityRef entity, Map<String, String> fields, Instant at) {
            this.entity = entity;
            this.fields = fields;
            this.row = Row.ofFields(fields);
            this.at = FactTime.at(at);
        }

        /** A field that is there and blank was taken away. */
        void tell(String name, ChangeField field, Function<Row, Optional<String>> value) {
            if (fields.containsKey(name)) {
                facts.add(new FieldChange(entity, field, value.apply(row).orElse(""), at));
            }
        }

        void tellOwner() {
            SalesforceProfile.findOwner(row).ifPresent(owner -> {
                var begun = new ExportTimes(Optional.of(at.occurredAt()), Optional.empty());
                facts.add(SalesforceProfile.user(owner, begun));
                facts.add(new FieldChange(entity, ChangeField.OWNER, owner.value(), at));
            });
        }
    }

    /** An id in its form with 18 characters; empty when it is none. */
    public static Optional<String> id(String written) {
        return SalesforceId.longForm(written);
    }
}
