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
import io.caucus.features.engagement.EngagementState;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
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

    @Nested
    class Losing {

        /** Formed 85 to 56 days ago; since then bo has been silent. */
        private static final String THERE = """
            ana: CXO FINANCE
            bo: MANAGER ENGINEERING
            cy: SENIOR OPERATIONS
            ana visits 85d ago
            bo visits 85d ago
            cy visits 85d ago
            ana visits 12d ago
            ana visits 4d ago
            cy visits 13d ago
            cy visits 3d ago
            """;

        @Test
        void aHolderWhoFallsSilentLosesTheSeat() {
            var silent = THERE + "bo is TECHNICAL_EVALUATOR on deal 100d ago";

            assertThat(lost(silent)).containsExactly(StageCriterion.SEAT_LOST);
            assertThat(stage(silent)).isEqualTo(CommitteeStage.REGRESSING);
            assertThat(lost(silent + "\nbo visits 50d ago")).isEmpty();
        }

        @Test
        void aSeatThatSomebodyElseHoldsInsteadIsNotLost() {
            assertThat(lost(THERE + """
                bo is TECHNICAL_EVALUATOR on deal 100d ago
                cy is TECHNICAL_EVALUATOR on deal 5d ago
                """)).isEmpty();
        }

        /** With age a statement weighs less, until the seat is live no more; whoever was seated by it is there as ever. */
        @Test
        void anOldStatementLosesNoSeat() {
            var old = AccountStory.of(THERE + "cy is TECHNICAL_EVALUATOR on deal 700d ago")
                    .history();

            assertThat(CommitteeMap.of(old, CommitteeParameters.DEFAULT).likelyRoles())
                    .filteredOn(likely -> likely.role() == CommitteeRole.TECHNICAL_EVALUATOR && likely.stated())
                    .singleElement()
                    .satisfies(likely -> assertThat(likely.probability()).isLessThan(0.5));
            assertThat(lost(old)).isEmpty();
        }

        @Test
        void aSeatThatOnlyATitleFillsIsNotLost() {
            assertThat(lost(THERE + """
                dee: MANAGER ENGINEERING
                dee downloads 84d ago
                dee downloads 85d ago
                """)).isEmpty();
        }

        @Test
        void aDealThatClosesUnseatsNobody() {
            assertThat(lost(THERE + """
                deal enters Proposal 100d ago
                ana is ECONOMIC_BUYER on deal 100d ago
                cy is CHAMPION on deal 100d ago
                deal enters Won 5d ago
                """)).isEmpty();
        }

        @Test
        void whoIsAssignedNoMoreLosesTheSeatThoughActive() {
            var role = new RoleHolding(
                    AccountStory.person("cy"),
                    AccountStory.opportunity("deal"),
                    CommitteeRole.CHAMPION,
                    RoleSource.STATED_IN_CRM,
                    1,
                    FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(100))),
                    Optional.of(FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(2)))));
            var revoked = AccountStory.of(THERE + "ana is ECONOMIC_BUYER on deal 100d ago")
                    .and(role)
                    .history();

            assertThat(lost(revoked)).containsExactly(StageCriterion.CHAMPION_LOST, StageCriterion.SEAT_LOST);
        }

        /** Two months after they last moved anybody; a test of chance is not asked again. */
        @Test
        void aChampionByEffectIsLostWhenSilentAndNotBefore() {
            var moved = """
                ana: MANAGER FINANCE
                bo: MANAGER ENGINEERING
                cy: MANAGER LEGAL
                dee: MANAGER
                ana forwards to bo, cy, dee 85d ago
                bo visits 84d 23h ago
                cy visits 84d 22h ago
                dee visits 84d 21h ago
                bo visits 12d ago
                bo visits 5d ago
                cy visits 13d ago
                cy visits 3d ago
                """;

            assertThat(lost(moved)).containsExactly(StageCriterion.CHAMPION_LOST);
            assertThat(lost(moved + "ana visits 55d ago")).isEmpty();
        }

        @Test
        void coolingHasToLastUntilTheNextLook() {
            var before = """
                ana: MANAGER FINANCE
                bo: MANAGER ENGINEERING
                cy: MANAGER LEGAL
                ana visits 40d ago
                bo visits 40d ago
                cy visits 40d ago
                """;

            assertThat(value("engagement.state", before + week(9))).isEqualTo(FeatureValue.of(EngagementState.COOLING));
            assertThat(stage(before + week(9))).isEqualTo(CommitteeStage.FORMING);
            assertThat(stage(before + week(16))).isEqualTo(CommitteeStage.REGRESSING);
        }

        /** A busy week that ended so many days ago. */
        private static String week(int daysAgo) {
            return """
                ana visits %1$dd ago
                bo visits %2$dd ago
                cy visits %3$dd ago
                ana visits %4$dd ago
                """.formatted(daysAgo, daysAgo + 1, daysAgo + 2, daysAgo + 3);
        }

        private static List<StageCriterion> lost(String story) {
            return lost(AccountStory.of(story).history());
        }

        private static List<StageCriterion> lost(AccountHistory history) {
            var met = new StageJudge(history, Parameters.DEFAULT)
                    .met(RandomWorlds.NOW)
                    .orElseThrow();
            assertThat(met).containsKey(StageCriterion.HAD_FORMED);
            return met.keySet().stream()
                    .filter(EnumSet.of(StageCriterion.CHAMPION_LOST, StageCriterion.SEAT_LOST)::contains)
                    .toList();
        }
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
