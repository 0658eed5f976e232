package io.caucus.api.graphql;

import io.caucus.api.assessment.Names;
import io.caucus.features.EvidenceItem;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws parts of one account's graph. The same thing has the same id in every drawing, so a page can light it up. */
final class Drawing {

    private static final String TIE = "TIE";

    private final AccountHistory history;
    private final Names names;
    private final SortedMap<EntityRef, GraphNode> nodes = new TreeMap<>();
    private final SortedMap<String, GraphRelationship> relationships = new TreeMap<>();

    private Drawing(AccountHistory history, Names names) {
        this.history = history;
        this.names = names;
    }

    /** @param facts what the nodes stand for, in the order of nodes */
    record Subgraph(List<GraphNode> nodes, List<GraphRelationship> relationships, List<EntityRef> facts) {}

    record GraphNode(String id, String kind, String label) {}

    record GraphRelationship(
            String id, String kind, String from, String to, Optional<Double> weight, Optional<Instant> at) {}

    static Subgraph of(AccountHistory history, CommitteeMap committee) {
        var drawing = new Drawing(history, Names.of(history));
        drawing.node(history.account().id());
        committee.members().forEach(member -> drawing.employment(member.person()));
        committee.ties().forEach(tie -> drawing.tie(tie.one(), tie.other(), tie.strength()));
        return drawing.finished();
    }

    /** As they stand in every drawing. */
    static List<GraphNode> nodes(AccountHistory history, Names names, List<EntityKey> keys) {
        var drawing = new Drawing(history, names);
        return keys.stream().map(EntityKey::ref).map(drawing::asNode).toList();
    }

    static Subgraph of(AccountHistory history, Names names, EvidenceItem item) {
        var drawing = new Drawing(history, names);
        switch (item) {
            case EvidenceItem.Action action -> drawing.action(action.person(), action.engagement());
            case EvidenceItem.Standing standing -> drawing.action(standing.person(), standing.engagement());
            case EvidenceItem.Seat seat -> drawing.seat(seat);
            case EvidenceItem.LiveSeat seat -> seat.people().forEach(drawing::employment);
            case EvidenceItem.Connection connection -> drawing.connection(connection);
            case EvidenceItem.SharedTie tie -> drawing.shared(tie);
            case EvidenceItem.PathToSeat path -> drawing.path(path);
            case EvidenceItem.CutPoint cut -> drawing.people(cut.person(), cut.cutOff());
            case EvidenceItem.Influence influence -> drawing.influence(influence);
            case EvidenceItem.StageEntered stage -> drawing.opportunity(stage.opportunity());
            case EvidenceItem.Explored explored -> drawing.explored(explored);
            case EvidenceItem.Said said -> drawing.event(said.engagement());
            case EvidenceItem.NotSaid silent -> drawing.event(silent.engagement());
            case EvidenceItem.Answer answer -> drawing.answer(answer);
            case EvidenceItem.OurAction ours -> drawing.event(ours.engagement());
            case EvidenceItem.NotCounted left -> drawing.event(left.engagement());
            case EvidenceItem.StageMoved move -> drawing.opportunity(move.opportunity());
            case EvidenceItem.ValueChanged change -> drawing.opportunity(change.opportunity());
            case EvidenceItem.SeatCount count -> drawing.seats(count);
            case EvidenceItem.ProductUsed use -> drawing.use(use);
            case EvidenceItem.SupportRequest request -> drawing.request(request);
            case EvidenceItem.AttributeTold told -> drawing.node(told.entity());
            case EvidenceItem.AccountRecord record -> drawing.node(record.record());
            case EvidenceItem.OpportunityCreated created -> drawing.opportunity(created.opportunity());
            case EvidenceItem.Referred referred -> drawing.referral(referred);
            case EvidenceItem.PathToWin path -> drawing.path(path);
            case EvidenceItem.CentralInvestor investor -> drawing.investor(investor.investor());
            case EvidenceItem.InvestorRecord investor -> drawing.exit(investor);
            case EvidenceItem.SimilarAccount similar -> drawing.similar(similar);
        }
        return drawing.finished();
    }

