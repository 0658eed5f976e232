package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
        return merges;
    }

    /**
     * Merges and, about as often, the end of one that stands, in the order they were decided. One that ends comes twice: first as it
     * was decided, later as it was undone.
     */
    public static List<Merge> sequence(long seed, List<? extends Fact> facts, int steps) {
        var random = new SplittableRandom(seed * 41);
        var drawn = new ArrayList<>(standing(seed, facts, steps));
        var standing = new ArrayList<Merge>();
        var sequence = new ArrayList<Merge>();
        for (int step = 0; step < steps && !drawn.isEmpty(); step++) {
            boolean isParting = !standing.isEmpty() && random.nextBoolean();
            var merge = isParting
                    ? standing.remove(random.nextInt(standing.size()))
                    : drawn.remove(random.nextInt(drawn.size()));
            if (isParting) {
                sequence.add(merge.undoneBy(decision(merge.decided().at(), "undo", merge.one(), merge.other())));
            } else {
                standing.add(merge);
                sequence.add(merge);
            }
        }
        return sequence;
    }

    /**
     * Jobs and roles of one record, told of the one that it is merged with as well: known since another instant, and with another end
     * or none. Which of them holds is for their news to say.
     */
    public static List<Fact> disagreements(long seed, List<? extends Fact> facts, List<Merge> merges) {
        var random = new SplittableRandom(seed * 43);
        var instants = new RandomInstants(random);
        var taken = new HashSet<List<Object>>();
        facts.forEach(fact -> taken.add(whatIsOne(fact)));
        var disagreements = new ArrayList<Fact>();
        for (Merge merge : merges) {
            for (Fact fact : facts) {
                var other = toldOfTheOther(fact, merge);
                if (!other.equals(fact) && taken.add(whatIsOne(other))) {
                    disagreements.add(withOtherNews(other, random, instants));
                }
            }
        }
        return disagreements;
    }

    /** No two tellings of one record differ in anything else. */
    private static List<Object> whatIsOne(Fact fact) {
        return switch (fact) {
            case Employment job ->
                List.of(job.person(), job.account(), job.time().occurredAt());
            case RoleHolding role ->
                List.of(
                        role.person(),
                        role.opportunity(),
                        role.role(),
                        role.source(),
                        role.time().occurredAt());
            default -> List.of(fact);
        };
    }

    private static Fact toldOfTheOther(Fact fact, Merge merge) {
        return switch (fact) {
            case Employment job ->
                new Employment(
                        new PersonId(other(job.person().ref(), merge)),
                        new AccountId(other(job.account().ref(), merge)),
                        job.title(),
                        job.function(),
                        job.seniority(),
                        job.time(),
                        job.ended());
            case RoleHolding role ->
                new RoleHolding(
                        new PersonId(other(role.person().ref(), merge)),
                        role.opportunity(),
                        role.role(),
                        role.source(),
                        role.confidence(),
                        role.time(),
                        role.ended());
            default -> fact;
        };
    }

    private static String other(EntityRef record, Merge merge) {
        if (record.equals(merge.one())) {
            return merge.other().key();
        }
        return record.equals(merge.other()) ? merge.one().key() : record.key();
    }

    private static Fact withOtherNews(Fact fact, SplittableRandom random, RandomInstants instants) {
        var began = fact.time().occurredAt();
        var time = new FactTime(began, random.nextBoolean() ? fact.time().knownAt() : instants.next());
        var end = random.nextInt(3) == 0 ? Optional.<FactTime>empty() : Optional.of(instants.timeFrom(began));
        return switch (fact) {
            case Employment job ->
                new Employment(job.person(), job.account(), job.title(), job.function(), job.seniority(), time, end);
            case RoleHolding role ->
                new RoleHolding(
                        role.person(), role.opportunity(), role.role(), role.source(), role.confidence(), time, end);
            default -> fact;
        };
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

    private static Decision decision(Instant at, String what, EntityRef one, EntityRef other) {
        return new Decision(at, "owner", "drawn", "%s %s %s".formatted(what, one, other));
    }

    /** The accounts and people among these. */
    static List<EntityRef> records(List<? extends Fact> facts, Class<? extends Fact> kind) {
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
