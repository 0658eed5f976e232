package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated market. Nothing is held in memory: each account is made when it is asked for, and again when it is asked for
 * again, to the same bits.
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

    /** Our users first, then account by account in the order of keys; of each the account, its people, its deals, and then engagements by time. */
    public Stream<SourcedFacts> records() {
        return Stream.concat(users().stream(), accounts().flatMap(account -> account.records().stream()));
    }

    /** What was planted, by account. */
    public SortedMap<AccountId, WorldTruth> truths() {
        var truths = new TreeMap<AccountId, WorldTruth>();
        accounts().forEach(account -> truths.put(account.truth().account(), account.truth()));
        return Collections.unmodifiableSortedMap(truths);
    }

    /** Which account is what, told again the same way. */
    static Plan plan(int number, WorldSettings settings) {
        return Plan.of(number, Dice.forAccount(settings.seed(), number));
    }

    private Stream<ToldAccount> accounts() {
        return IntStream.rangeClosed(1, settings.accounts()).mapToObj(number -> ToldAccount.of(number, settings));
    }

    private List<SourcedFacts> users() {
        var records = new Records("users.jsonl");
        var known = FactTime.at(new Calendar(settings.end()).daysAgo(2000));
        for (int number = 1; number <= USERS.size(); number++) {
            var user = new User(Keys.user(number), USERS.get(number - 1), known);
            records.add("user", user.id().value(), user);
        }
        return records.inOrder();
    }
}
