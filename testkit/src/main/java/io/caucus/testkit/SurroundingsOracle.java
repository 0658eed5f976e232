package io.caucus.testkit;

import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.Surroundings.Companion;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The slow and obvious way from a heap of facts to what lies around one account. */
final class SurroundingsOracle {

    private final AccountId account;
    private final HistoryOracle facts;
    private final Set<PersonId> people;
    private final List<Win> wins;

    SurroundingsOracle(AccountId account, HistoryOracle facts) {
        this.account = account;
        this.facts = facts;
        this.people = facts.each(Employment.class)
                .filter(job -> job.account().equals(account))
                .map(Employment::person)
                .collect(Collectors.toSet());
        this.wins = facts.each(Opportunity.class)
                .flatMap(deal -> win(deal).stream())
                .distinct()
                .toList();
    }

    Surroundings surroundings() {
        var jobs = facts.each(Employment.class)
                .filter(job -> people.contains(job.person()) && !job.account().equals(account))
                .map(facts::employment)
                .toList();
        var roles = facts.each(RoleHolding.class)
                .filter(role ->
                        people.contains(role.person()) && accountOf(role).isPresent())
                .map(facts::role)
                .toList();
        var hierarchy = hierarchy();
        var companions = Stream.of(LinkType.INVESTED_IN, LinkType.PARTNER_OF)
                .flatMap(this::companions)
                .toList();
        var named = Stream.of(
                        jobs.stream().map(Employment::account),
                        roles.stream().flatMap(role -> accountOf(role).stream()),
                        near().stream(),
                        hierarchy.stream().map(Subsidiary::subsidiary),
                        hierarchy.stream().map(Subsidiary::parent),
                        companions.stream().map(Companion::account))
                .flatMap(accounts -> accounts)
                .collect(Collectors.toSet());
        return new Surroundings(
                jobs,
                roles,
                hierarchy,
                companions,
                wins.stream().filter(win -> named.contains(win.account())).toList());
    }

    /** The other account that would be sold to. */
    private Optional<AccountId> accountOf(RoleHolding role) {
        return facts.each(Opportunity.class)
                .filter(deal -> deal.id().equals(role.opportunity()))
                .map(Opportunity::account)
                .findFirst()
                .filter(other -> !other.equals(account));
    }

    /** One step away, up or down. */
    private Set<AccountId> near() {
        return facts.each(Subsidiary.class)
                .filter(this::isOwn)
                .map(link -> link.parent().equals(account) ? link.subsidiary() : link.parent())
                .collect(Collectors.toSet());
    }

    private List<Subsidiary> hierarchy() {
        var near = near();
        return facts.each(Subsidiary.class)
                .filter(link -> !isOwn(link) && (near.contains(link.subsidiary()) || near.contains(link.parent())))
                .map(link -> new Subsidiary(
                        link.subsidiary(),
                        link.parent(),
                        new FactTime(link.time().occurredAt(), HistoryOracle.firstKnown(tellings(link)))))
                .toList();
    }

    private List<Subsidiary> tellings(Subsidiary link) {
        return facts.each(Subsidiary.class)
                .filter(other -> other.subsidiary().equals(link.subsidiary())
                        && other.parent().equals(link.parent())
                        && other.time().occurredAt().equals(link.time().occurredAt()))
                .toList();
    }

    private boolean isOwn(Subsidiary link) {
        return link.parent().equals(account) || link.subsidiary().equals(account);
    }

    private Stream<Companion> companions(LinkType type) {
        var links = facts.each(Link.class)
                .filter(link -> link.type() == type)
                .map(facts::link)
                .filter(link -> link.holdsAt(facts.asOf()))
                .toList();
        return links.stream()
                .filter(own -> own.to().equals(account.ref()))
                .flatMap(own -> links.stream().filter(link -> link.from().equals(own.from())))
                .filter(link -> !link.to().equals(account.ref()) && hasBought(link.to()))
                .map(link -> new Companion(link.from(), new AccountId(link.to().key()), degree(link.to(), links)));
    }

    private boolean hasBought(EntityRef other) {
        return wins.stream().anyMatch(win -> win.account().ref().equals(other));
    }

    private static int degree(EntityRef other, List<Link> links) {
        return (int) links.stream()
                .filter(link -> link.to().equals(other))
                .map(Link::from)
                .distinct()
                .count();
    }

    private Optional<Win> win(Opportunity deal) {
        var changes = facts.each(StageChange.class)
                .filter(change -> change.opportunity().equals(deal.id()))
                .sorted(Comparator.comparing(StageChange::time).thenComparing(StageChange::stage))
                .toList();
        if (changes.isEmpty() || changes.getLast().outcome() != Outcome.WON) {
            return Optional.empty();
        }
        return changes.reversed().stream()
                .takeWhile(change -> isSame(change, changes.getLast()))
                .reduce((later, earlier) -> earlier)
                .map(first -> new Win(deal.account(), deal.id(), first.time().occurredAt()));
    }

    private static boolean isSame(StageChange one, StageChange other) {
        return one.stage().equals(other.stage()) && one.outcome() == other.outcome();
    }
}
