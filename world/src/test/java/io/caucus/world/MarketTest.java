package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What accounts have to do with each other, found again in the records. */
class MarketTest {

    private static final Told TOLD = Told.MARKET;
    private static final Map<LinkType, List<Link>> LINKS =
            TOLD.of(Link.class).stream().collect(Collectors.groupingBy(Link::type));
    private static final Map<PersonId, AccountId> CHAMPIONS = pastChampions();
    private static final List<Employment> ARRIVALS = TOLD.of(Employment.class).stream()
            .filter(job -> CHAMPIONS.containsKey(job.person()))
            .filter(job -> !at(CHAMPIONS, job.person()).equals(job.account()))
            .toList();
    private static final Map<AccountId, Instant> FIRST_WINS = firstWins();

    @Test
    void hierarchyInvestorsPartnersAndReferralsAreAsOftenAsPlanned() {
        long accounts = TOLD.accounts().size();

        assertThat(Told.share(TOLD.of(Subsidiary.class).size(), accounts)).isBetween(0.11, 0.19);
        assertThat(Told.share(accountsLinked(LinkType.INVESTED_IN), accounts)).isBetween(0.27, 0.38);
        assertThat(Told.share(accountsLinked(LinkType.PARTNER_OF), accounts)).isBetween(0.20, 0.29);
        assertThat(Told.share(accountsLinked(LinkType.REFERRED), accounts)).isBetween(0.08, 0.15);
    }

    private static long accountsLinked(LinkType type) {
        return links(type).stream().map(Link::to).distinct().count();
    }

    private static List<Link> links(LinkType type) {
        return at(LINKS, type);
    }

    @Test
    void nobodyHasToDoWithAnotherBlock() {
        assertThat(TOLD.of(Subsidiary.class))
                .allMatch(one ->
                        block(one.subsidiary().value()) == block(one.parent().value()));
        assertThat(links(LinkType.REFERRED))
                .allMatch(link -> block(link.from().key()) == block(link.to().key()));
    }

    private static int block(String account) {
        return (Integer.parseInt(account.substring("world:acct-".length())) - 1) / Block.SIZE;
    }

    @Test
    void championsOfWinsArriveElsewhereUnderTheirOwnKey() {
        var first = TOLD.of(Employment.class).stream()
                .filter(job -> job.account().equals(CHAMPIONS.get(job.person())))
                .collect(Collectors.toMap(Employment::person, job -> job));

        assertThat(ARRIVALS).hasSizeBetween(40, 105);
        assertThat(ARRIVALS)
                .allMatch(job -> at(first, job.person())
                        .ended()
                        .orElseThrow()
                        .occurredAt()
                        .isBefore(job.time().occurredAt()));
    }

    /** Who was the champion of a deal that was won before the story began, by where that was. */
    private static Map<PersonId, AccountId> pastChampions() {
        var accounts =
                TOLD.of(Opportunity.class).stream().collect(Collectors.toMap(Opportunity::id, Opportunity::account));
        var won = TOLD.of(StageChange.class).stream()
                .filter(change -> change.outcome() == Outcome.WON)
                .map(StageChange::opportunity)
                .filter(deal -> deal.value().endsWith("-0"))
                .collect(Collectors.toSet());
        return TOLD.of(RoleHolding.class).stream()
                .filter(role -> role.role() == CommitteeRole.CHAMPION && won.contains(role.opportunity()))
                .collect(Collectors.toMap(RoleHolding::person, role -> at(accounts, role.opportunity())));
    }

    @Test
    void tiesFoundInTheRecordsAreThoseOfTheTruth() {
        var found = new ArrayList<Set<Tie>>();
        var planted = new ArrayList<Set<Tie>>();
        var relatives = new Relatives();
        for (ToldAccount account : TOLD.accounts()) {
            for (TrueDeal deal : account.truth().deals()) {
                found.add(relatives.tiesOf(account.truth().account(), deal.decided()));
                planted.add(deal.ties());
            }
        }

        long same = IntStream.range(0, found.size())
                .filter(deal -> found.get(deal).equals(planted.get(deal)))
                .count();
        // What is entered late, or lies beyond the end, the records do not know yet.
        assertThat(Told.share(same, found.size())).isGreaterThan(0.85);
    }

