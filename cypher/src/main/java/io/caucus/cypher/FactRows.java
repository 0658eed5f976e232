package io.caucus.cypher;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts as rows for the statements that write them.
 *
 * <p>A statement compares each row with what the graph holds, so no two of its rows may be about the same thing. Rows are
 * therefore handed out in rounds: the first telling of each thing, then the second of those told twice, and so on. Within a
 * round they are sorted, by what many rows share first, so that two writers lock things in the same order.
 */
final class FactRows {

    private final Map<FactStatement, TreeMap<String, List<Map<String, Object>>>> tellings =
            new EnumMap<>(FactStatement.class);

    static FactRows of(List<SourcedFacts> batch) {
        var rows = new FactRows();
        for (SourcedFacts sourced : batch) {
            sourced.facts().forEach(fact -> rows.addFact(sourced.source(), fact));
        }
        return rows;
    }

    /** The rows of one statement, round by round. */
    List<List<Map<String, Object>>> rounds(FactStatement statement) {
        var rounds = new ArrayList<List<Map<String, Object>>>();
        for (List<Map<String, Object>> ofOneThing :
                tellings.getOrDefault(statement, new TreeMap<>()).values()) {
            for (int round = 0; round < ofOneThing.size(); round++) {
                if (round == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(ofOneThing.get(round));
            }
        }
        statement.sharedNode().ifPresent(column -> rounds.forEach(round -> round.sort(byText(column))));
        return rounds;
    }

    private static Comparator<Map<String, Object>> byText(String column) {
        return Comparator.comparing(row -> String.valueOf(row.get(column)));
    }

    private void add(FactStatement statement, Row row) {
        tellings.computeIfAbsent(statement, first -> new TreeMap<>())
                .computeIfAbsent(row.identity(statement.identity()), first -> new ArrayList<>())
                .add(row.columns());
    }

    private void addFact(SourceRecord source, Fact fact) {
        switch (fact) {
            case Account account -> addAccount(source, account);
            case Person person -> addPerson(source, person);
            case User user -> addUser(source, user);
            case Employment job -> addEmployment(source, job);
            case Subsidiary link -> addSubsidiary(source, link);
            case Opportunity opportunity -> addOpportunity(source, opportunity);
            case StageChange change -> addStageChange(source, change);
            case FieldChange change -> addChange(source, change);
            case RoleHolding holding -> addRole(source, holding);
            case Engagement engagement -> addEngagement(source, engagement);
            case SignalReading reading -> addSignalReading(source, reading);
            case Ticket ticket -> addTicket(source, ticket);
            case Thing thing -> addThing(source, thing);
            case Link link -> addLink(source, link);
            case Tombstone stone -> addTombstone(source, stone);
        }
    }

    private void addAccount(SourceRecord source, Account account) {
        add(
                FactStatement.ACCOUNT,
                Row.ofName(source, account.time(), account.stated())
                        .with("key", account.id().value())
                        .with("name", account.name())
                        .with("domain", account.domain().orElse("")));
    }

    private void addPerson(SourceRecord source, Person person) {
        add(
                FactStatement.PERSON,
                Row.ofName(source, person.time(), person.stated())
                        .with("key", person.id().value())
                        .with("name", person.name())
                        .with("email", person.email().orElse("")));
    }

    private void addUser(SourceRecord source, User user) {
        add(
                FactStatement.USER,
                Row.of(source, user.time()).with("key", user.id().value()).with("name", user.name()));
    }

    private void addEmployment(SourceRecord source, Employment job) {
        add(
                FactStatement.EMPLOYMENT,
                Row.of(source, job.time(), job.ended())
                        .with(
                                "key",
                                "%s|%s"
                                        .formatted(
                                                job.time().occurredAt(),
                                                job.title().orElse("")))
                        .with("personId", job.person().value())
                        .with("accountId", job.account().value())
                        .withOptional("title", job.title())
                        .with("function", job.function().name())
                        .with("seniority", job.seniority().name()));
    }

    private void addSubsidiary(SourceRecord source, Subsidiary link) {
        add(
                FactStatement.SUBSIDIARY,
                Row.of(source, link.time())
                        .with("subsidiaryId", link.subsidiary().value())
                        .with("parentId", link.parent().value()));
    }

    private void addOpportunity(SourceRecord source, Opportunity opportunity) {
        var account = opportunity.account().value();
        var row = Row.ofName(source, opportunity.time(), opportunity.stated())
                .with("key", opportunity.id().value())
                .with("accountId", account)
                .with("name", opportunity.name())
                .with("pipeline", opportunity.pipeline().orElse(""));
        add(FactStatement.OPPORTUNITY, row);
        add(FactStatement.OPPORTUNITY_ACCOUNT, row.link("opportunityId", "accountId", account));
    }

    private void addStageChange(SourceRecord source, StageChange change) {
        add(
                FactStatement.STAGE_CHANGE,
                Row.of(source, change.time())
                        .with("key", change.key())
                        .with("opportunityId", change.opportunity().value())
                        .with("stage", change.stage())
                        .with("outcome", change.outcome().name()));
    }

    private void addChange(SourceRecord source, FieldChange change) {
        if (change.field().isIdentifying()) {
            addPart(source, change);
        } else {
            addFieldChange(source, change);
        }
    }

    /** A name or an address told alone: one more telling of the thing itself. */
    private void addPart(SourceRecord source, FieldChange change) {
        add(
                thing(change.entity().label()),
                Row.of(source, change.time())
                        .with("key", change.entity().key())
                        .with(change.field().name().toLowerCase(Locale.ROOT), change.value()));
    }

    private static FactStatement thing(NodeLabel label) {
        return switch (label) {
            case ACCOUNT -> FactStatement.ACCOUNT;
            case PERSON -> FactStatement.PERSON;
            case USER -> FactStatement.USER;
            case OPPORTUNITY -> FactStatement.OPPORTUNITY;
            case STAGE_CHANGE,
                    FIELD_CHANGE,
                    ENGAGEMENT,
                    TICKET,
                    PRODUCT,
                    TOPIC,
                    CONTENT,
                    INVESTOR,
                    PARTNER,
                    SEGMENT,
                    TERRITORY,
                    TEAM,
                    SIGNAL_READING,
                    SOURCE_RECORD,
                    IMPORT_BATCH,
                    STREAM_OFFSET,
                    FEATURE_SNAPSHOT,
                    SCORE -> throw hasNoFields(label);
        };
    }

    private void addFieldChange(SourceRecord source, FieldChange change) {
        var label = change.entity().label();
        add(
                changeOf(label),
                Row.of(source, change.time())
                        .with("key", change.key())
                        .with(label.key(), change.entity().key())
                        .with("field", change.field().name())
                        .with("value", change.value()));
        if (change.field() == ChangeField.OWNER && !change.value().isEmpty()) {
            add(
                    label == NodeLabel.ACCOUNT ? FactStatement.ACCOUNT_OWNER : FactStatement.OPPORTUNITY_OWNER,
                    Row.of(source, change.time())
                            .with(label.key(), change.entity().key())
                            .with("userId", change.value()));
        }
    }

    private static FactStatement changeOf(NodeLabel label) {
        return switch (label) {
            case ACCOUNT -> FactStatement.ACCOUNT_FIELD_CHANGE;
            case PERSON -> FactStatement.PERSON_FIELD_CHANGE;
            case OPPORTUNITY -> FactStatement.OPPORTUNITY_FIELD_CHANGE;
            case USER,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ENGAGEMENT,
                    TICKET,
                    PRODUCT,
                    TOPIC,
                    CONTENT,
                    INVESTOR,
                    PARTNER,
                    SEGMENT,
                    TERRITORY,
                    TEAM,
                    SIGNAL_READING,
                    SOURCE_RECORD,
                    IMPORT_BATCH,
                    STREAM_OFFSET,
                    FEATURE_SNAPSHOT,
                    SCORE -> throw hasNoFields(label);
        };
    }

    /** A {@link FieldChange} of such a thing cannot be made. */
    private static IllegalStateException hasNoFields(NodeLabel label) {
        return new IllegalStateException("%s has no fields that change".formatted(label.inCypher()));
    }

    private void addRole(SourceRecord source, RoleHolding holding) {
        add(
                FactStatement.ROLE,
                Row.of(source, holding.time(), holding.ended())
                        .with(
                                "key",
                                "%s|%s|%s".formatted(holding.time().occurredAt(), holding.role(), holding.source()))
                        .with("personId", holding.person().value())
                        .with("opportunityId", holding.opportunity().value())
                        .with("role", holding.role().name())
                        .with("source", holding.source().name())
                        .with("confidence", holding.confidence()));
    }

    private void addEngagement(SourceRecord source, Engagement engagement) {
        add(
                FactStatement.ENGAGEMENT,
                Row.of(source, engagement.time())
                        .with("key", engagement.id().value())
                        .with("accountId", engagement.account().value())
                        .with("kind", engagement.kind().name())
                        .with("side", engagement.side().name())
                        .withOptional("excluded", engagement.excluded().map(Enum::name))
                        .with("performedBy", keys(engagement.performedBy()))
                        .with("addressedTo", keys(engagement.addressedTo()))
                        .with("users", keys(engagement.users())));
    }

    private static List<String> keys(List<? extends EntityKey> ids) {
        return ids.stream().map(EntityKey::value).toList();
    }

    private void addThing(SourceRecord source, Thing thing) {
        add(
                FactStatement.THING,
                Row.of(source, thing.time())
                        .with("label", thing.entity().label().inCypher())
                        .with("key", thing.entity().key())
                        .with("name", thing.name()));
    }

    private void addLink(SourceRecord source, Link link) {
        var row = Row.of(source, link.time(), link.ended())
                .with("type", link.type().relationship().name())
                .with("fromLabel", link.from().label().inCypher())
                .with("fromKey", link.from().key())
                .with("toLabel", link.to().label().inCypher())
                .with("toKey", link.to().key())
                .with("key", link.key())
                .withOptional("engagementId", link.through().map(EngagementId::value));
        link.measures().forEach((measure, value) -> row.with(measure.inCypher(), value));
        add(FactStatement.LINK, row);
    }

    private void addTombstone(SourceRecord source, Tombstone stone) {
        add(
                FactStatement.TOMBSTONE,
                Row.of(source, stone.time())
                        .with("label", stone.entity().label().inCypher())
                        .with("key", stone.entity().key())
                        .with("lifted", stone.lifted()));
    }

    /** Details stand side by side with the signals, so one that has none holds the empty text: a list property has no nulls. */
    private void addSignalReading(SourceRecord source, SignalReading reading) {
        var signals = reading.signals();
        add(
                FactStatement.SIGNAL_READING,
                Row.of(source, reading.time())
                        .with("key", reading.key())
                        .with("engagementId", reading.engagement().value())
                        .with("extractor", reading.extractor().name())
                        .with("extractorVersion", reading.extractor().version())
                        .with(
                                "signals",
                                signals.stream()
                                        .map(signal -> signal.kind().name())
                                        .toList())
                        .with(
                                "details",
                                signals.stream()
                                        .map(signal -> signal.detail().orElse(""))
                                        .toList())
                        .with(
                                "confidences",
                                signals.stream()
                                        .map(SignalReading.Signal::confidence)
                                        .toList()));
    }

    private void addTicket(SourceRecord source, Ticket ticket) {
        var row = Row.ofTicket(source, ticket)
                .with("key", ticket.id().value())
                .withOptional("priority", ticket.priority());
        add(FactStatement.TICKET, row);
        ticket.account()
                .ifPresent(account ->
                        add(FactStatement.TICKET_ACCOUNT, row.link("ticketId", "accountId", account.value())));
        ticket.raisedBy()
                .ifPresent(person -> add(FactStatement.RAISED, row.link("ticketId", "personId", person.value())));
    }
}
