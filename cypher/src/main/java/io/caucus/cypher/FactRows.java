package io.caucus.cypher;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts as rows for the statements that write them.
 *
 * <p>A statement compares each row with what the graph holds, so no two of its rows may be about the same thing. Rows are
 * therefore handed out in rounds: the first telling of each thing, then the second of those told twice, and so on. Within a
 * round they are sorted, so that two writers lock things in the same order.
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
        return rounds;
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
            case FieldChange change -> addFieldChange(source, change);
            case RoleHolding holding -> addRole(source, holding);
            case Engagement engagement -> addEngagement(source, engagement);
            case SignalReading reading -> addSignalReading(source, reading);
            case Ticket ticket -> addTicket(source, ticket);
        }
    }

    private void addAccount(SourceRecord source, Account account) {
        add(
                FactStatement.ACCOUNT,
                Row.of(source, account.time())
                        .with("key", account.id().value())
                        .with("name", account.name())
                        .withOptional("domain", account.domain()));
    }

    private void addPerson(SourceRecord source, Person person) {
        add(
                FactStatement.PERSON,
                Row.of(source, person.time())
                        .with("key", person.id().value())
                        .with("name", person.name())
                        .withOptional("email", person.email()));
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
        add(
                FactStatement.OPPORTUNITY,
                Row.of(source, opportunity.time())
                        .with("key", opportunity.id().value())
                        .with("accountId", opportunity.account().value())
                        .with("name", opportunity.name())
                        .withOptional("pipeline", opportunity.pipeline()));
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

    private void addFieldChange(SourceRecord source, FieldChange change) {
        boolean ofAccount = change.entity().label() == NodeLabel.ACCOUNT;
        var entity = change.entity().label().key();
        add(
                ofAccount ? FactStatement.ACCOUNT_FIELD_CHANGE : FactStatement.OPPORTUNITY_FIELD_CHANGE,
                Row.of(source, change.time())
                        .with("key", change.key())
                        .with(entity, change.entity().key())
                        .with("field", change.field().name())
                        .with("value", change.value()));
        if (change.field() == ChangeField.OWNER) {
            add(
                    ofAccount ? FactStatement.ACCOUNT_OWNER : FactStatement.OPPORTUNITY_OWNER,
                    Row.of(source, change.time())
                            .with(entity, change.entity().key())
                            .with("userId", change.value()));
        }
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
        var row = Row.of(source, engagement.time())
                .with("key", engagement.id().value())
                .with("accountId", engagement.account().value())
                .with("kind", engagement.kind().name())
                .with("side", engagement.side().name())
                .withOptional("excluded", engagement.excluded().map(Enum::name));
        add(FactStatement.ENGAGEMENT, row);
        engagement
                .performedBy()
                .forEach(person -> add(FactStatement.PERFORMED, row.link("engagementId", "personId", person.value())));
        engagement
                .addressedTo()
                .forEach(person ->
                        add(FactStatement.ADDRESSED_TO, row.link("engagementId", "personId", person.value())));
        engagement
                .users()
                .forEach(user -> add(FactStatement.TOOK_PART, row.link("engagementId", "userId", user.value())));
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
        var row = Row.of(source, ticket.time(), ticket.closed())
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
