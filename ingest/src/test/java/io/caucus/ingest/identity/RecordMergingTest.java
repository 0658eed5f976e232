package io.caucus.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.InMemoryIdentities;
import io.caucus.testkit.RandomMerges;
import io.caucus.testkit.RandomWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordMergingTest {

    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final int ACCOUNTS = 3;

    private final InMemoryIdentities store = new InMemoryIdentities(Stream.of("a:1", "b:1", "c:1")
            .map(key -> IdentifyingRecord.ofAccount(account(key), "Acme", Optional.of("acme.com")))
            .toList());
    private final RecordMerging merging = new RecordMerging(store);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partingWhatWasMergedRestoresEveryAnswer(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        var merges = RandomMerges.standing(seed, facts, 2);

        var undone = merges.stream()
                .map(merge -> merge.undoneBy(decision("undo " + merge.decided().idempotencyKey())))
                .toList();

        assertThat(histories(facts, undone)).isEqualTo(histories(facts, List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherTheOrderOfMergesNorOfTheirSidesCanBeTold(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        var merges = RandomMerges.standing(seed, facts, 2);

        var reordered = RandomWorlds.shuffled(merges, new SplittableRandom(seed)).stream()
                .map(merge -> RandomMerges.merge(
                        /* one= */ merge.other(),
                        /* other= */ merge.one(),
                        merge.decided().at()))
                .toList();
        var identities = Identities.of(merges, NOW);
        var eachWithTheCanonical = merges.stream()
                .flatMap(merge -> Stream.of(merge.one(), merge.other()))
                .distinct()
                .filter(record -> !identities.canonical(record).equals(record))
                .map(record -> RandomMerges.merge(record, identities.canonical(record), RandomWorlds.NOW))
                .toList();

        assertThat(histories(facts, reordered)).isEqualTo(histories(facts, merges));
        assertThat(histories(facts, eachWithTheCanonical)).isEqualTo(histories(facts, merges));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mergingPeopleNeverChangesHowManyEngagementsAnAccountHas(long seed) {
        var facts = RandomWorlds.accounts(seed, ACCOUNTS);
        var merges = RandomMerges.standing(seed, facts, 2).stream()
                .filter(merge -> merge.one().label() == NodeLabel.PERSON)
                .toList();

        assertThat(histories(facts, merges))
                .extracting(history -> history.engagements().size())
                .isEqualTo(histories(facts, List.of()).stream()
                        .map(history -> history.engagements().size())
                        .toList());
    }

    @Test
    void aMergeKeepsWhatTheRulesSay() {
        assertThat(merging.merge(account("b:1"), account("a:1"), decision("1")))
                .isInstanceOfSatisfying(MergeOutcome.Done.class, done -> {
                    assertThat(done.merge().one()).isEqualTo(account("a:1"));
                    assertThat(done.merge().grounds())
                            .isEqualTo(IdentityRule.DOMAIN.grounds(account("a:1"), account("b:1")));
                });
    }

    @Test
    void theSameDecisionSentAgainTakesEffectOnce() {
        var first = merging.merge(account("a:1"), account("b:1"), decision("1"));
        assertThat(merging.merge(account("b:1"), account("a:1"), decision("1"))).isEqualTo(first);
        var parted = merging.unmerge(account("a:1"), account("b:1"), decision("2"));
        assertThat(merging.unmerge(account("a:1"), account("b:1"), decision("2")))
                .isEqualTo(parted);
        assertThat(store.around(account("a:1"))).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        merging.merge(account("a:1"), account("b:1"), decision("1"));
        merging.merge(account("b:1"), account("c:1"), decision("2"));

        assertRefused(merging.merge(account("a:1"), account("c:1"), decision("3")), MergeRefusal.ALREADY_MERGED);
        assertRefused(merging.merge(account("a:1"), account("a:1"), decision("4")), MergeRefusal.SAME_RECORD);
        assertRefused(merging.merge(account("a:1"), account("z:1"), decision("5")), MergeRefusal.NOT_FOUND);
        assertRefused(
                merging.merge(account("a:1"), new EntityRef(NodeLabel.PERSON, "p:1"), decision("6")),
                MergeRefusal.DIFFERENT_KINDS);
        assertRefused(merging.unmerge(account("a:1"), account("c:1"), decision("7")), MergeRefusal.NOT_MERGED);
        assertRefused(
                merging.unmerge(account("b:1"), account("c:1"), decision("1")), MergeRefusal.IDEMPOTENCY_KEY_USED);
        assertRefused(
                merging.unmerge(account("a:1"), account("b:1"), decision("1")), MergeRefusal.IDEMPOTENCY_KEY_USED);
        assertThat(store.standing(NOW)).hasSize(2);
    }

    @Test
    void theTraceTellsEachStep() {
        merging.merge(account("a:1"), account("b:1"), decision("1"));
        merging.unmerge(account("a:1"), account("b:1"), decision("2"));

        var trace = IdentityTrace.of(store, account("b:1"), NOW);

        assertThat(trace.canonical()).isEqualTo(account("b:1"));
        assertThat(trace.records()).hasSize(1);
        assertThat(trace.steps())
                .extracting(IdentityTrace.Step::sentence)
                .containsExactly(
                        "Account a:1 and Account b:1 became one at 2026-06-01T12:00:00Z, decided by owner: checked."
                                + " Rule DOMAIN: Both have the same internet domain, as it is registered.",
                        "Account a:1 and Account b:1 were parted at 2026-06-01T12:00:00Z, decided by owner: checked.");
    }

    private static void assertRefused(MergeOutcome outcome, MergeRefusal code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MergeOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    /** Of every account, asked for by each of its records. */
    private static List<AccountHistory> histories(List<Fact> facts, List<Merge> merges) {
        var identities = Identities.of(merges, NOW);
        var resolved = identities.resolve(facts);
        return new ArrayList<>(IntStream.range(0, ACCOUNTS)
                .mapToObj(RandomWorlds::account)
                .map(account ->
                        new AccountId(identities.canonical(account.ref()).key()))
                .map(account -> HistoryOracle.history(account, NOW, resolved))
                .toList());
    }

    private static Decision decision(String key) {
        return new Decision(RandomWorlds.NOW, "owner", "checked", key);
    }

    private static EntityRef account(String key) {
        return new EntityRef(NodeLabel.ACCOUNT, key);
    }
}
