package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Drawn decisions that records of a random world are one, some of them undone. Same seed, same bits. */
public final class RandomMerges {

    private RandomMerges() {}

    /**
     * Decided within the 150 days before {@link RandomWorlds#NOW}; about a third was undone since.
     *
     * @param trials how often two accounts are drawn, and twice as often two people; those that are one already are passed over
     */
    public static List<Merge> of(long seed, List<? extends Fact> facts, int trials) {
        var random = new SplittableRandom(seed * 31);
        var merges = new ArrayList<Merge>();
        for (Merge merge : standing(seed, facts, trials)) {
            var end = merge.decided().at().plus(Duration.ofDays(random.nextInt(0, 20)));
            merges.add(
                    random.nextInt(3) > 0 ? merge : merge.undoneBy(decision(end, "undo", merge.one(), merge.other())));
        }
        return merges;
    }

    /** The same merges, none of them undone. */
    public static List<Merge> standing(long seed, List<? extends Fact> facts, int trials) {
        var random = new SplittableRandom(seed * 37);
        var merges = new ArrayList<Merge>();
        draw(records(facts, Account.class), trials, random, merges);
        draw(records(facts, Person.class), 2 * trials, random, merges);
        return withoutContradictions(merges, facts);
    }

    /** One merge of two records, decided by hand. */
    public static Merge merge(EntityRef one, EntityRef other, Instant at) {
        return new Merge(
                one, other, new Grounds("BY_HAND", "Drawn.", 0), decision(at, "merge", one, other), Optional.empty());
    }

    private static void draw(List<EntityRef> records, int count, SplittableRandom random, List<Merge> merges) {
        for (int trial = 0; trial < count && records.size() > 1; trial++) {
            var one = records.get(random.nextInt(records.size()));
            var other = records.get(random.nextInt(records.size()));
            var at = RandomWorlds.NOW.minus(Duration.ofDays(random.nextInt(150)));
            if (!Identities.of(merges, new AsOf(RandomWorlds.NOW)).areOne(one, other)) {
                merges.add(merge(one, other, at));
            }
        }
    }

    /** No merge makes one job of two records' jobs: should their ends differ, which holds is not for a law to say. */
    private static List<Merge> withoutContradictions(List<Merge> drawn, List<? extends Fact> facts) {
        var merges = new ArrayList<Merge>();
        for (Merge merge : drawn) {
            merges.add(merge);
            if (contradict(facts, Identities.of(merges, new AsOf(RandomWorlds.NOW)))) {
                merges.removeLast();
            }
        }
        return merges;
    }

    private static boolean contradict(List<? extends Fact> facts, Identities identities) {
        var records = new HashMap<List<Object>, List<Object>>();
        for (Fact fact : facts) {
            if (fact instanceof Employment job) {
                List<Object> record = List.of(job.person(), job.account());
                List<Object> resolved = List.of(
                        identities.canonical(job.person().ref()),
                        identities.canonical(job.account().ref()),
                        job.title(),
                        job.time().occurredAt());
                var other = records.putIfAbsent(resolved, record);
                if (other != null && !other.equals(record)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Decision decision(Instant at, String what, EntityRef one, EntityRef other) {
        return new Decision(at, "owner", "drawn", "%s %s %s".formatted(what, one, other));
    }

    private static List<EntityRef> records(List<? extends Fact> facts, Class<? extends Fact> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .flatMap(fact -> switch (fact) {
                    case Account account -> Stream.of(account.id().ref());
                    case Person person -> Stream.of(person.id().ref());
                    default -> Stream.<EntityRef>empty();
                })
                .distinct()
                .sorted()
                .toList();
    }
}
