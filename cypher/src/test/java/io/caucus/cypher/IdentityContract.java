package io.caucus.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.RandomForeignIds;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that are merged are read as one, as of any instant, and apart again once they are parted. */
abstract class IdentityContract extends GraphContract {

    private static final int ACCOUNTS = 4;
    private static final Set<NodeLabel> NAMED = EnumSet.of(
            NodeLabel.ACCOUNT,
            NodeLabel.PERSON,
            NodeLabel.OPPORTUNITY,
            NodeLabel.PRODUCT,
            NodeLabel.INVESTOR,
            NodeLabel.PARTNER);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 7);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mergedHistoriesAreThoseTheSlowAndObviousWayFindsInResolvedFacts(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, ACCOUNTS));
        var merges = RandomMerges.of(seed, facts, 2);
        facts.addAll(RandomMerges.disagreements(seed, facts, merges));
        write(facts);
        merges.forEach(neo4j().identityStore()::keep);

        for (AsOf asOf : instants(seed)) {
            assertThat(histories(asOf)).isEqualTo(resolved(facts, merges, asOf));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesAreThoseThatHistoriesTell(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, ACCOUNTS));
        var merges = RandomMerges.of(seed, facts, 2);
        facts.addAll(RandomMerges.disagreements(seed, facts, merges));
        write(facts);
        merges.forEach(neo4j().identityStore()::keep);

        for (AsOf asOf : instants(seed)) {
            var told = new TreeMap<EntityRef, String>();
            histories(asOf).values().forEach(history -> {
                told.put(history.account().id().ref(), history.account().name());
                history.people().forEach(person -> told.put(person.id().ref(), person.name()));
                history.opportunities().forEach(deal -> told.put(deal.id().ref(), deal.name()));
                history.things().forEach(thing -> told.put(thing.entity(), thing.name()));
            });
            told.values().removeIf(String::isEmpty);
            told.keySet().removeIf(entity -> !NAMED.contains(entity.label()));

            assertThat(neo4j().accountGraph().names(told.keySet(), asOf)).isEqualTo(told);
        }
    }

    @Test
    void whoeverIsNotKnownThenHasNoName() {
        var asOf = new AsOf(RandomWorlds.NOW);
        var user = new User(new UserId("crm:u1"), "Dana Ito", FactTime.at(RandomWorlds.NOW));
        write(user);

        var asked = List.of(
                user.id().ref(),
                new UserId("crm:u2").ref(),
                RandomWorlds.account(1).ref());

        assertThat(neo4j().accountGraph().names(asked, asOf))
                .isEqualTo(Map.of(user.id().ref(), "Dana Ito"));
        assertThat(neo4j().accountGraph().names(asked, new AsOf(RandomWorlds.NOW.minusSeconds(1))))
                .isEmpty();
        assertThat(neo4j().accountGraph().names(List.of(), asOf)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void undoingEveryMergeRestoresTheDigestAndTheAnswers(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        write(facts);
        var asOf = new AsOf(RandomWorlds.NOW);
        var digest = neo4j().digest();
        var histories = histories(asOf);
        var merges = RandomMerges.standing(seed, facts, 2);

        merges.forEach(neo4j().identityStore()::keep);
        assertThat(neo4j().digest()).isNotEqualTo(digest);
        RandomWorlds.shuffled(merges, new SplittableRandom(seed))
                .forEach(merge -> neo4j().identityStore().keep(merge.undoneBy(undo(merge))));

        assertThat(neo4j().digest()).isEqualTo(digest);
        assertThat(histories(asOf)).isEqualTo(histories);
    }

    /** Also while other merges stand, and whichever of them came first. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverStandsHasItsOwnDigestHoweverItCameAbout(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        write(facts);
        var standing = new HashSet<Decision>();
        var digests = new HashMap<Set<Decision>, String>();
        digests.put(Set.of(), neo4j().digest());

        for (Merge merge : RandomMerges.sequence(seed, facts, 24)) {
            neo4j().identityStore().keep(merge);
            if (merge.undone().isPresent()) {
                standing.remove(merge.decided());
            } else {
                standing.add(merge.decided());
            }
            var digest = neo4j().digest();
            assertThat(digests.computeIfAbsent(Set.copyOf(standing), first -> digest))
                    .isEqualTo(digest);
        }

        assertThat(digests.values()).doesNotHaveDuplicates();
    }

    /** Walking every way between two such records would take longer than anybody lives. */
    @Test
    void recordsThatWereMergedAndPartedOftenAreReadAtOnce() {
        write(RandomWorlds.accounts(3, ACCOUNTS));
        var store = neo4j().identityStore();
        for (int time = 0; time < 40; time++) {
            var decided = new Decision(RandomWorlds.NOW.minusSeconds(100 - time), "owner", "unsure", "time " + time);
            var merge = new Merge(
                    RandomWorlds.account(0).ref(),
                    RandomWorlds.account(1).ref(),
                    new Grounds("BY_HAND", "Drawn.", 0),
                    decided,
                    Optional.empty());
            store.keep(merge);
            store.keep(merge.undoneBy(undo(merge)));
        }

        assertThat(store.around(RandomWorlds.account(1).ref())).hasSize(40);
        assertThat(histories(new AsOf(RandomWorlds.NOW))).hasSize(ACCOUNTS);
    }

    @Test
    void aPassOverAllAccountsMeetsMergedOnesOnce() {
        var facts = RandomWorlds.accounts(3, ACCOUNTS);
        write(facts);
        var merge = RandomMerges.merge(
                RandomWorlds.account(1).ref(), RandomWorlds.account(3).ref(), RandomWorlds.NOW);
        neo4j().identityStore().keep(merge);

        var met = new ArrayList<AccountId>();
        neo4j().accountGraph()
                .forEachHistory(
                        new AsOf(RandomWorlds.NOW),
                        history -> met.add(history.account().id()));

        assertThat(met).containsExactly(RandomWorlds.account(0), RandomWorlds.account(1), RandomWorlds.account(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void recordsSayUnderWhichKeysOthersKnowThemInTheOrderItWasTrue(long seed) {
        var facts = new ArrayList<>(RandomWorlds.retoldAccounts(seed, ACCOUNTS));
        facts.addAll(RandomForeignIds.of(seed, facts));
        write(facts);

        var said = new ArrayList<IdentifyingRecord>();
        neo4j().identityStore().forEachRecord(said::add);

        assertThat(said)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.foreignIds()).isEqualTo(foreignIds(record.record(), facts)))
                .anySatisfy(record -> assertThat(record.foreignIds()).hasSizeGreaterThan(1));
        assertThat(neo4j().identityStore()
                        .records(said.stream().map(IdentifyingRecord::record).toList()))
                .isEqualTo(said);
    }

    private static List<String> foreignIds(EntityRef record, List<Fact> facts) {
        return facts.stream()
                .filter(FieldChange.class::isInstance)
                .map(FieldChange.class::cast)
                .filter(change -> change.entity().equals(record) && change.field() == ChangeField.FOREIGN_ID)
                .sorted(Comparator.comparing(change -> change.time().occurredAt()))
                .map(FieldChange::value)
                .toList();
    }

    @Test
    void decisionsAreFoundByTheirKeysAndAroundTheirRecords() {
        write(RandomWorlds.accounts(3, ACCOUNTS));
        var store = neo4j().identityStore();
        var first = RandomMerges.merge(
                RandomWorlds.account(0).ref(), RandomWorlds.account(1).ref(), RandomWorlds.NOW.minusSeconds(60));
        var second = RandomMerges.merge(
                RandomWorlds.account(2).ref(), RandomWorlds.account(1).ref(), RandomWorlds.NOW);
        var undone = second.undoneBy(undo(second));
        List.of(first, second, undone).forEach(store::keep);

        assertThat(store.around(RandomWorlds.account(0).ref())).containsExactly(first, undone);
        assertThat(store.standing(new AsOf(RandomWorlds.NOW))).containsExactly(first);
        assertThat(store.decidedUnder(second.decided().idempotencyKey())).contains(undone);
        assertThat(store.decidedUnder(undo(second).idempotencyKey())).contains(undone);
        assertThat(store.decidedUnder("never")).isEmpty();
    }

    @Test
    void deletedRecordsAreNobodysCandidates() {
        var facts = RandomWorlds.accounts(3, ACCOUNTS);
        write(facts);
        var gone = RandomWorlds.account(1);
        var person = facts.stream()
                .flatMap(fact -> fact instanceof Person one ? Stream.of(one.id()) : Stream.empty())
                .findFirst()
                .orElseThrow();
        var deleted = FactTime.at(RandomWorlds.NOW);
        assertThat(candidates()).contains(gone.ref(), person.ref());

        write(Tombstone.of(gone, deleted), Tombstone.of(person, deleted));

        assertThat(candidates()).isNotEmpty().doesNotContain(gone.ref(), person.ref());
    }

    private Set<EntityRef> candidates() {
        var records = new HashSet<EntityRef>();
        neo4j().identityStore().forEachRecord(one -> records.add(one.record()));
        return records;
    }

    private static Decision undo(Merge merge) {
        return new Decision(
                merge.decided().at(),
                "owner",
                "two after all",
                "undo " + merge.decided().idempotencyKey());
    }

    private SortedMap<AccountId, AccountHistory> histories(AsOf asOf) {
        return neo4j().accountGraph().histories(accounts(), asOf);
    }

    private static SortedMap<AccountId, AccountHistory> resolved(List<Fact> facts, List<Merge> merges, AsOf asOf) {
        var identities = Identities.of(merges, asOf);
        var resolved = identities.resolve(smallerRecordsFirst(HistoryOracle.undeleted(facts, asOf)));
        var histories = new TreeMap<AccountId, AccountHistory>();
        for (AccountId account : accounts()) {
            var canonical = new AccountId(identities.canonical(account.ref()).key());
            histories.put(account, HistoryOracle.history(canonical, asOf, resolved));
        }
        return histories;
    }

    /** Of names that were told at once, the oracle takes the first; of two records, that is the smaller one's. */
    private static List<Fact> smallerRecordsFirst(List<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(IdentityContract::namedRecord))
                .toList();
    }

    private static String namedRecord(Fact fact) {
        return switch (fact) {
            case Account account -> account.id().value();
            case Person person -> person.id().value();
            case FieldChange change -> change.entity().key();
            default -> "";
        };
    }

    private static List<AccountId> accounts() {
        return IntStream.range(0, ACCOUNTS).mapToObj(RandomWorlds::account).toList();
    }

    private static List<AsOf> instants(long seed) {
        var past = Duration.ofMillis(
                new SplittableRandom(seed).nextLong(Duration.ofDays(150).toMillis()));
        Instant now = RandomWorlds.NOW;
        return List.of(new AsOf(now), new AsOf(now.minus(past)));
    }
}
