package io.caucus.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Ownership;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.ingest.AccountLinks;
import io.caucus.ingest.ForeignIds;
import io.caucus.ingest.JobTitles;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Our own events: CloudEvents of the types {@code io.caucus.*}, one for each thing the vocabulary has a word for, with JSON data.
 * {@code docs/webhooks.md} lists types and fields.
 *
 * <p><b>Keys.</b> An id is a key as the graph holds it, {@code system:native id}, so that any system can speak of another one's
 * records; without a colon it is one of the sending system's own.
 *
 * <p><b>Time.</b> The event's {@code time} is when it happened, and when it was known unless {@code knownAt} in the data says
 * otherwise; without a time it happened when it was received.
 */
public final class CaucusEvents {

    /** What all types begin with. */
    public static final String PREFIX = "io.caucus.";

    /** What a system states about a role, without saying how sure it is. */
    private static final double STATED = 0.9;

    private interface Telling {
        List<Fact> facts(EventData data, FactTime time);
    }

    private final String system;
    private final JobTitles titles = JobTitles.load();
    private final Map<String, Telling> types = new TreeMap<>();

    private CaucusEvents(String system) {
        this.system = system;
        types.put("account", CaucusEvents::account);
        types.put("account.change", (data, time) -> List.of(change(new AccountId(data.key("id")).ref(), data, time)));
        types.put("person", CaucusEvents::person);
        types.put("person.change", (data, time) -> List.of(change(new PersonId(data.key("id")).ref(), data, time)));
        types.put("employment", this::employment);
        types.put("user", CaucusEvents::user);
        types.put("subsidiary", CaucusEvents::subsidiary);
        for (AccountLinks kind : AccountLinks.values()) {
            types.put(kind.name().toLowerCase(Locale.ROOT), (data, time) -> link(kind, data, time));
        }
        types.put("referral", this::referral);
        types.put("opportunity", CaucusEvents::opportunity);
        types.put(
                "opportunity.change",
                (data, time) -> List.of(change(new OpportunityId(data.key("id")).ref(), data, time)));
        types.put("opportunity.stage", (data, time) -> List.of(stage(new OpportunityId(data.key("id")), data, time)));
        types.put("role", CaucusEvents::role);
        types.put("engagement", CaucusEvents::engagement);
        types.put("ticket", CaucusEvents::ticket);
        deletable("account", AccountId::new);
        deletable("person", PersonId::new);
        deletable("opportunity", OpportunityId::new);
        deletable("engagement", EngagementId::new);
        deletable("ticket", TicketId::new);
    }

    private void deletable(String type, Function<String, EntityKey> key) {
        types.put(
                type + ".deleted",
                (data, time) -> List.of(new Tombstone(key.apply(data.key("id")).ref(), false, time)));
        types.put(
                type + ".restored",
                (data, time) -> List.of(new Tombstone(key.apply(data.key("id")).ref(), true, time)));
    }

    /**
     * @param system the system that sends; keys of its own records begin with it
     */
    public static CaucusEvents from(String system) {
        return new CaucusEvents(system);
    }

    /**
     * The event in an envelope, whatever it is: what cannot be told rejects itself when it is asked for its facts.
     *
     * @param receivedAt bounds what may have happened
     */
    public Event event(CloudEvent envelope, Instant receivedAt) {
        var id = "%s %s".formatted(envelope.source(), envelope.id());
        return new Event(system, envelope.type(), id, references -> facts(envelope, receivedAt));
    }

