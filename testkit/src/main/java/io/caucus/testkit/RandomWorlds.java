package io.caucus.testkit;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Small random accounts on which a law must hold whatever their shape, told in random order.
 *
 * <p>They are drawn to be awkward rather than likely: nobody at all, jobs with gaps and overlaps, several things at the very
 * same instant, instants on the edge of a window and a millisecond beside it, facts learned long after they happened or
 * before, things that lie ahead of {@link #NOW}. Two promises keep what is drawn free of contradiction: nothing is visible
 * before the opportunity it belongs to, and no two facts differ only in what a graph would have to merge (a person has at
 * most one job that begins at an account at one instant, an opportunity enters a stage at most once at one instant).
 *
 * <p>Same seed, same bits.
 */
public final class RandomWorlds {

    /** The instant that most tests ask as of. Accounts exist by then, and facts lie around the 200 days before it. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final Set<NodeLabel> BELOW_ACCOUNTS =
            EnumSet.of(NodeLabel.PERSON, NodeLabel.OPPORTUNITY, NodeLabel.ENGAGEMENT, NodeLabel.TICKET);

    private RandomWorlds() {}

    /**
     * The facts of account {@link #account(long) account(seed)}, of its people, of three of our users, of what they look at and
     * of some that happened around it, at accounts of which nothing else is told.
     */
    public static List<Fact> accountFacts(long seed) {
        var random = new SplittableRandom(seed);
        var drawn = new RandomAccount(account(seed), random.split());
        var facts = new ArrayList<Fact>(RandomAccount.users());
        facts.addAll(RandomAccount.things());
        facts.addAll(drawn.facts());
        var neighbours = new RandomNeighbours(account(seed), drawn.people());
        facts.addAll(neighbours.facts());
        var around = new ArrayList<>(neighbours.accounts());
        around.add(account(seed));
        facts.addAll(new RandomCompanies(around).facts());
        return shuffled(facts, random);
    }

    /** The history of account {@code account(seed)} as of {@link #NOW}. */
    public static AccountHistory history(long seed) {
        return history(seed, new AsOf(NOW));
    }

    /** The history of account {@code account(seed)} as of an instant not more than 200 days before {@link #NOW}. */
    public static AccountHistory history(long seed, AsOf asOf) {
        return HistoryOracle.history(account(seed), asOf, accountFacts(seed));
    }

    /**
     * The facts of the accounts {@code account(0)} to {@code account(count − 1)}, wired to each other: some belong to others,
     * some people change employers, some engagements of one account reach people of another.
     */
    public static List<Fact> accounts(long seed, int count) {
        var random = new SplittableRandom(seed);
        var facts = new ArrayList<Fact>(RandomAccount.users());
        facts.addAll(RandomAccount.things());
        var accounts = new ArrayList<RandomAccount>();
        for (int number = 0; number < count; number++) {
            var account = new RandomAccount(account(number), random.split());
            accounts.forEach(account::wireTo);
            accounts.add(account);
        }
        accounts.forEach(account -> facts.addAll(account.facts()));
        facts.addAll(new RandomCompanies(IntStream.range(0, count)
                        .mapToObj(RandomWorlds::account)
                        .toList())
                .facts());
        return shuffled(facts, random);
    }

    /**
     * What {@link #accounts} tells, and more tellings of the same things: under other names and addresses, one attribute at a time,
     * attributes taken away, jobs whose end is told late. And products, investors and the like, with links of every type. Some people,
     * opportunities, engagements and tickets are deleted, and some of these restored.
     */
    public static List<Fact> retoldAccounts(long seed, int count) {
        var random = new SplittableRandom(~seed);
        var facts = new ArrayList<>(accounts(seed, count));
        facts.addAll(new Retellings(facts, random.split()).facts());
        facts.addAll(new RandomLinks(facts, random.split()).facts());
        facts.addAll(new RandomTombstones(facts, BELOW_ACCOUNTS, random.split()).facts());
        return shuffled(facts, random);
    }

    /** Tombstones of some of the accounts, people, opportunities, engagements and tickets that the facts tell of. */
    public static List<Fact> deletions(long seed, List<Fact> facts) {
        return new RandomTombstones(facts, Tombstone.LABELS, new SplittableRandom(seed)).facts();
    }

    /** How the accounts of random worlds are called. */
    public static AccountId account(long number) {
        return new AccountId("random:a" + number);
    }

    /** Each fact as if read from a record of its own, in the order given; equal facts come from equal records. */
    public static List<SourcedFacts> sourced(List<? extends Fact> facts) {
        return Sources.of(facts);
    }

    /** The same elements in another order. */
    public static <T> List<T> shuffled(List<T> elements, RandomGenerator random) {
        var shuffled = new ArrayList<>(elements);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, random.nextInt(last + 1));
        }
        return shuffled;
    }
}
