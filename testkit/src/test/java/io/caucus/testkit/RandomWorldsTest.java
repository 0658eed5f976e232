package io.caucus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomWorldsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedTellsTheSameFactsInTheSameOrder(long seed) {
        assertThat(RandomWorlds.accountFacts(seed)).isEqualTo(RandomWorlds.accountFacts(seed));
        assertThat(RandomWorlds.accounts(seed, 3)).isEqualTo(RandomWorlds.accounts(seed, 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderInWhichFactsAreToldLeavesTheHistoryAlone(long seed) {
        var asOf = new AsOf(RandomWorlds.NOW);
        var facts = RandomWorlds.accountFacts(seed);
        var otherOrder = RandomWorlds.shuffled(facts, new SplittableRandom(seed));

        var history = HistoryOracle.history(RandomWorlds.account(seed), asOf, otherOrder);

        assertThat(history).isEqualTo(RandomWorlds.history(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsVisibleBeforeTheOpportunityItBelongsTo(long seed) {
        var facts = RandomWorlds.accountFacts(seed);
        var visibleFrom = new HashMap<OpportunityId, Instant>();
        each(facts, Opportunity.class)
                .forEach(opportunity ->
                        visibleFrom.put(opportunity.id(), opportunity.time().visibleFrom()));

        assertThat(each(facts, StageChange.class))
                .allSatisfy(change -> assertThat(change.time().visibleFrom())
                        .isAfterOrEqualTo(visibleFrom.get(change.opportunity())));
    }

    @Test
    void twoHundredSeedsShowEveryKindOfFactEngagementAndSide() {
        var facts = seeds().boxed()
                .flatMap(seed -> RandomWorlds.retoldAccounts(seed, 2).stream())
                .toList();
        var engagements = each(facts, Engagement.class).toList();

        assertThat(facts.stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameSizeAs(Fact.class.getPermittedSubclasses());
        assertThat(engagements).extracting(Engagement::kind).contains(EngagementKind.values());
        assertThat(engagements).extracting(Engagement::side).contains(ActorSide.values());
        assertThat(engagements).anyMatch(engagement -> engagement.excluded().isPresent());
        assertThat(engagements)
                .anyMatch(engagement ->
                        engagement.time().knownAt().isAfter(engagement.time().occurredAt()));
    }

    @Test
    void someAccountsHaveNobodyAndSomeHaveManyPeople() {
        var sizes = seeds().mapToObj(seed -> RandomWorlds.history(seed).people().size())
                .toList();

        assertThat(sizes).contains(0, 1, 2).anyMatch(size -> size >= 12);
    }

    @Test
    void someThingsHappenAtTheSameInstantAndSomeOnTheEdgeOfAWindow() {
        var instants = each(RandomWorlds.accounts(1, 3), Engagement.class)
                .map(engagement -> engagement.time().occurredAt())
                .toList();

        assertThat(new HashSet<>(instants)).hasSizeLessThan(instants.size());
        assertThat(instants).contains(RandomWorlds.NOW.minusSeconds(30 * 86_400));
    }

    @Test
    void accountsAreWiredToEachOther() {
        var facts = RandomWorlds.accounts(1, 20);

        assertThat(each(facts, Account.class).map(Account::id).distinct()).hasSize(20);
        assertThat(each(facts, Subsidiary.class)).isNotEmpty();
        assertThat(each(facts, Employment.class)
                        .collect(Collectors.groupingBy(
                                Employment::person, Collectors.mapping(Employment::account, Collectors.toSet())))
                        .values())
                .anyMatch(employers -> employers.size() > 1);
    }

    @Test
    void equalFactsHaveEqualRecordsWhateverTheirOrder() {
        var facts = RandomWorlds.accountFacts(3);
        var otherOrder = RandomWorlds.shuffled(facts, new SplittableRandom(1));

        assertThat(keys(RandomWorlds.sourced(otherOrder)))
                .containsExactlyInAnyOrderElementsOf(keys(RandomWorlds.sourced(facts)));
        assertThat(keys(RandomWorlds.sourced(facts))).doesNotHaveDuplicates();
    }

    @Test
    void somebodyHiredNextMonthIsNotInTheHistoryYet() {
        var story = AccountStory.of("""
                ana: VP ENGINEERING
                bo: MANAGER FINANCE from 30d ahead
                """);

        assertThat(story.history().people())
                .extracting(person -> person.id())
                .containsExactly(new PersonId("story:ana"));
    }

    private static List<String> keys(List<SourcedFacts> sourced) {
        return sourced.stream().map(facts -> facts.source().key()).toList();
    }

    private static <F extends Fact> Stream<F> each(List<Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
