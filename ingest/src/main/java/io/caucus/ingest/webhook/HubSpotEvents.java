package io.caucus.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Ownership;
import io.caucus.ingest.DateForm;
import io.caucus.ingest.ForeignIds;
import io.caucus.ingest.HubSpotStages;
import io.caucus.ingest.JobTitles;
import io.caucus.ingest.References;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.Row;
import io.caucus.ingest.SalesforceRecords;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventJson;
import io.caucus.ingest.event.EventMeaning;
import io.caucus.ingest.event.EventTimes;
import io.caucus.ingest.event.NotAnEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * HubSpot's events: what happened to one object, or to one property of it. Keys and rules are those of the export profile, so an
 * object that was imported is the one that changes.
 *
 * <p>An event tells one property, and a person's name is two: it is told when both parts come in one delivery, as they do when a
 * contact is created. A property of which the graph keeps nothing tells nothing.
 */
final class HubSpotEvents {

    private static final String SOURCE = "hubspot";
    private static final String OBJECT = "objectId";
    private static final String PROPERTY = "propertyName";
    private static final String VALUE = "propertyValue";

    /** The objects that events of the form {@code object.*} number. */
    private static final Map<String, String> OBJECT_TYPES =
            new TreeMap<>(Map.of("0-1", "contact", "0-2", "company", "0-3", "deal", "0-5", "ticket"));

    private final JobTitles titles = JobTitles.load();

    List<Event> read(byte[] body, Instant receivedAt) throws NotAnEvent {
        var array = EventJson.parse(body);
        if (!array.isArray()) {
            throw new NotAnEvent("the body must be a JSON array of events");
        }
        var rows = new ArrayList<Row>();
        for (JsonNode event : array) {
            if (!event.isObject()) {
                throw new NotAnEvent("each event must be a JSON object");
            }
            rows.add(EventJson.row(event));
        }
        return rows.stream().map(row -> event(row, rows, receivedAt)).toList();
    }

    private Event event(Row row, List<Row> delivery, Instant receivedAt) {
        var type = row.find("subscriptionType").or(() -> row.find("eventType")).orElse("unknown");
        var id = "%s-%s-%s-%s"
                .formatted(
                        row.find("portalId").orElse(""),
                        row.find("subscriptionId").orElse(""),
                        row.find("eventId").orElse(""),
                        row.find("occurredAt").orElse(""));
        return new Event(SOURCE, type, id, new Meaning(row, delivery, receivedAt, type));
    }

    /** What one event says; asked for a contact's employer only when its title changes. */
    private final class Meaning implements EventMeaning {

        private final Row row;
        private final List<Row> delivery;
        private final Instant receivedAt;
        private final String object;
        private final String happened;

        Meaning(Row row, List<Row> delivery, Instant receivedAt, String type) {
            this.row = row;
            this.delivery = delivery;
            this.receivedAt = receivedAt;
            int point = type.indexOf('.');
            var named = point < 0 ? type : type.substring(0, point);
            object = named.equals("object")
                    ? row.find("objectTypeId")
                            .map(number -> OBJECT_TYPES.getOrDefault(number, "object " + number))
                            .orElse(named)
                    : named;
            happened = point < 0 ? "" : type.substring(point + 1);
        }

        @Override
        public void refer(References references) {
            if (object.equals("contact") && isProperty("jobtitle")) {
                references.employee(row.find(OBJECT).map(id -> new PersonId(key(id))));
            }
        }

        private boolean isProperty(String name) {
            return happened.equals("propertyChange")
                    && row.find(PROPERTY).filter(name::equals).isPresent();
        }

