package io.caucus.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every feature obeys, on two hundred random accounts. */
class FeatureLawsTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    /** That somebody was here and is not any more is just what they tell. */
    private static final Set<String> REMEMBERING_WHO_LEFT = Set.of("committee.stage");

    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final List<String> STAGES = List.of("Discovery", "Qualification", "Proposal", "Negotiation");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHappenedOrBecameKnownLaterChangesNothing(long seed) {
        var past = new AsOf(RandomWorlds.NOW.minus(Duration.ofDays(new SplittableRandom(seed).nextInt(150))));
        var facts = RandomWorlds.accountFacts(seed);
        var seenThen = facts.stream().filter(fact -> past.sees(fact.time())).toList();

        var account = account(facts);
        var told = history(account, past, facts);
        var remembered = history(account, past, seenThen);

        assertThat(compute(told, seed)).isEqualTo(compute(remembered, seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEndThatBecomesKnownLaterChangesNothing(long seed) {
        var facts = RandomWorlds.accountFacts(seed);
        var later = FactTime.at(RandomWorlds.NOW.plusMillis(1));
        var endLater =
                each(facts, Employment.class, job -> job.ended().isPresent() ? job : ended(job, Optional.of(later)));

        assertThat(compute(history(endLater), seed)).isEqualTo(compute(history(facts), seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfInputChangesNothing(long seed) {
        var facts = RandomWorlds.accountFacts(seed);

        var shuffled = RandomWorlds.shuffled(facts, new SplittableRandom(seed));

        assertThat(compute(history(shuffled), seed)).isEqualTo(compute(history(facts), seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellingEverythingTwiceChangesNothing(long seed) {
        var facts = RandomWorlds.accountFacts(seed);

        var twice = Stream.concat(facts.stream(), facts.stream()).toList();

        assertThat(compute(history(twice), seed)).isEqualTo(compute(history(facts), seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoLeavesCountsUpToThatInstantAndNotAfter(long seed) {
        var facts = RandomWorlds.accountFacts(seed);
        var here = account(facts).id();
        var leaver = facts.stream()
                .filter(Employment.class::isInstance)
                .map(Employment.class::cast)
                .filter(job -> job.holdsAt(NOW) && job.account().equals(here))
                .map(Employment::person)
                .findFirst();
        if (leaver.isEmpty()) {
            return;
        }
        var now = Optional.of(FactTime.at(RandomWorlds.NOW));
        var justBefore = Optional.of(FactTime.at(RandomWorlds.NOW.minusMillis(1)));
        var leavesNow = each(facts, Employment.class, job -> leaves(job, here, leaver.get(), now));
        var left = each(facts, Employment.class, job -> leaves(job, here, leaver.get(), justBefore));
        var neverHere = left.stream()
                .filter(fact -> !(fact instanceof Employment job
                        && job.account().equals(here)
                        && job.ended().equals(justBefore)))
                .toList();

        assertThat(compute(history(leavesNow), seed)).isEqualTo(compute(history(facts), seed));
        assertThat(forgetful(compute(history(left), seed))).isEqualTo(forgetful(compute(history(neverHere), seed)));
    }

    private static SortedMap<String, FeatureValue> forgetful(FeatureVector vector) {
        var forgetful = new TreeMap<>(vector.values());
        forgetful.keySet().removeAll(REMEMBERING_WHO_LEFT);
        return forgetful;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void explainingGivesTheSameBitsAsComputing(long seed) {
        var history = RandomWorlds.history(seed);

        var explained = new TreeMap<String, FeatureValue>();
        CATALOGUE
                .explain(history, peers(seed))
                .forEach(feature -> explained.put(feature.definition().id(), feature.value()));

        assertThat(explained).isEqualTo(compute(history, seed).values());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void amongOtherAccountsItIsTheSameAsAlone(long seed) {
        var facts = RandomWorlds.accounts(seed, 3);

        for (int number = 0; number < 3; number++) {
            var account = RandomWorlds.account(number);
            var among = HistoryOracle.history(account, NOW, facts);
            var alone = AccountHistory.of(among.account(), NOW, concerning(among.account(), facts))
                    .within(among.surroundings());
            assertThat(compute(among, seed)).isEqualTo(compute(alone, seed));
        }
    }

    /** Only what rests on both sides' actions reads what we did, so what we do can neither raise nor lower anything else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWeDoAloneChangesNothing(long seed) {
        var facts = RandomWorlds.accountFacts(seed);

        assertThat(ofOneSideOrNone(compute(history(busier(facts)), seed)))
                .isEqualTo(ofOneSideOrNone(compute(history(facts), seed)));
    }

    /** What rests on both sides' actions says nothing of those who neither act nor speak, whatever we do. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNobodyActsOrSpeaksNothingWeDoChangesAnything(long seed) {
        var silent = RandomWorlds.accountFacts(seed).stream()
                .filter(fact -> !(fact instanceof Engagement engagement && engagement.side() == ActorSide.BUYER))
                .filter(fact -> !(fact instanceof SignalReading))
                .toList();

        assertThat(compute(history(busier(silent)), seed)).isEqualTo(compute(history(silent), seed));
    }

    /** It reads what we sent only to leave out the days on which we made people act. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWeDoAloneNeverMakesCoordinationLookStronger(long seed) {
        var facts = RandomWorlds.accountFacts(seed);

        var before = compute(history(facts), seed);
        var after = compute(history(busier(facts)), seed);

        assertThat(after.get("committee.coordination_lift").findAmount().orElse(0))
                .isLessThanOrEqualTo(
                        before.get("committee.coordination_lift").findAmount().orElse(0));
        assertThat(after.get("committee.coordination_p").findAmount().orElse(1))
                .isGreaterThanOrEqualTo(
                        before.get("committee.coordination_p").findAmount().orElse(1));
    }

    private static List<Fact> busier(List<Fact> facts) {
        var account = account(facts);
        var people = facts.stream()
                .filter(Person.class::isInstance)
                .map(fact -> ((Person) fact).id())
                .toList();
        var busier = new ArrayList<>(facts);
        for (EngagementKind kind : EngagementKind.values()) {
            busier.add(sellers(kind, account, people));
        }
        return busier;
    }

    private static SortedMap<String, FeatureValue> ofOneSideOrNone(FeatureVector vector) {
        var values = new TreeMap<>(vector.values());
        CATALOGUE.definitions().stream()
                .filter(definition -> definition.actors() == Actors.BOTH)
                .forEach(definition -> values.remove(definition.id()));
        return values;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blankingNamesAddressesAndTitlesChangesNothing(long seed) {
        var facts = RandomWorlds.accountFacts(seed);

        var noAddress =
                each(facts, Person.class, person -> new Person(person.id(), "", Optional.empty(), person.time()));
        var noTitle = each(
                noAddress,
                Employment.class,
                job -> new Employment(
                        job.person(),
                        job.account(),
                        Optional.empty(),
                        job.function(),
                        job.seniority(),
                        job.time(),
                        job.ended()));

        assertThat(compute(history(noTitle), seed)).isEqualTo(compute(history(facts), seed));
    }

    static FeatureVector compute(AccountHistory history, long seed) {
        return CATALOGUE.compute(history, peers(seed));
    }

    static AccountHistory history(List<? extends Fact> facts) {
        return HistoryOracle.history(account(facts).id(), NOW, facts);
    }

    /** Some stays in each of the stages that random opportunities run through, and an order for most pairs of them. */
    static Peers peers(long seed) {
        var random = new SplittableRandom(seed);
        var byStage = new TreeMap<String, List<Spell>>();
        for (String stage : STAGES) {
            byStage.put(
                    stage,
                    random.doubles(random.nextInt(40), 0, 200)
                            .mapToObj(days -> new Spell(days, random.nextBoolean()))
                            .toList());
        }
        return new Peers(new StageSpells(byStage), order(random), use(random));
    }

    private static ProductUse use(SplittableRandom random) {
        return new ProductUse(numbers(random), numbers(random), numbers(random));
    }

    private static List<Double> numbers(SplittableRandom random) {
        return random.doubles(random.nextInt(8, 30), 0.1, 3).boxed().toList();
    }

    private static StageOrder order(SplittableRandom random) {
        var passages = new TreeMap<Passage, Integer>();
        for (String earlier : STAGES) {
            for (String later : STAGES) {
                passages.put(new Passage("default", earlier, later), random.nextInt(3));
            }
        }
        return new StageOrder(passages);
    }

    private static Account account(List<? extends Fact> facts) {
        return facts.stream()
                .filter(Account.class::isInstance)
                .map(Account.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** As the history itself puts it together of the facts that concern it, and what lies around it. */
    private static AccountHistory history(Account account, AsOf asOf, List<? extends Fact> facts) {
        return AccountHistory.of(account, asOf, concerning(account, facts))
                .within(HistoryOracle.history(account.id(), asOf, facts).surroundings());
    }

    /** Leaves the two clocks to the history itself, and to it which of several readings is the newest. */
    private static List<Fact> concerning(Account account, List<? extends Fact> facts) {
        return HistoryOracle.concerning(account.id(), new AsOf(RandomWorlds.NOW.plus(Duration.ofDays(9999))), facts);
    }

    private static <F extends Fact> List<Fact> each(
            List<? extends Fact> facts, Class<F> kind, UnaryOperator<F> change) {
        return facts.stream()
                .<Fact>map(fact -> kind.isInstance(fact) ? change.apply(kind.cast(fact)) : fact)
                .toList();
    }

    private static Employment leaves(Employment job, AccountId here, PersonId leaver, Optional<FactTime> end) {
        boolean canEnd = job.holdsAt(NOW) && !job.time().occurredAt().isAfter(RandomWorlds.NOW.minusMillis(1));
        boolean isMeant = job.person().equals(leaver) && job.account().equals(here);
        return isMeant && canEnd ? ended(job, end) : job;
    }

    private static Employment ended(Employment job, Optional<FactTime> end) {
        if (end.isPresent() && end.get().occurredAt().isBefore(job.time().occurredAt())) {
            return job;
        }
        return new Employment(
                job.person(), job.account(), job.title(), job.function(), job.seniority(), job.time(), end);
    }

    private static Engagement sellers(EngagementKind kind, Account account, List<PersonId> people) {
        return new Engagement(
                new EngagementId("law:seller-" + kind),
                account.id(),
                kind,
                ActorSide.SELLER,
                List.of(),
                people,
                List.of(new UserId("random:u0")),
                Optional.empty(),
                FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(1))));
    }
}
