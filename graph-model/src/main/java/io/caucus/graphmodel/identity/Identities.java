package io.caucus.graphmodel.identity;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is who as of an instant: each record's canonical one, the smallest of all that merges join. Which merges join them, and in what
 * order they were decided, cannot be told from it.
 */
public final class Identities {

    private final Map<EntityRef, EntityRef> smaller = new TreeMap<>();

    private Identities() {}

    /** By the merges that hold as of the instant. */
    public static Identities of(Collection<Merge> merges, AsOf asOf) {
        var identities = new Identities();
        merges.stream()
                .filter(merge -> merge.standsAt(asOf))
                .forEach(merge -> identities.join(merge.one(), merge.other()));
        return identities;
    }

    /** By pairs of records that are one. */
    public static Identities of(Map<EntityRef, EntityRef> same) {
        var identities = new Identities();
        same.forEach(identities::join);
        return identities;
    }

    private void join(EntityRef one, EntityRef other) {
        var first = canonical(one);
        var second = canonical(other);
        if (first.compareTo(second) < 0) {
            smaller.put(second, first);
        } else if (first.compareTo(second) > 0) {
            smaller.put(first, second);
        }
    }

    public EntityRef canonical(EntityRef record) {
        var canonical = record;
        for (var next = smaller.get(canonical); next != null; next = smaller.get(canonical)) {
            canonical = next;
        }
        return canonical;
    }

    public boolean areOne(EntityRef record, EntityRef other) {
        return canonical(record).equals(canonical(other));
    }

    /**
     * The facts as told of the canonical records. What two records of one told of each other is left out. Tombstones go on speaking
     * of the records that were deleted, so what they take away has to be gone before.
     */
    public List<Fact> resolve(Collection<? extends Fact> facts) {
        return facts.stream().flatMap(fact -> resolve(fact).stream()).toList();
    }

    private Optional<Fact> resolve(Fact fact) {
        return switch (fact) {
            case Account account ->
                Optional.of(new Account(
                        account(account.id()),
                        account.name(),
                        account.domain(),
                        account.time(),
                        account.stated(),
                        account.records()));
            case Person person ->
                Optional.of(
                        new Person(person(person.id()), person.name(), person.email(), person.time(), person.stated()));
            case Employment job -> Optional.of(resolved(job));
            case Subsidiary link -> resolved(link);
            case Opportunity deal ->
                Optional.of(new Opportunity(
                        deal.id(), account(deal.account()), deal.name(), deal.pipeline(), deal.time(), deal.stated()));
            case FieldChange change ->
                Optional.of(new FieldChange(canonical(change.entity()), change.field(), change.value(), change.time()));
            case RoleHolding role -> Optional.of(resolved(role));
            case Engagement engagement -> Optional.of(resolved(engagement));
            case Ticket ticket -> Optional.of(resolved(ticket));
            case Link link -> resolved(link);
            case StageChange change -> Optional.of(change);
            case SignalReading reading -> Optional.of(reading);
            case User user -> Optional.of(user);
            case Thing thing -> Optional.of(thing);
            case Tombstone stone -> Optional.of(stone);
        };
    }

    private AccountId account(AccountId account) {
        return new AccountId(canonical(account.ref()).key());
    }

    private PersonId person(PersonId person) {
        return new PersonId(canonical(person.ref()).key());
    }

    private List<PersonId> people(List<PersonId> people) {
        return people.stream().map(this::person).toList();
    }

    private Employment resolved(Employment job) {
        return new Employment(
                person(job.person()),
                account(job.account()),
                job.title(),
                job.function(),
                job.seniority(),
                job.time(),
                job.ended());
    }

    private Optional<Fact> resolved(Subsidiary link) {
        return areOne(link.subsidiary().ref(), link.parent().ref())
                ? Optional.empty()
                : Optional.of(new Subsidiary(account(link.subsidiary()), account(link.parent()), link.time()));
    }

    private RoleHolding resolved(RoleHolding role) {
        return new RoleHolding(
                person(role.person()),
                role.opportunity(),
                role.role(),
                role.source(),
                role.confidence(),
                role.time(),
                role.ended());
    }

    private Engagement resolved(Engagement engagement) {
        return new Engagement(
                engagement.id(),
                account(engagement.account()),
                engagement.kind(),
                engagement.side(),
                people(engagement.performedBy()),
                people(engagement.addressedTo()),
                engagement.users(),
                engagement.excluded(),
                engagement.time());
    }

    private Ticket resolved(Ticket ticket) {
        return new Ticket(
                ticket.id(),
                ticket.account().map(this::account),
                ticket.raisedBy().map(this::person),
                ticket.priority(),
                ticket.time(),
                ticket.answered(),
                ticket.closed());
    }

    private Optional<Fact> resolved(Link link) {
        return areOne(link.from(), link.to())
                ? Optional.empty()
                : Optional.of(new Link(
                        link.type(),
                        canonical(link.from()),
                        canonical(link.to()),
                        link.through(),
                        link.measures(),
                        link.time(),
                        link.ended()));
    }
}
