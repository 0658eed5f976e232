package io.caucus.features.committee;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureValue;
import io.caucus.features.Parameters;
import io.caucus.features.Stories;
import io.caucus.features.committee.StageTimeline.Cause;
import io.caucus.features.committee.StageTimeline.Change;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StageTest {

    private static final String ID = "committee.stage";

    private static final String FORMING = """
        ana: MANAGER FINANCE
        bo: MANAGER ENGINEERING
        cy: MANAGER LEGAL
        ana visits 3d ago
        bo visits 13d ago
        cy visits 23d ago
        """;

    private static final String SEATS = """
        ana: CXO FINANCE
        bo: MANAGER ENGINEERING
        cy: SENIOR OPERATIONS
        dee: SENIOR OPERATIONS
        ana is ECONOMIC_BUYER on deal 9d ago
        ana is DECISION_MAKER on deal 9d ago
        bo is CHAMPION on deal 9d ago
        bo is TECHNICAL_EVALUATOR on deal 9d ago
        cy is END_USER on deal 9d ago
        dee is END_USER on deal 9d ago
        ana replies 1d ago
        bo visits 3d ago
        cy visits 5d ago
        dee visits 7d ago
        """;

    @Test
    void nobodyWhoActedForThreeMonthsIsUnaware() {
        assertThat(stage("ana: MANAGER")).isEqualTo(CommitteeStage.UNAWARE);
        assertThat(stage("ana: MANAGER\nana visits 90d ago")).isEqualTo(CommitteeStage.UNAWARE);
        assertThat(value(ID, "ana: elsewhere")).isEqualTo(FeatureValue.missing());
    }

    @Test
    void fewPeopleOrOneFunctionIsSingleThreaded() {
        assertThat(stage("ana: MANAGER\nana visits 3d ago")).isEqualTo(CommitteeStage.SINGLE_THREADED);
        assertThat(stage("ana: MANAGER\nana visits 89d ago")).isEqualTo(CommitteeStage.SINGLE_THREADED);
        assertThat(stage("""
            ana: MANAGER FINANCE
            bo: MANAGER FINANCE
            cy: MANAGER
            ana visits 3d ago
            bo visits 13d ago
            cy visits 23d ago
            """)).isEqualTo(CommitteeStage.SINGLE_THREADED);
    }

    @Test
    void threePeopleOfSeveralFunctionsForm() {
        assertThat(stage(FORMING)).isEqualTo(CommitteeStage.FORMING);
        assertThat(evidence(ID, FORMING)).hasSize(3);
    }

    @Test
    void actingOnTheSameDaysMobilises() {
        assertThat(stage(FORMING + """
            ana visits 10d 1h ago
            bo visits 10d 2h ago
            cy visits 10d 3h ago
            """)).isEqualTo(CommitteeStage.MOBILISED);
    }

    /** Ana's forward names three colleagues, each of whom acts for the first time within hours of it, each on a day of their own. */
    @Test
    void aChampionByEffectMobilises() {
        var story = """
            ana: MANAGER FINANCE
            bo: MANAGER ENGINEERING
            cy: MANAGER LEGAL
            ana visits 25d ago
            bo visits 10d ago
            cy visits 5d ago
            """;

        var followed = AccountStory.of(story + """
            dee: MANAGER
            ana forwards to bo, cy, dee 15d ago
            bo visits 14d 23h ago
            cy visits 14d 22h ago
            dee visits 14d 21h ago
            """).history();

        assertThat(stage(story)).isEqualTo(CommitteeStage.FORMING);
        assertThat(stage(followed)).isEqualTo(CommitteeStage.MOBILISED);
        assertThat(new StageJudge(followed, Parameters.DEFAULT).met(RandomWorlds.NOW))
                .hasValueSatisfying(met -> assertThat(met).containsKey(StageCriterion.EFFECT_CHAMPION));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStageIsTheOneThatAllCriteriaPutItIn(long seed) {
        var history = RandomWorlds.history(seed);
        for (int day = 0; day < 120; day += 17) {
            var at = RandomWorlds.NOW.minus(Duration.ofDays(day));
            var expected = new StageJudge(history, Parameters.DEFAULT)
                    .met(at)
                    .map(criteria -> CommitteeStage.of(criteria.keySet()));

            assertThat(new StageJudge(history, Parameters.DEFAULT).stage(at)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStageBeganWithTheLastChangeOfTheTimeline(long seed) {
        var history = RandomWorlds.history(seed);
        var length = Duration.ofDays(60);
        var changes = StageTimeline.of(history, Parameters.DEFAULT, length).changes();

        var since = StageTimeline.since(history, Parameters.DEFAULT, length);

        var windowBegins = RandomWorlds.NOW.minus(length);
        var expected = changes.isEmpty() || changes.getLast().at().equals(windowBegins)
                ? Optional.<Instant>empty()
                : Optional.of(changes.getLast().at());
        assertThat(since).isEqualTo(expected);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @Test
    void liveSeatsAndWhoDecidesMakeItComplete() {
        assertThat(amount("committee.live_completeness", SEATS)).isGreaterThan(0.7);
        assertThat(stage(SEATS)).isEqualTo(CommitteeStage.COMPLETE);
    }

    @Test
    void aNextStepByTheBuyerMakesItConsensusUnlessSomebodyResists() {
        var booked = heard(ConversationSignal.MEETING_BOOKED);

        assertThat(stage(AccountStory.of(SEATS).and(booked).history())).isEqualTo(CommitteeStage.CONSENSUS);
        assertThat(stage(AccountStory.of(SEATS + "cy is BLOCKER on deal 2d ago")
                        .and(booked)
                        .history()))
                .isEqualTo(CommitteeStage.COMPLETE);
    }

    @Test
    void aChampionWhoLeftMakesItRegress() {
        var left = SEATS.replace("bo: MANAGER ENGINEERING", "bo: MANAGER ENGINEERING from 90d ago to 1d ago")
                + "ana visits 20d ago\ncy visits 21d ago\nbo visits 22d ago\n";

        assertThat(stage(left)).isEqualTo(CommitteeStage.REGRESSING);
    }

    @Test
    void moreIsKnownTheSurerTheStage() {
        assertThat(amount("committee.stage_confidence", "ana: MANAGER\nana visits 3d ago"))
                .isEqualTo(2 / 12.0 * (1 / 2.0));
        assertThat(amount("committee.stage_confidence", FORMING)).isEqualTo(6 / 16.0);
    }

    @Nested
    class Timeline {

        @Test
        void everyChangeIsDatedAndHasItsCauses() {
            var changes = timeline(FORMING + "ana visits 200d ago");

            assertThat(changes)
                    .extracting(Change::to)
                    .containsExactly(
                            CommitteeStage.UNAWARE,
                            CommitteeStage.SINGLE_THREADED,
                            CommitteeStage.UNAWARE,
                            CommitteeStage.SINGLE_THREADED,
                            CommitteeStage.FORMING);
            assertThat(changes)
                    .extracting(change ->
                            Duration.between(change.at(), RandomWorlds.NOW).toDays())
                    .containsExactly(365L, 200L, 110L, 23L, 3L);
        }

        @Test
        void theCauseOfFormingIsTheThirdPerson() {
            assertThat(timeline(FORMING).getLast().causes())
                    .containsExactly(new Cause(StageCriterion.SEVERAL_PEOPLE, true, 3));
        }

        private static List<Change> timeline(String story) {
            return StageTimeline.of(AccountStory.of(story).history(), Parameters.DEFAULT, Duration.ofDays(365))
                    .changes();
        }
    }

    @Nested
    class OnAnyAccount {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 20);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theTimelineEndsWithTheStageAndNoChangeLacksACause(long seed) {
            var history = RandomWorlds.history(seed, new AsOf(RandomWorlds.NOW));

            var changes = StageTimeline.of(history, Parameters.DEFAULT, Duration.ofDays(60))
                    .changes();

            var stage = Stories.value(ID, history, StageSpells.NONE);
            assertThat(changes.isEmpty()).isEqualTo(stage.equals(FeatureValue.missing()));
            if (!changes.isEmpty()) {
                assertThat(FeatureValue.of(changes.getLast().to())).isEqualTo(stage);
                assertThat(changes.subList(1, changes.size()))
                        .allSatisfy(change -> assertThat(change.causes()).isNotEmpty());
            }
        }
    }

    private static SignalReading heard(ConversationSignal signal) {
        return new SignalReading(
                new EngagementId("story:line-11"),
                new ExtractorVersion("rules", "1"),
                List.of(new Signal(signal, Optional.empty(), 0.9)),
                AccountStory.account().time());
    }

    private static CommitteeStage stage(String story) {
        return stage(AccountStory.of(story).history());
    }

    private static CommitteeStage stage(AccountHistory history) {
        return switch (Stories.value(ID, history, StageSpells.NONE)) {
            case FeatureValue.Category category -> CommitteeStage.valueOf(category.name());
            case FeatureValue.Quantity quantity -> throw new AssertionError("a stage is no number");
            case FeatureValue.Missing missing -> throw new AssertionError("no stage");
        };
    }
}
