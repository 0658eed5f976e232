package io.caucus.cypher;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Rows of {@code history/of-accounts.cypher} as facts. */
final class HistoryFacts {

    /** What a row tells; the statement's column {@code kind}. */
    private enum Kind {
        ACCOUNT,
        EMPLOYMENT,
        PERSON,
        OPPORTUNITY,
        STAGE_CHANGE,
        ACCOUNT_FIELD_CHANGE,
        PERSON_FIELD_CHANGE,
        OPPORTUNITY_FIELD_CHANGE,
        ROLE,
        ENGAGEMENT,
        SIGNAL_READING,
        TICKET,
        PARENT,
        SUBSIDIARY,
        LINK,
        THING,
        MERGED
    }

    private HistoryFacts() {}

    static AccountId account(Record row) {
        return new AccountId(row.get("accountId").asString());
    }

    /** Which records are one, as the rows say. */
    static Identities identities(List<Record> rows) {
        var same = new TreeMap<EntityRef, EntityRef>();
        for (var row : rows) {
            var fact = row.get("fact");
            if (kind(row) == Kind.MERGED) {
                same.put(reference(fact, "label", "key"), reference(fact, "label", "canonical"));
            }
        }
        return Identities.of(same);
    }

    /** Empty for a row that tells who is who. */
    static Optional<Fact> fact(Record row) {
        var kind = kind(row);
        return kind == Kind.MERGED ? Optional.empty() : Optional.of(fact(kind, account(row), row.get("fact")));
    }

    private static Kind kind(Record row) {
        return Kind.valueOf(row.get("kind").asString());
    }

    private static Fact fact(Kind kind, AccountId account, Value fact) {
        return switch (kind) {
            case ACCOUNT ->
                new Account(
                        account,
                        name(fact),
                        optional(fact, "domain"),
                        Clocks.time(fact),
                        Optional.empty(),
                        new TreeSet<>(keys(fact, "records", AccountId::new)));
            case EMPLOYMENT -> employment(account, fact);
            case PERSON -> new Person(person(fact), name(fact), optional(fact, "email"), Clocks.time(fact));
            case OPPORTUNITY ->
                new Opportunity(opportunity(fact), account, name(fact), optional(fact, "pipeline"), Clocks.time(fact));
            case STAGE_CHANGE ->
                new StageChange(
                        opportunity(fact),
                        text(fact, "stage"),
                        Outcome.valueOf(text(fact, "outcome")),
                        Clocks.time(fact));
            case ACCOUNT_FIELD_CHANGE -> fieldChange(account.ref(), fact);
            case PERSON_FIELD_CHANGE -> fieldChange(person(fact).ref(), fact);
            case OPPORTUNITY_FIELD_CHANGE -> fieldChange(opportunity(fact).ref(), fact);
            case ROLE -> role(fact);
            case ENGAGEMENT -> engagement(account, fact);
            case SIGNAL_READING -> signalReading(fact);
            case TICKET -> ticket(account, fact);
            case PARENT -> new Subsidiary(account, new AccountId(text(fact, "otherId")), Clocks.time(fact));
            case SUBSIDIARY -> new Subsidiary(new AccountId(text(fact, "otherId")), account, Clocks.time(fact));
            case LINK -> link(fact);
            case THING -> new Thing(reference(fact, "label", "key"), name(fact), Clocks.time(fact));
            case MERGED -> throw new IllegalStateException("a row that tells who is who tells no fact");
        };
    }

    static Employment employment(AccountId account, Value fact) {
        return new Employment(
                person(fact),
                account,
                optional(fact, "title"),
                JobFunction.valueOf(text(fact, "function")),
                Seniority.valueOf(text(fact, "seniority")),
                Clocks.time(fact),
                Clocks.end(fact));
    }

    private static FieldChange fieldChange(EntityRef entity, Value fact) {
        return new FieldChange(
                entity, ChangeField.valueOf(text(fact, "field")), text(fact, "value"), Clocks.time(fact));
    }

    static RoleHolding role(Value fact) {
        return new RoleHolding(
                person(fact),
                opportunity(fact),
                CommitteeRole.valueOf(text(fact, "role")),
                RoleSource.valueOf(text(fact, "source")),
                fact.get("confidence").asDouble(),
                Clocks.time(fact),
                Clocks.end(fact));
    }

    private static Engagement engagement(AccountId account, Value fact) {
        return new Engagement(
                new EngagementId(text(fact, "engagementId")),
                account,
                EngagementKind.valueOf(text(fact, "kind")),
                ActorSide.valueOf(text(fact, "side")),
                keys(fact, "performedBy", PersonId::new),
                keys(fact, "addressedTo", PersonId::new),
                keys(fact, "users", UserId::new),
                optional(fact, "excluded").map(Exclusion::valueOf),
                Clocks.time(fact));
    }

    private static SignalReading signalReading(Value fact) {
        var kinds = fact.get("signals").asList(Values.ofString());
        var details = fact.get("details").asList(Values.ofString());
        var confidences = fact.get("confidences").asList(Values.ofDouble());
        var signals = IntStream.range(0, kinds.size())
                .mapToObj(index -> new SignalReading.Signal(
                        ConversationSignal.valueOf(kinds.get(index)),
                        Optional.of(details.get(index)).filter(detail -> !detail.isEmpty()),
                        confidences.get(index)))
                .toList();
        return new SignalReading(
                new EngagementId(text(fact, "engagementId")),
                new ExtractorVersion(text(fact, "extractor"), text(fact, "extractorVersion")),
                signals,
                Clocks.time(fact));
    }

    private static Ticket ticket(AccountId account, Value fact) {
        return new Ticket(
                new TicketId(text(fact, "ticketId")),
                Optional.of(account),
                optional(fact, "raisedBy").map(PersonId::new),
                optional(fact, "priority"),
                Clocks.time(fact),
                Clocks.find(fact, "answeredAt", "answerKnownAt"),
                Clocks.end(fact));
    }

    private static Link link(Value fact) {
        var measures = new EnumMap<Measure, Double>(Measure.class);
        for (Measure measure : Measure.values()) {
            var value = fact.get(measure.inCypher());
            if (!value.isNull()) {
                measures.put(measure, value.asDouble());
            }
        }
        return new Link(
                LinkType.valueOf(text(fact, "type")),
                reference(fact, "fromLabel", "from"),
                reference(fact, "toLabel", "to"),
                optional(fact, "engagementId").map(EngagementId::new),
                measures,
                Clocks.time(fact),
                Clocks.end(fact));
    }

    private static EntityRef reference(Value fact, String label, String key) {
        return EvidenceKeys.reference(text(fact, label), text(fact, key));
    }

    private static PersonId person(Value fact) {
        return new PersonId(text(fact, "personId"));
    }

    private static OpportunityId opportunity(Value fact) {
        return new OpportunityId(text(fact, "opportunityId"));
    }

    private static String text(Value fact, String name) {
        return fact.get(name).asString();
    }

    /** Empty if no telling gave it one. */
    private static String name(Value fact) {
        return optional(fact, "name").orElse("");
    }

    /** Never told, or told to be empty. */
    private static Optional<String> optional(Value fact, String name) {
        return Optional.of(fact.get(name).asString("")).filter(value -> !value.isEmpty());
    }

    private static <K> List<K> keys(Value fact, String name, Function<String, K> of) {
        return fact.get(name).asList(Values.ofString()).stream().map(of).toList();
    }
}
