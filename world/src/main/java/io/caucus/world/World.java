package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated market. Nothing is kept: each account is made when it is asked for, and again when it is asked for again, to the
 * same bits.
 */
public final class World {

    static final List<String> USERS = List.of(
            "Maren Oduya",
            "Tomasz Bielski",
            "Leïla Benali",
            "Declan Murphy",
            "Yuki Tanabe",
            "Rosa Quispe",
            "Henrik Aalto",
            "Farah Siddiqui");

    private final WorldSettings settings;

    private World(WorldSettings settings) {
        this.settings = settings;
    }

    public static World generate(WorldSettings settings) {
        return new World(settings);
    }

    /**
     * Our users and what we offer first, then account by account by number; of each the account, whom it belongs to, its people,
     * its deals, engagements by time, and what it asked of support and uses. One block of accounts is held at a time.
     */
    public Stream<SourcedFacts> records() {
        return Stream.concat(shared().stream(), accounts().flatMap(account -> account.records().stream()));
    }

    /** Each account with its truth, by number. One block of accounts is held at a time. */
    public Stream<ToldAccount> accounts() {
        return blocks().flatMap(block -> block.accounts().stream());
    }

    /** What was planted, by account. All truths are held; a large world is better asked for its {@link #accounts()}. */
    public SortedMap<AccountId, WorldTruth> truths() {
        var truths = new TreeMap<AccountId, WorldTruth>();
        accounts().forEach(account -> truths.put(account.truth().account(), account.truth()));
        return Collections.unmodifiableSortedMap(truths);
    }

    /** The account whose key comes after all others: not the one of the highest number, where numbers have more digits than three. */
    public AccountId lastKey() {
        return IntStream.rangeClosed(1, settings.accounts())
                .mapToObj(Keys::account)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What was planted in the world as a whole. */
    public Planted planted() {
        return new Planted(Drift.from(new Calendar(settings.end())), Leaks.ALL, Gaming.USERS);
    }

    /** How well the best possible forecaster does; empty in a world too small for a won and a lost deal. */
    public Optional<Ceiling> ceiling() {
        return Ceiling.of(blocks().flatMap(block -> block.forecasts().stream()).toList());
    }

    /** Which account is what, told again the same way. */
    static Plan plan(int number, WorldSettings settings) {
        return Plan.of(number, Dice.forAccount(settings.seed(), number));
    }

    private Stream<Block> blocks() {
        return IntStream.range(0, Block.count(settings)).mapToObj(number -> new Block(number, settings));
    }

    private List<SourcedFacts> shared() {
        var records = new Records("users.jsonl");
        var known = FactTime.at(new Calendar(settings.end()).daysAgo(2000));
        for (int number = 1; number <= USERS.size(); number++) {
            var user = new User(Keys.user(number), USERS.get(number - 1), known);
            records.add("user", user.id().value(), user);
        }
        for (Segment segment : Segment.values()) {
            var thing = new Thing(segment.thing(), segment.title(), known);
            records.add("thing", thing.entity().key(), thing);
        }
        Offer.things(known).forEach(thing -> records.add("thing", thing.entity().key(), thing));
        return records.inOrder();
    }
}
