package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.ContentHash;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Accounts of some people who are in talks with one of ours: half a year of mails, replies, forwards and meetings, three in five of them
 * by the buyers, few of whom do most. Same seed, same bits.
 *
 * @param people of each account
 * @param events of each account
 */
record DrawnAccounts(int people, int events, long seed) {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final FactTime LONG_AGO = FactTime.at(NOW.minus(Duration.ofDays(400)));
    private static final long DAYS_OF_TALKS = 180;
    private static final UserId US = new UserId("bench:u1");
    private static final List<EngagementKind> KINDS =
            List.of(EngagementKind.REPLY, EngagementKind.EMAIL, EngagementKind.MEETING, EngagementKind.FORWARD);

    static AccountId account(int number) {
        return new AccountId("bench:a" + number);
    }

    /** As of when they are looked at. */
    AsOf asOf() {
        return new AsOf(NOW);
    }

    AccountHistory history(int number) {
        var facts = facts(number);
        return AccountHistory.of((Account) facts.getFirst(), asOf(), facts.subList(1, facts.size()));
    }

    /** The same for a database: each fact with a record that tells it, who of us took part first. */
    List<SourcedFacts> told(int number) {
        var told = new ArrayList<SourcedFacts>();
        told.add(record("user", "u1", new User(US, "User", LONG_AGO)));
        var facts = facts(number);
        IntStream.range(0, facts.size())
                .forEach(place -> told.add(record("fact", number + "-" + place, facts.get(place))));
        return told;
    }

    private static SourcedFacts record(String type, String nativeId, Fact fact) {
        var facts = List.of(fact);
        return new SourcedFacts(new SourceRecord("bench", type, nativeId, ContentHash.of(facts), "drawn", 1), facts);
    }

    /** The account first. */
    private List<Fact> facts(int number) {
        var random = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
        var id = account(number);
        var facts = new ArrayList<Fact>();
        facts.add(new Account(id, "Account " + number, Optional.empty(), LONG_AGO));
        var staff = IntStream.range(0, people)
                .mapToObj(place -> new PersonId("bench:p%d-%d".formatted(number, place)))
                .toList();
        staff.forEach(person -> {
            facts.add(new Person(person, person.value(), Optional.empty(), LONG_AGO));
            facts.add(new Employment(
                    person,
                    id,
                    Optional.of("Title"),
                    one(List.of(JobFunction.values()), random),
                    one(List.of(Seniority.values()), random),
                    LONG_AGO,
                    Optional.empty()));
        });
        var deal = new OpportunityId("bench:o" + number);
        facts.add(new Opportunity(deal, id, "Deal", Optional.empty(), LONG_AGO));
        facts.add(new StageChange(deal, "Discovery", Outcome.OPEN, FactTime.at(NOW.minus(Duration.ofDays(60)))));
        IntStream.range(0, events)
                .forEach(place -> facts.add(
                        engagement(new EngagementId("bench:e%d-%d".formatted(number, place)), id, staff, random)));
        return facts;
    }

    private static Engagement engagement(
            EngagementId key, AccountId account, List<PersonId> staff, SplittableRandom random) {
        boolean buyer = random.nextInt(5) < 3;
        double busy = random.nextDouble();
        var by = staff.get((int) (staff.size() * busy * busy));
        return new Engagement(
                key,
                account,
                one(KINDS, random),
                buyer ? ActorSide.BUYER : ActorSide.SELLER,
                buyer ? List.of(by) : List.of(),
                List.of(one(staff, random)),
                List.of(US),
                Optional.empty(),
                FactTime.at(NOW.minus(Duration.ofMinutes(random.nextLong(DAYS_OF_TALKS * 24 * 60)))));
    }

    private static <T> T one(List<T> among, SplittableRandom random) {
        return among.get(random.nextInt(among.size()));
    }
}
