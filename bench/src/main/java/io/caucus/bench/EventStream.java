package io.caucus.bench;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.ContentHash;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * E-mail between accounts of ten people and our users, one event a second, each at an account drawn evenly: half of it replies by
 * one person, half of it sent by one of ours to one or two. Any event can be had by its number, so a stream of any length costs no
 * memory. Same seed, same bits.
 */
final class EventStream {

    static final int PEOPLE_OF_AN_ACCOUNT = 10;

    private static final String SOURCE = "bench";
    private static final int USERS = 200;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final long seed;
    private final int accounts;

    EventStream(long seed, int accounts) {
        this.seed = seed;
        this.accounts = accounts;
    }

    /** Whoever the events speak of. */
    List<SourcedFacts> participants() {
        var told = new ArrayList<SourcedFacts>();
        IntStream.range(0, USERS)
                .forEach(number ->
                        told.add(record("user", number, List.of(new User(user(number), "User " + number, time(0))))));
        for (int number = 0; number < accounts; number++) {
            told.add(record(
                    "account",
                    number,
                    List.of(new Account(
                            account(number),
                            "Account " + number,
                            Optional.of("a%d.example".formatted(number)),
                            time(0)))));
        }
        for (int number = 0; number < accounts * PEOPLE_OF_AN_ACCOUNT; number++) {
            told.add(record("person", number, person(number)));
        }
        return told;
    }

    private List<Fact> person(int number) {
        var account = number / PEOPLE_OF_AN_ACCOUNT;
        return List.of(
                new Person(
                        new PersonId(key("p" + number)),
                        "Person " + number,
                        Optional.of("p%d@a%d.example".formatted(number, account)),
                        time(0)),
                new Employment(
                        new PersonId(key("p" + number)),
                        account(account),
                        Optional.of("Director of Operations"),
                        JobFunction.OPERATIONS,
                        Seniority.DIRECTOR,
                        time(0),
                        Optional.empty()));
    }

    /**
     * Events by their numbers.
     *
     * @param teller a part of their keys: what two tellers tell are different events
     */
    List<SourcedFacts> events(String teller, long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> event(teller, number))
                .toList();
    }

    private SourcedFacts event(String teller, long number) {
        var random = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
        int account = random.nextInt(accounts);
        boolean reply = random.nextBoolean();
        var engagement = new Engagement(
                new EngagementId(key(teller + number)),
                account(account),
                reply ? EngagementKind.REPLY : EngagementKind.EMAIL,
                reply ? ActorSide.BUYER : ActorSide.SELLER,
                people(account, reply ? 1 : 0, random),
                people(account, reply ? 0 : random.nextInt(1, 3), random),
                List.of(user(random.nextInt(USERS))),
                Optional.empty(),
                time(number));
        return record(teller + "-event", number, List.of(engagement));
    }

    private static List<PersonId> people(int account, int count, RandomGenerator random) {
        int first = account * PEOPLE_OF_AN_ACCOUNT;
        return random.ints(count, first, first + PEOPLE_OF_AN_ACCOUNT)
                .mapToObj(number -> new PersonId(key("p" + number)))
                .toList();
    }

    private static SourcedFacts record(String type, long number, List<Fact> facts) {
        var source =
                new SourceRecord(SOURCE, type, Long.toString(number), ContentHash.of(facts), "events.csv", number + 1);
        return new SourcedFacts(source, facts);
    }

    private static AccountId account(int number) {
        return new AccountId(key("a" + number));
    }

    private static UserId user(int number) {
        return new UserId(key("u" + number));
    }

    private static String key(String nativeId) {
        return SOURCE + ":" + nativeId;
    }

    private static FactTime time(long second) {
        return FactTime.at(BEGINNING.plusSeconds(second));
    }
}