        @Override
        public List<Fact> facts(References references) {
            // Without it, other events would pass for this one.
            row.get("eventId");
            var time = FactTime.at(occurredAt());
            return switch (happened) {
                case "creation" -> created();
                case "propertyChange" -> changed(id(OBJECT), time, references);
                case "associationChange" -> associated(time);
                case "deletion" -> List.of(Tombstone.of(record(), time));
                case "privacyDeletion" ->
                    throw pending(
                            RejectCode.ERASED, OBJECT, "the contact was deleted for privacy and wants to be forgotten");
                case "merge" ->
                    throw pending(
                            RejectCode.MERGED,
                            "newObjectId",
                            "the %s was merged with others into '%s'"
                                    .formatted(object, row.find("newObjectId").orElse("")));
                case "restore" -> List.of(Tombstone.lifted(record(), time));
                case "newMessage" ->
                    throw pending(
                            RejectCode.NOT_KEPT,
                            OBJECT,
                            "a message of a conversation names neither person nor company");
                default ->
                    throw pending(
                            RejectCode.UNKNOWN_VALUE,
                            "subscriptionType",
                            "the type must be one of HubSpot's webhook subscriptions");
            };
        }

        private EntityKey record() {
            return switch (object) {
                case "contact" -> new PersonId(key(id(OBJECT)));
                case "company" -> new AccountId(key(id(OBJECT)));
                case "deal" -> new OpportunityId(key(id(OBJECT)));
                case "ticket" -> new TicketId(key(id(OBJECT)));
                default -> throw notKept();
            };
        }

        private Instant occurredAt() {
            var written = row.get("occurredAt");
            return EventTimes.past("occurredAt", millis("occurredAt", written), receivedAt);
        }

        private String id(String field) {
            var id = row.get(field);
            if (!id.matches("\\d{1,30}")) {
                throw new RejectedRow(
                        RejectCode.BAD_KEY,
                        field,
                        "'%s' is '%s', must be a HubSpot id: digits".formatted(field, Row.shown(id)));
            }
            return id;
        }

        /** What came to be is told by its properties, each with an event of its own. */
        private List<Fact> created() {
            if (OBJECT_TYPES.containsValue(object)) {
                return List.of();
            }
            throw notKept();
        }

        /** The value a property takes in this very delivery. */
        private Optional<String> told(String id, String property) {
            return delivery.stream()
                    .filter(other -> other.find(OBJECT).filter(id::equals).isPresent())
                    .filter(other ->
                            other.find(PROPERTY).filter(property::equals).isPresent())
                    .flatMap(other -> other.find(VALUE).stream())
                    .reduce((earlier, later) -> later);
        }

        private List<Fact> changed(String id, FactTime time, References references) {
            var property = row.get(PROPERTY);
            return switch (object) {
                case "contact" -> contactChanged(new PersonId(key(id)), property, time, references);
                case "company" -> companyChanged(new AccountId(key(id)), property, time);
                case "deal" -> dealChanged(new OpportunityId(key(id)), property, time);
                case "ticket" -> List.of();
                default -> throw notKept();
            };
        }

        private List<Fact> contactChanged(PersonId id, String property, FactTime time, References references) {
            return switch (property) {
                case "lastname" -> name(id, time).stream().toList();
                case "salesforcecontactid" -> List.of(salesforceId(id, "003", time));
                case "salesforceleadid" -> List.of(salesforceId(id, "00Q", time));
                case "email" -> List.of(change(id, ChangeField.EMAIL, row.findLowerCase(VALUE), time));
                case "jobtitle" ->
                    references
                            .findEmployer(id)
                            .<Fact>map(employer -> employment(id, employer, row.find(VALUE), time))
                            .stream()
                            .toList();
                case "associatedcompanyid" ->
                    row
                            .find(VALUE)
                            .<Fact>map(company -> employment(id, new AccountId(key(id(VALUE))), Optional.empty(), time))
                            .stream()
                            .toList();
                default -> List.of();
            };
        }