    /** Ties counted from records alone. */
    private static final class Relatives {

        private final Map<AccountId, AccountId> heads = new HashMap<>();
        private final Map<AccountId, Set<AccountId>> families = new HashMap<>();
        private final Map<EntityRef, Set<String>> backed = new HashMap<>();

        Relatives() {
            TOLD.of(Subsidiary.class).forEach(one -> {
                heads.put(one.subsidiary(), one.parent());
                families.computeIfAbsent(one.parent(), head -> new HashSet<>(Set.of(head)))
                        .add(one.subsidiary());
            });
            TOLD.of(Link.class).stream()
                    .filter(link -> link.type() == LinkType.INVESTED_IN || link.type() == LinkType.PARTNER_OF)
                    .forEach(link -> backed.computeIfAbsent(link.from(), backer -> new HashSet<>())
                            .add(link.to().key()));
        }

        Set<Tie> tiesOf(AccountId account, Instant at) {
            var ties = new TreeSet<Tie>();
            boolean arrived = ARRIVALS.stream()
                    .filter(job -> job.account().equals(account))
                    .anyMatch(job -> !job.time().occurredAt().isAfter(at));
            if (arrived) {
                ties.add(Tie.CHAMPION_ARRIVED);
            }
            var head = heads.getOrDefault(account, account);
            if (anyWon(families.getOrDefault(head, Set.of()), account, at)) {
                ties.add(Tie.FAMILY_WON);
            }
            if (anyWon(sharing(account, LinkType.INVESTED_IN), account, at)) {
                ties.add(Tie.INVESTOR_WON);
            }
            if (anyWon(sharing(account, LinkType.PARTNER_OF), account, at)) {
                ties.add(Tie.PARTNER_WON);
            }
            if (links(LinkType.REFERRED).stream()
                    .anyMatch(link -> link.to().equals(account.ref())
                            && !link.time().occurredAt().isAfter(at))) {
                ties.add(Tie.REFERRED);
            }
            return ties;
        }

        private Set<AccountId> sharing(AccountId account, LinkType type) {
            return links(type).stream()
                    .filter(link -> link.to().equals(account.ref()))
                    .flatMap(link -> backed.getOrDefault(link.from(), Set.of()).stream())
                    .map(AccountId::new)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean anyWon(Set<AccountId> accounts, AccountId but, Instant before) {
        return accounts.stream()
                .filter(account -> !account.equals(but) && FIRST_WINS.containsKey(account))
                .anyMatch(account -> at(FIRST_WINS, account).isBefore(before));
    }

    private static Map<AccountId, Instant> firstWins() {
        var accounts = new HashMap<OpportunityId, AccountId>();
        TOLD.of(Opportunity.class).forEach(deal -> accounts.put(deal.id(), deal.account()));
        var wins = new HashMap<AccountId, Instant>();
        TOLD.of(StageChange.class).stream()
                .filter(change -> change.outcome() == Outcome.WON)
                .forEach(change -> wins.merge(
                        at(accounts, change.opportunity()),
                        change.time().occurredAt(),
                        (one, other) -> one.isBefore(other) ? one : other));
        return wins;
    }

    /** The plan says by how much more; deals with the tie and without are alike in maturity. */
    @Test
    void tiesLiftTheShareOfWins() {
        var decided = TOLD.accounts().stream()
                .flatMap(account -> account.truth().deals().stream())
                .filter(deal -> !deal.decided().isAfter(Told.END))
                .toList();
        var strong = decided.stream()
                .filter(deal -> deal.ties().contains(Tie.CHAMPION_ARRIVED)
                        || deal.ties().contains(Tie.FAMILY_WON))
                .toList();
        var without = decided.stream().filter(deal -> deal.ties().isEmpty()).toList();

        assertThat(wins(strong)).isGreaterThan(wins(without) + 0.08);
        assertThat(wins(decided))
                .isCloseTo(
                        decided.stream()
                                .mapToDouble(TrueDeal::winProbability)
                                .average()
                                .orElseThrow(),
                        within(0.03));
    }

    private static <K, V> V at(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    private static double wins(List<TrueDeal> deals) {
        return Told.share(
                deals.stream().filter(deal -> deal.outcome() == Outcome.WON).count(), deals.size());
    }
}
