package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
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
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The histories of all accounts as of an instant, from what was told of them: as a database would tell them, but without one. Nothing may
 * have been deleted.
 */
final class RecordedHistories {

    private final List<Fact> visible;
    private final AsOf asOf;
    /** Of accounts, people, opportunities and engagements: at which accounts. */
    private final Map<EntityRef, SortedSet<AccountId>> where = new HashMap<>();

    private final Map<EntityRef, Set<PersonId>> performers = new HashMap<>();
    /** Of what links lead to or come from. */
    private final Map<EntityRef, SortedSet<AccountId>> linked = new HashMap<>();

    private RecordedHistories(AsOf asOf, Collection<? extends Fact> facts) {
        this.asOf = asOf;
        this.visible = facts.stream()
                .<Fact>map(fact -> fact)
                .filter(fact -> asOf.sees(fact.time()))
                .toList();
    }

    /** @return of every account that can be seen as of the instant, by key */
    static List<AccountHistory> asOf(AsOf asOf, Collection<? extends Fact> facts) {
        var recorded = new RecordedHistories(asOf, facts);
        var alone = recorded.alone();
        var surroundings = new RecordedSurroundings(asOf, recorded.visible, alone);
        return alone.parallelStream()
                .map(history -> history.within(surroundings.of(history)))
                .toList();
    }

    /** The same, with nothing around them. */
    static List<AccountHistory> alone(AsOf asOf, Collection<? extends Fact> facts) {
        return new RecordedHistories(asOf, facts).alone();
    }

    private void place() {
        for (Fact fact : visible) {
            switch (fact) {
                case Account account -> place(account.id().ref(), account.id());
                case Employment job -> place(job.person().ref(), job.account());
                case Opportunity opportunity -> place(opportunity.id().ref(), opportunity.account());
                case Engagement engagement -> place(engagement);
                default -> {}
            }
        }
        for (Fact fact : visible) {
            if (fact instanceof Link link) {
                var accounts = accountsOf(link);
                linked.computeIfAbsent(link.from(), first -> new TreeSet<>()).addAll(accounts);
                linked.computeIfAbsent(link.to(), first -> new TreeSet<>()).addAll(accounts);
            }
        }
    }

    private void place(Engagement engagement) {
        place(engagement.id().ref(), engagement.account());
        performers.put(engagement.id().ref(), Set.copyOf(engagement.performedBy()));
        engagement.performedBy().forEach(person -> place(person.ref(), engagement.account()));
        engagement.addressedTo().forEach(person -> place(person.ref(), engagement.account()));
    }

    private void place(EntityRef entity, AccountId account) {
        where.computeIfAbsent(entity, first -> new TreeSet<>()).add(account);
    }

    private List<AccountHistory> alone() {
        place();
        SortedMap<AccountId, List<Fact>> facts = new TreeMap<>();
        for (Fact fact : visible) {
            accountsOf(fact)
                    .forEach(account -> facts.computeIfAbsent(account, first -> new ArrayList<>())
                            .add(fact));
        }
        return facts.entrySet().parallelStream()
                .filter(its -> where.containsKey(its.getKey().ref()))
                .map(its -> AccountHistory.of(its.getKey(), asOf, its.getValue()))
                .toList();
    }

    private Set<AccountId> accountsOf(Fact fact) {
        return switch (fact) {
            case Account account -> at(account.id().ref());
            case Person person -> at(person.id().ref());
            case Employment job -> at(job.account().ref());
            case Subsidiary link ->
                both(at(link.subsidiary().ref()), at(link.parent().ref()));
            case Opportunity opportunity -> at(opportunity.id().ref());
            case StageChange change -> at(change.opportunity().ref());
            case FieldChange change -> at(change.entity());
            case RoleHolding role -> at(role.opportunity().ref());
            case Engagement engagement -> at(engagement.id().ref());
            case SignalReading reading -> at(reading.engagement().ref());
            case Ticket ticket ->
                ticket.account().map(account -> at(account.ref())).orElse(Set.of());
            case Link link -> accountsOf(link);
            case Thing thing -> linked.getOrDefault(thing.entity(), new TreeSet<>());
            case User user -> Set.of();
            case Tombstone stone ->
                throw new IllegalArgumentException("%s was deleted; a generated world keeps all".formatted(stone));
        };
    }

    private Set<AccountId> accountsOf(Link link) {
        return switch (link.type()) {
            case INVESTED_IN, PARTNER_OF, REFERRED, IN_TERRITORY, IN_SEGMENT, USES, INTENT ->
                both(
                        link.from().label() == NodeLabel.ACCOUNT ? at(link.from()) : Set.of(),
                        link.to().label() == NodeLabel.ACCOUNT || link.to().label() == NodeLabel.OPPORTUNITY
                                ? at(link.to())
                                : Set.of());
            case CONCERNS -> at(link.from());
            case FORWARDED, INTRODUCED -> {
                var through = link.through().orElseThrow().ref();
                boolean isByPerformer = performers.getOrDefault(through, Set.of()).stream()
                        .anyMatch(person -> person.ref().equals(link.from()));
                yield isByPerformer ? at(through) : Set.of();
            }
            case MEMBER_OF -> Set.of();
        };
    }

    private Set<AccountId> at(EntityRef entity) {
        return Objects.requireNonNullElse(where.get(entity), Set.of());
    }

    private static Set<AccountId> both(Set<AccountId> some, Set<AccountId> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
