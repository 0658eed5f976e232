package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.Surroundings.Companion;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies around each account: see {@link Surroundings}. */
final class RecordedSurroundings {

    private static final List<LinkType> SHARED = List.of(LinkType.INVESTED_IN, LinkType.PARTNER_OF);

    private final AsOf asOf;
    private final Map<PersonId, List<Employment>> jobs;
    private final Map<PersonId, List<RoleHolding>> roles;
    private final Map<AccountId, List<Subsidiary>> hierarchy;
    private final Map<OpportunityId, AccountId> accountOf = new HashMap<>();
    /** Investors and partners, by whom they hold or work with. */
    private final Map<EntityRef, List<Link>> backers;
    /** The same, by who they are. */
    private final Map<EntityRef, List<Link>> backed;

    private final Map<AccountId, List<Win>> wins;

    /**
     * @param visible all that was told and can be seen as of the instant
     * @param histories the same, account by account
     */
    RecordedSurroundings(AsOf asOf, Collection<Fact> visible, List<AccountHistory> histories) {
        this.asOf = asOf;
        this.jobs = each(Employment.class, visible).collect(Collectors.groupingBy(Employment::person));
        this.roles = each(RoleHolding.class, visible).collect(Collectors.groupingBy(RoleHolding::person));
        this.hierarchy = each(Subsidiary.class, visible)
                .flatMap(link -> Stream.of(link.subsidiary(), link.parent()).map(end -> Map.entry(end, link)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        each(Opportunity.class, visible).forEach(deal -> accountOf.put(deal.id(), deal.account()));
        var links = histories.stream()
                .flatMap(history -> SHARED.stream().flatMap(type -> history.linksOf(type).stream()))
                .distinct()
                .toList();
        this.backers = links.stream().collect(Collectors.groupingBy(Link::to));
        this.backed = links.stream().collect(Collectors.groupingBy(Link::from));
        this.wins = histories.stream().flatMap(RecordedSurroundings::wins).collect(Collectors.groupingBy(Win::account));
    }

    private static <F> Stream<F> each(Class<F> kind, Collection<Fact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What an account has won and, as far as is known, not lost again. */
    static Stream<Win> wins(AccountHistory history) {
        return history.opportunities().stream()
                .flatMap(deal -> history.stageOf(deal.id()).stream())
                .filter(stage -> stage.outcome() == Outcome.WON)
                .map(stage -> new Win(
                        history.account().id(),
                        stage.opportunity(),
                        stage.time().occurredAt()));
    }

    Surroundings of(AccountHistory history) {
        var account = history.account().id();
        var people = history.employments().stream().map(Employment::person).collect(Collectors.toSet());
        var elsewhere = people.stream()
                .flatMap(person -> jobs.getOrDefault(person, List.of()).stream())
                .filter(job -> !job.account().equals(account))
                .toList();
        var held = people.stream()
                .flatMap(person -> roles.getOrDefault(person, List.of()).stream())
                .filter(role -> !accountOf(role, account).equals(account))
                .toList();
        var near = near(account);
        var around = near.stream()
                .flatMap(one -> hierarchy.getOrDefault(one, List.of()).stream())
                .filter(link -> !isOf(link, account))
                .toList();
        var companions = backers.getOrDefault(account.ref(), List.of()).stream()
                .flatMap(own -> backed.getOrDefault(own.from(), List.of()).stream())
                .filter(link -> !link.to().equals(account.ref()) && wins.containsKey(ofAccount(link)))
                .map(link -> new Companion(link.from(), ofAccount(link), degree(link)))
                .toList();
        var named = Stream.of(
                        near.stream(),
                        elsewhere.stream().map(Employment::account),
                        held.stream().map(role -> accountOf(role, account)),
                        around.stream().flatMap(link -> Stream.of(link.subsidiary(), link.parent())),
                        companions.stream().map(Companion::account))
                .flatMap(accounts -> accounts)
                .distinct()
                .flatMap(other -> wins.getOrDefault(other, List.of()).stream())
                .toList();
        return Surroundings.of(asOf, elsewhere, held, around, companions, named);
    }

    private AccountId accountOf(RoleHolding role, AccountId unknown) {
        return accountOf.getOrDefault(role.opportunity(), unknown);
    }

    private static AccountId ofAccount(Link link) {
        return new AccountId(link.to().key());
    }

    /** One step away, up or down. */
    private Set<AccountId> near(AccountId account) {
        return hierarchy.getOrDefault(account, List.of()).stream()
                .map(link -> link.parent().equals(account) ? link.subsidiary() : link.parent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(Subsidiary link, AccountId account) {
        return link.parent().equals(account) || link.subsidiary().equals(account);
    }

    /** How many of the kind the other account has. */
    private int degree(Link link) {
        return (int) backers.getOrDefault(link.to(), List.of()).stream()
                .filter(other -> other.type() == link.type())
                .map(Link::from)
                .distinct()
                .count();
    }
}