        /** A name needs its first part, too; with the last one alone, the person would lose it. */
        private Optional<Fact> name(PersonId id, FactTime time) {
            return told(row.get(OBJECT), "firstname")
                    .flatMap(first -> row.find(VALUE).map(last -> first + " " + last))
                    .map(name -> change(id, ChangeField.NAME, Optional.of(name), time));
        }

        /** @param value empty when it was taken away */
        private FieldChange change(EntityKey entity, ChangeField field, Optional<String> value, FactTime time) {
            return new FieldChange(entity.ref(), field, value.orElse(""), time);
        }

        private Employment employment(PersonId id, AccountId account, Optional<String> title, FactTime time) {
            var position = titles.read(title.orElse(""));
            return new Employment(
                    id, account, title, position.function(), position.seniority(), time, Optional.empty());
        }

        private List<Fact> companyChanged(AccountId id, String property, FactTime time) {
            return switch (property) {
                case "name" -> List.of(change(id, ChangeField.NAME, row.find(VALUE), time));
                case "domain" -> List.of(change(id, ChangeField.DOMAIN, row.findLowerCase(VALUE), time));
                case "industry" -> List.of(change(id, ChangeField.INDUSTRY, row.find(VALUE), time));
                case "numberofemployees" -> List.of(change(id, ChangeField.HEADCOUNT, row.findWhole(VALUE), time));
                case "annualrevenue" -> List.of(change(id, ChangeField.ANNUAL_REVENUE, row.findDecimal(VALUE), time));
                case "is_public" ->
                    List.of(change(id, ChangeField.OWNERSHIP, row.find(VALUE).map(this::ownership), time));
                case "salesforceaccountid" -> List.of(salesforceId(id, "001", time));
                case "hubspot_owner_id" -> throw ownerByNumber();
                default -> List.of();
            };
        }

        private String ownership(String isPublic) {
            return switch (isPublic) {
                case "true" -> Ownership.PUBLIC.name();
                case "false" -> Ownership.PRIVATE.name();
                default ->
                    throw new RejectedRow(
                            RejectCode.UNKNOWN_VALUE,
                            VALUE,
                            "'%s' is '%s', must be true or false".formatted(VALUE, Row.shown(isPublic)));
            };
        }

        /**
         * An id that the integration with Salesforce wrote, or took away.
         *
         * @param object what ids of such records begin with
         */
        private FieldChange salesforceId(EntityKey entity, String object, FactTime time) {
            var written = row.find(VALUE);
            var id = written.flatMap(SalesforceRecords::id);
            if (written.isPresent() && id.isEmpty()) {
                throw new RejectedRow(
                        RejectCode.BAD_KEY,
                        VALUE,
                        "'%s' is '%s', must be a Salesforce id of 15 characters, or of 18 with the right last three"
                                .formatted(VALUE, Row.shown(written.get())));
            }
            return change(
                    entity,
                    ChangeField.FOREIGN_ID,
                    Optional.of(id.map(ForeignIds::ofSalesforce).orElseGet(() -> ForeignIds.none(object))),
                    time);
        }

        private List<Fact> dealChanged(OpportunityId id, String property, FactTime time) {
            return switch (property) {
                case "dealname" -> List.of(change(id, ChangeField.NAME, row.find(VALUE), time));
                case "dealstage" -> {
                    var stage = HubSpotStages.label(row.get(VALUE));
                    yield List.of(new StageChange(id, stage, HubSpotStages.outcome(stage), time));
                }
                case "amount" -> List.of(change(id, ChangeField.AMOUNT, row.findDecimal(VALUE), time));
                case "closedate" ->
                    List.of(change(id, ChangeField.CLOSE_DATE, row.find(VALUE).map(written -> day()), time));
                case "hubspot_owner_id" -> throw ownerByNumber();
                default -> List.of();
            };
        }

        private String day() {
            return date().atZone(ZoneOffset.UTC).toLocalDate().toString();
        }

        private Instant date() {
            var written = row.get(VALUE);
            return written.matches("\\d{11,}") ? millis(VALUE, written) : row.getDate(VALUE, DateForm.ISO);
        }

