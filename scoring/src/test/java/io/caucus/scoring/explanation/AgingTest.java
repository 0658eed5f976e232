package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.HistoryOracle;
import io.caucus.testkit.RandomWorlds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgingTest {

    static LongStream seeds() {
        return Worlds.seeds();
    }

    /** The oracle drops every fact that was not known then, and looks at the rest from now. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAgedFactsAreThoseKnownThenSeenFromNow(long seed) {
        var then = Worlds.then(seed);
        var knownThen = RandomWorlds.accountFacts(seed).stream()
                .filter(fact -> isKnown(fact.time(), then))
                .map(fact -> withEndsKnown(fact, then))
                .toList();

        var aged = Aging.of(RandomWorlds.history(seed, then), RandomWorlds.history(seed));

        var oracle = HistoryOracle.history(RandomWorlds.account(seed), new AsOf(RandomWorlds.NOW), knownThen);
        assertThat(bare(aged)).isEqualTo(bare(oracle));
        assertThat(oracle.signalReadings()).containsAll(aged.signalReadings());
    }

    @Test
    void anEndThatHadBeenAnnouncedComesAndOneThatHadNotDoesNot() {
        var story = AccountStory.of("""
            ana: VP FINANCE
            bo: MANAGER DATA
            """);
        var announced = ended(story, "ana", new FactTime(at("5d ago"), at("40d ago")));
        var sudden = ended(story, "bo", FactTime.at(at("5d ago")));
        var left = story.and(announced, sudden);
        var then = AccountStory.asOf("30d ago");

        var aged = Aging.of(left.history(then), left.history());

        assertThat(left.history(then).employed())
                .containsExactly(AccountStory.person("ana"), AccountStory.person("bo"));
        assertThat(aged.employed()).containsExactly(AccountStory.person("bo"));
    }

    private static Employment ended(AccountStory story, String name, FactTime end) {
        var job = story.history().employmentOf(AccountStory.person(name)).orElseThrow();
        return new Employment(
                job.person(),
                job.account(),
                job.title(),
                job.function(),
                job.seniority(),
                job.time(),
                Optional.of(end));
    }

    private static Instant at(String when) {
        return AccountStory.asOf(when).instant();
    }

    private static boolean isKnown(FactTime time, AsOf then) {
        return !time.knownAt().isAfter(then.instant());
    }

    private static Fact withEndsKnown(Fact fact, AsOf then) {
        return switch (fact) {
            case Employment job ->
                new Employment(
                        job.person(),
                        job.account(),
                        job.title(),
                        job.function(),
                        job.seniority(),
                        job.time(),
                        known(job.ended(), then));
            case RoleHolding role ->
                new RoleHolding(
                        role.person(),
                        role.opportunity(),
                        role.role(),
                        role.source(),
                        role.confidence(),
                        role.time(),
                        known(role.ended(), then));
            case Link link ->
                new Link(
                        link.type(),
                        link.from(),
                        link.to(),
                        link.through(),
                        link.measures(),
                        link.time(),
                        known(link.ended(), then));
            case Ticket ticket ->
                new Ticket(
                        ticket.id(),
                        ticket.account(),
                        ticket.raisedBy(),
                        ticket.priority(),
                        ticket.time(),
                        known(ticket.answered(), then),
                        known(ticket.closed(), then));
            default -> fact;
        };
    }

    private static Optional<FactTime> known(Optional<FactTime> end, AsOf then) {
        return end.filter(time -> isKnown(time, then));
    }

    /** Without what lies around, which does not age, and without readings, of which the newest may hide one that was foreseen. */
    private static AccountHistory bare(AccountHistory history) {
        return new AccountHistory(
                history.account(),
                history.asOf(),
                history.employments(),
                history.people(),
                history.opportunities(),
                history.stageChanges(),
                history.fieldChanges(),
                history.roles(),
                history.engagements(),
                List.of(),
                history.tickets(),
                history.subsidiaries(),
                history.links(),
                history.things(),
                Surroundings.NONE);
    }
}