    private List<Fact> facts(CloudEvent envelope, Instant receivedAt) {
        var telling =
                envelope.type().startsWith(PREFIX) ? types.get(envelope.type().substring(PREFIX.length())) : null;
        if (telling == null) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    "type",
                    "the type must be %s followed by one of %s".formatted(PREFIX, String.join(", ", types.keySet())));
        }
        var content = envelope.data()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new RejectedRow(RejectCode.MALFORMED, "data", "'data' must be a JSON object"));
        var data = new EventData(system, content, receivedAt);
        var at = envelope.time().map(time -> data.past("time", time)).orElse(receivedAt);
        return telling.facts(data, new FactTime(at, data.findPast("knownAt").orElse(at)));
    }

    /** What is left out is not told, and stays as it was. */
    private static List<Fact> account(EventData data, FactTime time) {
        var entity = new AccountId(data.key("id")).ref();
        var facts = new ArrayList<Fact>();
        facts.add(new FieldChange(entity, ChangeField.NAME, data.row().get("name"), time));
        data.row()
                .findLowerCase("domain")
                .ifPresent(domain -> facts.add(new FieldChange(entity, ChangeField.DOMAIN, domain, time)));
        data.row()
                .find("industry")
                .ifPresent(industry -> facts.add(new FieldChange(entity, ChangeField.INDUSTRY, industry, time)));
        data.row()
                .findWhole("headcount")
                .ifPresent(count -> facts.add(new FieldChange(entity, ChangeField.HEADCOUNT, count, time)));
        data.findKey("owner").ifPresent(owner -> facts.add(new FieldChange(entity, ChangeField.OWNER, owner, time)));
        return facts;
    }

    private static List<Fact> person(EventData data, FactTime time) {
        var entity = new PersonId(data.key("id")).ref();
        var facts = new ArrayList<Fact>();
        facts.add(new FieldChange(entity, ChangeField.NAME, data.row().get("name"), time));
        data.row()
                .findLowerCase("email")
                .ifPresent(email -> facts.add(new FieldChange(entity, ChangeField.EMAIL, email, time)));
        return facts;
    }

    private static FieldChange change(EntityRef entity, EventData data, FactTime time) {
        var field = data.word("field", ChangeField.class);
        if (!field.appliesTo(entity.label())) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    "field",
                    "'field' is %s, must be one of %s".formatted(field, ChangeField.of(entity.label())));
        }
        var value = data.row().find("value").isPresent() ? value(field, data) : "";
        return new FieldChange(entity, field, value, time);
    }

    private static String value(ChangeField field, EventData data) {
        var row = data.row();
        return switch (field) {
            case HEADCOUNT -> row.findWhole("value").orElseThrow();
            case AMOUNT, ANNUAL_REVENUE -> row.findDecimal("value").orElseThrow();
            case CLOSE_DATE -> data.day("value");
            case OWNERSHIP -> data.word("value", Ownership.class).name();
            case OWNER -> data.key("value");
            case FOREIGN_ID -> ForeignIds.get("value", row.get("value"));
            case DOMAIN, EMAIL -> row.findLowerCase("value").orElseThrow();
            case NAME, INDUSTRY, REGION, LEAD_SOURCE -> row.get("value");
        };
    }

    private List<Fact> employment(EventData data, FactTime time) {
        var title = data.row().find("title");
        var position = titles.read(title.orElse(""));
        return List.of(new Employment(
                new PersonId(data.key("person")),
                new AccountId(data.key("account")),
                title,
                position.function(),
                position.seniority(),
                time,
                ended(data, time)));
    }

    private static Optional<FactTime> ended(EventData data, FactTime begun) {
        var ended = data.findPast("endedAt").map(FactTime::at);
        if (ended.isPresent() && ended.get().occurredAt().isBefore(begun.occurredAt())) {
            throw new RejectedRow(
                    RejectCode.BAD_DATE, "endedAt", "'endedAt' lies before the event's time, when it began");
        }
        return ended;
    }

    private static List<Fact> user(EventData data, FactTime time) {
        return List.of(new User(new UserId(data.key("id")), data.row().get("name"), time));
    }

    private static List<Fact> subsidiary(EventData data, FactTime time) {
        var subsidiary = new AccountId(data.key("subsidiary"));
        var parent = new AccountId(data.key("parent"));
        if (subsidiary.equals(parent)) {
            throw new RejectedRow(RejectCode.UNKNOWN_VALUE, "parent", "an account cannot be its own parent");
        }
        return List.of(new Subsidiary(subsidiary, parent, time));
    }

    private List<Fact> link(AccountLinks kind, EventData data, FactTime time) {
        var measures = new EnumMap<Measure, Double>(Measure.class);
        if (kind == AccountLinks.SEATS) {
            data.row()
                    .findWhole("bought")
                    .ifPresent(count -> measures.put(Measure.SEATS_BOUGHT, Double.valueOf(count)));
            data.row()
                    .findWhole("active")
                    .ifPresent(count -> measures.put(Measure.SEATS_ACTIVE, Double.valueOf(count)));
        }
        return kind.tell(
                system,
                data.row().get(kind.attribute()),
                kind.attribute(),
                time,
                new AccountId(data.key("account")),
                measures,
                time,
                ended(data, time));
    }

    /** By a partner, else a person, else an account. */
    private List<Fact> referral(EventData data, FactTime time) {
        var what = data.findKey("account")
                .map(key -> new AccountId(key).ref())
                .orElseGet(() -> new OpportunityId(data.key("opportunity")).ref());
        var partner = data.row().find("partner");
        if (partner.isPresent()) {
            var by = AccountLinks.thing(NodeLabel.PARTNER, system, partner.get(), "partner");
            return List.of(new Thing(by, partner.get(), time), Link.of(LinkType.REFERRED, by, what, time));
        }
        var by = data.findKey("person")
                .map(key -> new PersonId(key).ref())
                .orElseGet(() -> new AccountId(data.key("byAccount")).ref());
        if (by.equals(what)) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE, "byAccount", "an account cannot have referred us to itself");
        }
        return List.of(Link.of(LinkType.REFERRED, by, what, time));
    }

    private static List<Fact> opportunity(EventData data, FactTime time) {
        var id = new OpportunityId(data.key("id"));
        var facts = new ArrayList<Fact>();
        facts.add(new Opportunity(
                id,
                new AccountId(data.key("account")),
                data.row().get("name"),
                data.row().find("pipeline"),
                time));
        if (data.row().find("stage").isPresent()) {
            facts.add(stage(id, data, time));
        }
        data.row()
                .findDecimal("amount")
                .ifPresent(amount -> facts.add(new FieldChange(id.ref(), ChangeField.AMOUNT, amount, time)));
        if (data.row().find("closeDate").isPresent()) {
            facts.add(new FieldChange(id.ref(), ChangeField.CLOSE_DATE, data.day("closeDate"), time));
        }
        data.findKey("owner").ifPresent(owner -> facts.add(new FieldChange(id.ref(), ChangeField.OWNER, owner, time)));
        return facts;
    }

    private static StageChange stage(OpportunityId id, EventData data, FactTime time) {
        var outcome = data.findWord("outcome", Outcome.class).orElse(Outcome.OPEN);
        return new StageChange(id, data.row().get("stage"), outcome, time);
    }

    private static List<Fact> role(EventData data, FactTime time) {
        return List.of(new RoleHolding(
                new PersonId(data.key("person")),
                new OpportunityId(data.key("opportunity")),
                data.word("role", CommitteeRole.class),
                RoleSource.STATED_IN_CRM,
                data.findShare("confidence").orElse(STATED),
                time,
                data.findPast("endedAt").map(FactTime::at)));
    }

    private static List<Fact> engagement(EventData data, FactTime time) {
        var side = data.word("side", ActorSide.class);
        var performedBy = data.keys("performedBy").stream().map(PersonId::new).toList();
        if ((side == ActorSide.BUYER) == performedBy.isEmpty()) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    "performedBy",
                    "'performedBy' must name people when side is BUYER, and nobody when it is SELLER");
        }
        return List.of(new Engagement(
                new EngagementId(data.key("id")),
                new AccountId(data.key("account")),
                data.word("kind", EngagementKind.class),
                side,
                performedBy,
                data.keys("addressedTo").stream().map(PersonId::new).toList(),
                data.keys("users").stream().map(UserId::new).toList(),
                data.findWord("excluded", Exclusion.class),
                time));
    }

    private static List<Fact> ticket(EventData data, FactTime time) {
        return List.of(new Ticket(
                new TicketId(data.key("id")),
                data.findKey("account").map(AccountId::new),
                data.findKey("raisedBy").map(PersonId::new),
                data.row().find("priority"),
                time,
                data.findPast("answeredAt").map(FactTime::at),
                data.findPast("closedAt").map(FactTime::at)));
    }
}