    private Subgraph finished() {
        return new Subgraph(
                List.copyOf(nodes.values()), List.copyOf(relationships.values()), List.copyOf(nodes.keySet()));
    }

    private void action(PersonId person, EngagementId id) {
        employment(person);
        node(id);
        var engagement = find(id);
        relationship(RelationshipType.PERFORMED.name(), person, id, Optional.empty(), engagement.map(Drawing::at));
        relationship(RelationshipType.ABOUT.name(), id, account(), Optional.empty(), engagement.map(Drawing::at));
    }

    private void explored(EvidenceItem.Explored explored) {
        action(explored.person(), explored.engagement());
        node(explored.thing(), explored.name().isEmpty() ? explored.thing().key() : explored.name());
        relationship(
                RelationshipType.CONCERNS.name(),
                explored.engagement().ref(),
                explored.thing(),
                Optional.empty(),
                Optional.of(explored.at()));
    }

    private void event(EngagementId id) {
        node(id);
        node(account());
        var engagement = find(id);
        relationship(RelationshipType.ABOUT.name(), id, account(), Optional.empty(), engagement.map(Drawing::at));
        engagement.ifPresent(event -> event.performedBy().forEach(person -> performed(person, event)));
    }

    private void answer(EvidenceItem.Answer answer) {
        event(answer.ours());
        action(answer.person(), answer.reply());
    }

    private void performed(PersonId person, Engagement event) {
        node(person);
        relationship(RelationshipType.PERFORMED.name(), person, event.id(), Optional.empty(), Optional.of(at(event)));
    }

    private void seat(EvidenceItem.Seat seat) {
        seat.holders().forEach(this::employment);
        history.roles().stream()
                .filter(role -> role.role() == seat.role()
                        && role.holdsAt(history.asOf())
                        && seat.holders().contains(role.person()))
                .forEach(role -> {
                    opportunity(role.opportunity());
                    relationship(
                            RelationshipType.HAS_ROLE.name(),
                            role.person(),
                            role.opportunity(),
                            Optional.empty(),
                            Optional.of(role.time().occurredAt()));
                });
    }

    private void shared(EvidenceItem.SharedTie tie) {
        tie(tie.one(), tie.other(), tie.strength());
        tie.engagements().forEach(this::node);
    }

    private void connection(EvidenceItem.Connection connection) {
        node(connection.person());
        connection.engagements().forEach(this::node);
    }

    private void path(EvidenceItem.PathToSeat path) {
        path.people().forEach(this::node);
        path.engagements().forEach(this::node);
    }

    private void people(PersonId person, Collection<PersonId> others) {
        employment(person);
        others.forEach(this::employment);
    }

    private void influence(EvidenceItem.Influence influence) {
        action(influence.from(), influence.action());
        action(influence.to(), influence.activation());
        relationship(
                RelationshipType.INFLUENCED.name(),
                influence.from(),
                influence.to(),
                Optional.of(influence.credit()),
                find(influence.activation()).map(Drawing::at));
    }

    private void opportunity(OpportunityId opportunity) {
        node(opportunity);
        node(account());
        relationship(RelationshipType.FOR_ACCOUNT.name(), opportunity, account(), Optional.empty(), Optional.empty());
    }

    private void referral(EvidenceItem.Referred referred) {
        node(account());
        node(referred.by());
        node(referred.what());
        relationship(
                RelationshipType.REFERRED.name(),
                referred.by(),
                referred.what(),
                Optional.empty(),
                Optional.of(referred.at()));
    }

    private void path(EvidenceItem.PathToWin path) {
        node(account());
        path.through().forEach(this::node);
        opportunityOf(path.win().account(), path.win().opportunity());
    }

