package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
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
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.time.History;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything the features of one account may read as of an instant, and nothing else.
 *
 * <p>Facts that had not occurred or were not known by then are dropped here, in the one place where they could slip in; so are
 * the ends of what goes on as far as was known. Names and addresses are those told by then, and what had been deleted by then is not
 * there.
 * Every list is free of duplicates and in a fixed order, so neither the order of delivery nor a repeated delivery can ever
 * reach a number.
 *
 * @param employments of people at this account, those that have ended included
 * @param people whoever is or was employed here, or took part in an engagement about the account
 * @param signalReadings of each engagement and extractor that of the newest version known
 * @param links of the account itself, of referrals of its opportunities, of what engagements about it concerned, and of what the
 *     people who performed them passed on; those that have ended included
 * @param things what those links lead to or come from, as far as it has been told of
 * @param surroundings what lies around the account, at others
 */
public record AccountHistory(
        Account account,
        AsOf asOf,
        List<Employment> employments,
        List<Person> people,
        List<Opportunity> opportunities,
        List<StageChange> stageChanges,
        List<FieldChange> fieldChanges,
        List<RoleHolding> roles,
        List<Engagement> engagements,
        List<SignalReading> signalReadings,
        List<Ticket> tickets,
        List<Subsidiary> subsidiaries,
        List<Link> links,
        List<Thing> things,
        Surroundings surroundings) {

    public AccountHistory {
        if (!asOf.sees(account.time())) {
            throw new UnknownAccount(account.id(), asOf);
        }
        employments = seen(
                employments.stream().map(job -> job.asKnown(asOf)).toList(),
                asOf,
                Comparator.comparing(Employment::person)
                        .thenComparing(Employment::time)
                        .thenComparing(employment -> employment.title().orElse(""))
                        .thenComparing(employment ->
                                employment.ended().map(FactTime::occurredAt).orElse(Instant.MAX)));
        people = seen(people, asOf, Comparator.comparing(Person::id));
        opportunities = seen(opportunities, asOf, Comparator.comparing(Opportunity::id));
        stageChanges = seen(
                stageChanges,
                asOf,
                Comparator.comparing(StageChange::opportunity)
                        .thenComparing(StageChange::time)
                        .thenComparing(StageChange::stage));
        fieldChanges = seen(
                fieldChanges,
                asOf,
                Comparator.comparing(FieldChange::entity)
                        .thenComparing(FieldChange::field)
                        .thenComparing(FieldChange::time)
                        .thenComparing(FieldChange::value));
        roles = seen(
                roles.stream().map(role -> role.asKnown(asOf)).toList(),
                asOf,
                Comparator.comparing(RoleHolding::opportunity)
                        .thenComparing(RoleHolding::person)
                        .thenComparing(RoleHolding::role)
                        .thenComparing(RoleHolding::source)
                        .thenComparing(RoleHolding::time)
                        .thenComparingDouble(RoleHolding::confidence));
        engagements =
                seen(engagements, asOf, Comparator.comparing(Engagement::time).thenComparing(Engagement::id));
        signalReadings = SignalReading.newest(seen(
                signalReadings,
                asOf,
                Comparator.comparing(SignalReading::engagement).thenComparing(SignalReading::extractor)));
        tickets = seen(
                tickets.stream().map(ticket -> ticket.asKnown(asOf)).toList(), asOf, Comparator.comparing(Ticket::id));
        subsidiaries = seen(
                subsidiaries,
                asOf,
                Comparator.comparing(Subsidiary::subsidiary)
                        .thenComparing(Subsidiary::parent)
                        .thenComparing(Subsidiary::time));
        links = seen(
                links.stream().map(link -> link.asKnown(asOf)).toList(),
                asOf,
                Comparator.comparing(Link::type)
                        .thenComparing(Link::from)
                        .thenComparing(Link::to)
                        .thenComparing(Link::time)
                        .thenComparing(Link::key));
        things = seen(things, asOf, Comparator.comparing(Thing::entity));
    }

    /**
     * Sorts mixed facts into a history. What was told several times, or in parts, becomes one thing each: as its newest telling
     * that can be seen says. What was deleted is left out. Facts about our own users are no part of a history and are passed over.
     * There is nothing around it.
     *
     * @param account what was told of the account; the facts may tell more of it
     */
    public static AccountHistory of(Account account, AsOf asOf, Collection<? extends Fact> facts) {
        var told = new ArrayList<Fact>(facts);
        told.add(account);
        return of(account.id(), asOf, told);
    }

    /**
     * Like {@link #of(Account, AsOf, Collection)}, with all that was told of the account among the facts.
     *
     * @throws UnknownAccount if nothing was told of the account that can be seen as of that instant
     */
    public static AccountHistory of(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        var things = new Tellings(asOf);
        var employments = new ArrayList<Employment>();
        var stageChanges = new ArrayList<StageChange>();
        var fieldChanges = new ArrayList<FieldChange>();
        var roles = new ArrayList<RoleHolding>();
        var engagements = new ArrayList<Engagement>();
        var signalReadings = new ArrayList<SignalReading>();
        var tickets = new ArrayList<Ticket>();
        var subsidiaries = new ArrayList<Subsidiary>();
        var links = new ArrayList<Link>();
        for (Fact fact : Deletions.survivedBy(facts, asOf)) {
            switch (fact) {
                case Account told -> {
                    checkSame(account, told.id());
                    things.add(told);
                }
                case Employment employment -> employments.add(employment);
                case Person person -> things.add(person);
                case Opportunity opportunity -> things.add(opportunity);
                case StageChange change -> stageChanges.add(change);
                case FieldChange change -> {
                    if (change.field().isIdentifying()) {
                        things.add(change);
                    } else {
                        fieldChanges.add(change);
                    }
                }
                case RoleHolding role -> roles.add(role);
                case Engagement engagement -> engagements.add(engagement);
                case SignalReading reading -> signalReadings.add(reading);
                case Ticket ticket -> tickets.add(ticket);
                case Subsidiary subsidiary -> subsidiaries.add(subsidiary);
                case Link link -> links.add(link);
                case Thing thing -> things.add(thing);
                case User user -> {}
                case Tombstone stone -> {}
            }
        }
        var retold = new Retold(asOf);
        return new AccountHistory(
                things.account(account).orElseThrow(() -> new UnknownAccount(account, asOf)),
                asOf,
                retold.employments(employments),
                things.people(),
                things.opportunities(),
                retold.stageChanges(stageChanges),
                retold.fieldChanges(fieldChanges),
                retold.roles(roles),
                retold.engagements(engagements),
                signalReadings,
                retold.tickets(tickets),
                retold.subsidiaries(subsidiaries),
                retold.links(links),
                things.things(),
                Surroundings.NONE);
    }

    /** The same history, with what lies around the account. */
    public AccountHistory within(Surroundings around) {
        return new AccountHistory(
                account,
                asOf,
                employments,
                people,
                opportunities,
                stageChanges,
                fieldChanges,
                roles,
                engagements,
                signalReadings,
                tickets,
                subsidiaries,
                links,
                things,
                around);
    }

    /** The same history, as if nothing had ever been told of some of its opportunities. */
    public AccountHistory without(Set<OpportunityId> some) {
        var refs = some.stream().map(OpportunityId::ref).collect(Collectors.toSet());
        return new AccountHistory(
                account,
                asOf,
                employments,
                people,
                opportunities.stream()
                        .filter(opportunity -> !some.contains(opportunity.id()))
                        .toList(),
                stageChanges.stream()
                        .filter(change -> !some.contains(change.opportunity()))
                        .toList(),
                fieldChanges.stream()
                        .filter(change -> !refs.contains(change.entity()))
                        .toList(),
                roles.stream()
                        .filter(role -> !some.contains(role.opportunity()))
                        .toList(),
                engagements,
                signalReadings,
                tickets,
                subsidiaries,
                links.stream()
                        .filter(link -> !refs.contains(link.from()) && !refs.contains(link.to()))
                        .toList(),
                things,
                surroundings);
    }

    private static void checkSame(AccountId account, AccountId told) {
        if (!told.equals(account)) {
            throw new IllegalArgumentException(
                    "history of account '%s' was given account '%s'".formatted(account, told));
        }
    }

    /** The people employed here as of the instant. */
    public SortedSet<PersonId> employed() {
        var employed = new TreeSet<PersonId>();
        employments.stream()
                .filter(employment -> employment.holdsAt(asOf))
                .forEach(employment -> employed.add(employment.person()));
        return employed;
    }

    /** The job somebody holds here as of the instant: the latest one, should there be several. */
    public Optional<Employment> employmentOf(PersonId person) {
        return employments.stream()
                .filter(employment -> employment.person().equals(person) && employment.holdsAt(asOf))
                .reduce((earlier, later) -> later);
    }

    /** The stages of one opportunity, oldest first. */
    public List<StageChange> stagesOf(OpportunityId opportunity) {
        return stageChanges.stream()
                .filter(change -> change.opportunity().equals(opportunity))
                .toList();
    }

    /**
     * How an opportunity came into the stage it is in as of the instant, as far as is known. Being told the same stage again, as
     * by the next export, only confirms it.
     */
    public Optional<StageChange> stageOf(OpportunityId opportunity) {
        return stagesOf(opportunity).stream().reduce((earlier, later) -> isSameStage(earlier, later) ? earlier : later);
    }

    /** The opportunities that are neither won nor lost. */
    public List<Opportunity> openOpportunities() {
        return opportunities.stream()
                .filter(opportunity -> isOpen(opportunity.id()))
                .toList();
    }

    /** Whether an opportunity is neither won nor lost. One without a stage has only just been created and is open. */
    public boolean isOpen(OpportunityId opportunity) {
        return stageOf(opportunity)
                .filter(stage -> stage.outcome() != Outcome.OPEN)
                .isEmpty();
    }

    /** The links of a type that hold as of the instant. */
    public List<Link> linksOf(LinkType type) {
        return links.stream()
                .filter(link -> link.type() == type && link.holdsAt(asOf))
                .toList();
    }

    private static boolean isSameStage(StageChange one, StageChange other) {
        return one.stage().equals(other.stage()) && one.outcome() == other.outcome();
    }

    /**
     * The value of an attribute as of the instant; empty as well if it was taken away. What identifies a thing (name, domain,
     * address) is found on the thing itself.
     */
    public Optional<String> valueOf(EntityRef entity, ChangeField field) {
        var values = fieldChanges.stream()
                .filter(change -> change.entity().equals(entity) && change.field() == field)
                .map(change -> new History.Dated<>(change.value(), change.time()))
                .toList();
        return new History<>(values).at(asOf).filter(value -> !value.isEmpty());
    }

    /** What is in order already, as from a store or another history, is only looked through. */
    private static <F extends Fact> List<F> seen(List<F> facts, AsOf asOf, Comparator<F> order) {
        var seen = new ArrayList<F>(facts.size());
        boolean isInOrder = true;
        for (F fact : facts) {
            if (asOf.sees(fact.time())) {
                isInOrder = isInOrder && (seen.isEmpty() || order.compare(seen.getLast(), fact) < 0);
                seen.add(fact);
            }
        }
        return isInOrder
                ? List.copyOf(seen)
                : seen.stream().distinct().sorted(order).toList();
    }
}