        private RejectedRow ownerByNumber() {
            return pending(
                    RejectCode.NOT_KEPT,
                    VALUE,
                    "the owner is a number here and an address in exports, and nothing says which is which");
        }

        /** Which end is which company, contact or deal; an association that ended is not kept. */
        private List<Fact> associated(FactTime time) {
            var ends = new LinkedHashMap<String, String>();
            var kinds = associatedKinds();
            ends.put(kinds.getFirst(), id("fromObjectId"));
            ends.putIfAbsent(kinds.getLast(), id("toObjectId"));
            if (row.find("associationRemoved").filter("true"::equals).isPresent()) {
                throw pending(RejectCode.NOT_KEPT, "associationRemoved", "an association was removed");
            }
            var company = Optional.ofNullable(ends.get("company")).map(id -> new AccountId(key(id)));
            var contact = Optional.ofNullable(ends.get("contact")).map(id -> new PersonId(key(id)));
            var deal = Optional.ofNullable(ends.get("deal"));
            if (company.isPresent() && contact.isPresent()) {
                return List.of(employment(contact.get(), company.get(), Optional.empty(), time));
            }
            if (company.isPresent() && deal.isPresent()) {
                return List.of(opportunity(deal.get(), company.get(), time));
            }
            if (kinds.equals(List.of("company", "company"))) {
                return subsidiary(time);
            }
            throw pending(RejectCode.NOT_KEPT, "associationType", "the graph keeps associations of companies only");
        }

        private List<String> associatedKinds() {
            var numbered = row.find("fromObjectTypeId")
                    .flatMap(from -> row.find("toObjectTypeId").map(to -> List.of(named(from), named(to))));
            return numbered.orElseGet(() -> List.of(row.get("associationType")
                    .toLowerCase(Locale.ROOT)
                    .replace("parent_company", "company")
                    .replace("child_company", "company")
                    .split("_to_", 2)));
        }

        private String named(String number) {
            return OBJECT_TYPES.getOrDefault(number, "object " + number);
        }

        /** A deal is told with its company and its name together, so the name has to come along. */
        private Opportunity opportunity(String deal, AccountId company, FactTime time) {
            var name = told(deal, "dealname")
                    .orElseThrow(() -> pending(
                            RejectCode.NOT_KEPT,
                            "associationType",
                            "a deal got a company, and its name did not come in the same delivery"));
            return new Opportunity(new OpportunityId(key(deal)), company, name, told(deal, "pipeline"), time);
        }

        private List<Fact> subsidiary(FactTime time) {
            var from = new AccountId(key(id("fromObjectId")));
            var to = new AccountId(key(id("toObjectId")));
            return switch (row.find("associationType").orElse("")) {
                case "PARENT_COMPANY_TO_CHILD_COMPANY" -> List.of(new Subsidiary(to, from, time));
                case "CHILD_COMPANY_TO_PARENT_COMPANY" -> List.of(new Subsidiary(from, to, time));
                default ->
                    throw pending(
                            RejectCode.NOT_KEPT, "associationType", "of two companies it must say which is the parent");
            };
        }

        private RejectedRow notKept() {
            return pending(RejectCode.NOT_KEPT, OBJECT, "the graph keeps no %s".formatted(object));
        }
    }

    private static Instant millis(String field, String written) {
        if (!written.matches("\\d{10,15}")) {
            throw new RejectedRow(
                    RejectCode.BAD_DATE,
                    field,
                    "'%s' is '%s', must be milliseconds since 1970".formatted(field, Row.shown(written)));
        }
        return Instant.ofEpochMilli(Long.parseLong(written));
    }

    private static RejectedRow pending(RejectCode code, String field, String reason) {
        return new RejectedRow(code, field, reason);
    }

    private static String key(String id) {
        return SOURCE + ":" + id;
    }
}