    private void similar(EvidenceItem.SimilarAccount similar) {
        node(account());
        similar.opportunities().forEach(opportunity -> opportunityOf(similar.account(), opportunity));
    }

    private void opportunityOf(AccountId other, OpportunityId opportunity) {
        node(other);
        node(opportunity);
        relationship(RelationshipType.FOR_ACCOUNT.name(), opportunity, other, Optional.empty(), Optional.empty());
    }

    private void investor(EntityRef investor) {
        node(account());
        node(investor);
        relationship(
                RelationshipType.INVESTED_IN.name(), investor, account().ref(), Optional.empty(), Optional.empty());
    }

    private void exit(EvidenceItem.InvestorRecord investor) {
        investor(investor.investor());
        investor.last().map(Exit::account).ifPresent(exited -> {
            node(exited);
            relationship(
                    RelationshipType.INVESTED_IN.name(),
                    investor.investor(),
                    exited.ref(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    private void seats(EvidenceItem.SeatCount count) {
        node(account());
        node(count.product());
        relationship(
                RelationshipType.USES.name(),
                account().ref(),
                count.product(),
                Optional.of(count.active()),
                Optional.of(count.at()));
    }

    private void use(EvidenceItem.ProductUsed use) {
        node(account());
        node(use.engagement());
        node(use.product());
        relationship(
                RelationshipType.ABOUT.name(), use.engagement(), account(), Optional.empty(), Optional.of(use.at()));
        relationship(
                RelationshipType.CONCERNS.name(),
                use.engagement().ref(),
                use.product(),
                Optional.empty(),
                Optional.of(use.at()));
    }

    private void request(EvidenceItem.SupportRequest request) {
        node(account());
        node(request.ticket());
        relationship(
                RelationshipType.ABOUT.name(),
                request.ticket(),
                account(),
                Optional.empty(),
                Optional.of(request.at()));
    }

    private void tie(PersonId one, PersonId other, double strength) {
        employment(one);
        employment(other);
        relationship(TIE, one, other, Optional.of(strength), Optional.empty());
    }

    private void employment(PersonId person) {
        node(person);
        node(account());
        relationship(RelationshipType.WORKS_AT.name(), person, account(), Optional.empty(), Optional.empty());
    }

    private void node(EntityKey key) {
        node(key.ref());
    }

    private void node(EntityRef entity) {
        nodes.put(entity, asNode(entity));
    }

    private GraphNode asNode(EntityRef entity) {
        return asNode(entity, label(entity));
    }

    private static GraphNode asNode(EntityRef entity, String label) {
        return new GraphNode(id(entity), entity.label().inCypher(), label);
    }

    private void node(EntityRef entity, String label) {
        nodes.put(entity, asNode(entity, label));
    }

    private void relationship(
            String kind, EntityKey from, EntityKey to, Optional<Double> weight, Optional<Instant> at) {
        relationship(kind, from.ref(), to.ref(), weight, at);
    }

    private void relationship(
            String kind, EntityRef from, EntityRef to, Optional<Double> weight, Optional<Instant> at) {
        var id = GlobalId.encode(kind, from.key() + ">" + to.key());
        relationships.put(id, new GraphRelationship(id, kind, id(from), id(to), weight, at));
    }

    private static String id(EntityRef entity) {
        return GlobalId.encode(entity.label().inCypher(), entity.key());
    }

    private String label(EntityRef entity) {
        return entity.label() == NodeLabel.ENGAGEMENT
                ? find(new EngagementId(entity.key()))
                        .map(engagement -> inWords(engagement.kind().name()))
                        .orElse("engagement")
                : names.of(entity);
    }

    static String inWords(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private AccountId account() {
        return history.account().id();
    }

    private Optional<Engagement> find(EngagementId id) {
        return history.engagements().stream()
                .filter(engagement -> engagement.id().equals(id))
                .findFirst();
    }

    private static Instant at(Engagement engagement) {
        return engagement.time().occurredAt();
    }
}
