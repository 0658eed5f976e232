package io.caucus.world;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A world that tests count in.
 *
 * @param facts on record of its accounts, without what all of them share
 */
record Told(World world, List<ToldAccount> accounts, Map<Class<?>, List<Fact>> facts) {

    static final Instant END = Instant.parse("2026-11-02T09:00:00Z");

    /** Large enough for shares to be counted in; made once for all who do. */
    static final Told MARKET = Told.of(9, 600);

    static Told of(long seed, int accounts) {
        var world = World.generate(new WorldSettings(seed, accounts, END));
        var told = world.accounts().toList();
        return new Told(
                world,
                told,
                told.stream()
                        .flatMap(account -> account.records().stream())
                        .flatMap(record -> record.facts().stream())
                        .collect(Collectors.groupingBy(Object::getClass)));
    }

    <F extends Fact> List<F> of(Class<F> kind) {
        return facts.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    Stream<WorldTruth> truthsOf(Pattern pattern) {
        return accounts.stream().map(ToldAccount::truth).filter(truth -> truth.pattern() == pattern);
    }

    /** Those drawn, not told in a story. */
    Stream<ToldAccount> drawn() {
        return accounts.stream().skip(WorldSettings.STORY_ACCOUNTS);
    }

    static <F extends Fact> List<F> of(Class<F> kind, ToldAccount account) {
        return account.records().stream()
                .flatMap(record -> record.facts().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    static List<Engagement> buyerActions(ToldAccount account) {
        return of(Engagement.class, account).stream()
                .filter(Engagement::isBuyerAction)
                .toList();
    }

    static double share(long part, long whole) {
        return (double) part / whole;
    }
}
