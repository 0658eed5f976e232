package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import io.caucus.scoring.LogOdds;
import io.caucus.scoring.Replay;
import io.caucus.testkit.RandomWorlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every difference obeys, on two hundred random accounts between two random instants, by two methods. */
class DifferenceLawsTest {

    private static final List<Method> LATER =
            List.of(Worlds.SHIPPED, Worlds.OTHER_MODEL, Worlds.OTHER_BANDS, Worlds.OTHER_PARAMETERS);

    private static final Map<List<Object>, ScoreDifference> DIFFERENCES = new ConcurrentHashMap<>();

    static LongStream seeds() {
        return Worlds.seeds();
    }

    /** Else the laws below would hold of nothing. */
    @Test
    void mostRandomAccountsHaveTwoScoresToCompare() {
        assertThat(seeds().filter(seed -> split(seed, Worlds.SHIPPED).isPresent())
                        .count())
                .isGreaterThan(140);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allShiftsTogetherAreTheWholeDifference(long seed) {
        for (Method later : LATER) {
            split(seed, later).ifPresent(split -> {
                double logOdds = 0;
                double points = 0;
                for (ScoreStep step : split.steps().values()) {
                    logOdds += step.baseLogOdds();
                    points += step.basePoints();
                    for (Shift shift : step.shifts()) {
                        logOdds += shift.logOdds();
                        points += shift.points();
                    }
                }

                assertThat(logOdds)
                        .isCloseTo(
                                LogOdds.of(split.after().probability())
                                        - LogOdds.of(split.before().probability()),
                                within(1e-9));
                assertThat(points)
                        .isCloseTo(split.after().probability() - split.before().probability(), within(1e-12));
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothEndsAreTheScoresThemselvesAndReplayToTheSameBits(long seed) {
        for (Method later : LATER) {
            var difference = difference(seed, later);

            assertThat(Worlds.SHIPPED.scorer().score(difference.valuesBefore())).isEqualTo(difference.before());
            assertThat(later.scorer().score(difference.valuesAfter())).isEqualTo(difference.after());
            assertThat(Replay.replay(
                            Replay.keep(difference.valuesBefore(), difference.before(), List.of()),
                            Worlds.SHIPPED.scorer()))
                    .isEqualTo(difference.before());
            assertThat(Replay.replay(
                            Replay.keep(difference.valuesAfter(), difference.after(), List.of()), later.scorer()))
                    .isEqualTo(difference.after());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anotherMethodChangesNothingThatTheFactsDo(long seed) {
        for (Method later : LATER) {
            split(seed, later).ifPresent(split -> {
                var same = split(seed, Worlds.SHIPPED).orElseThrow();
                for (Cause cause : List.of(Cause.AGED_FACTS, Cause.NEW_FACTS, Cause.NEW_FACTS_ELSEWHERE)) {
                    assertThat(split.step(cause)).isEqualTo(same.step(cause));
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMethodThatStayedTheSameMovesNothing(long seed) {
        split(seed, Worlds.SHIPPED).ifPresent(split -> {
            assertThat(split.step(Cause.MODEL).shifts()).isEmpty();
            assertThat(split.step(Cause.POLICY).shifts()).isEmpty();
        });
        split(seed, Worlds.OTHER_MODEL)
                .ifPresent(
                        split -> assertThat(split.step(Cause.POLICY).shifts()).isEmpty());
        split(seed, Worlds.OTHER_PARAMETERS)
                .ifPresent(split -> assertThat(split.step(Cause.MODEL).shifts()).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherBandsChangeNamesAndNoNumber(long seed) {
        split(seed, Worlds.OTHER_BANDS).ifPresent(split -> {
            var policy = split.step(Cause.POLICY);

            assertThat(split.step(Cause.MODEL).shifts()).isEmpty();
            assertThat(policy.shifts()).isEmpty();
            assertThat(policy.points()).isZero();
            assertThat(policy.after().band()).isEqualTo(split.after().band());
        });
    }

    /** What happens at other accounts can reach a score only through what compares it with them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherAccountsMoveOnlyWhatComparesWithThem(long seed) {
        split(seed, Worlds.SHIPPED)
                .ifPresent(split -> assertThat(
                                split.step(Cause.NEW_FACTS_ELSEWHERE).shifts())
                        .filteredOn(Shift::moves)
                        .extracting(shift -> shift.feature().id())
                        .isSubsetOf("opportunity.days_in_stage"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNothingBecameKnownAllOfTheDifferenceIsAge(long seed) {
        var then = Worlds.known(seed, Worlds.then(seed));
        var aged = then.with(Aging.of(then.history(), RandomWorlds.history(seed)));

        if (ScoreDifference.between(then, Worlds.SHIPPED, aged, Worlds.SHIPPED)
                instanceof ScoreDifference.Split split) {
            assertThat(split.learned()).isEmpty();
            assertThat(split.withdrawn()).isEmpty();
            assertThat(split.step(Cause.AGED_FACTS).after().probability())
                    .isEqualTo(split.after().probability());
        }
    }

    /** A value that rests on something else than before says on what, unless it rests on more than is ever named. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatNewFactsMoveNamesThem(long seed) {
        split(seed, Worlds.SHIPPED)
                .ifPresent(split -> assertThat(split.step(Cause.NEW_FACTS).shifts())
                        .filteredOn(shift ->
                                shift.moves() && (restsOnSomething(shift.before()) || restsOnSomething(shift.after())))
                        .allSatisfy(shift -> assertThat(
                                        shift.appeared().size() + shift.gone().size())
                                .as("%s from %s to %s", shift.feature().id(), shift.before(), shift.after())
                                .isPositive()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSentenceClaimsACause(long seed) {
        for (Method later : LATER) {
            split(seed, later)
                    .ifPresent(split -> split.steps().values().stream()
                            .flatMap(step -> step.shifts().stream())
                            .forEach(shift -> assertThat(ExplanationSentences.of(shift))
                                    .containsAnyOf("associated with a", "moves the chance neither way")
                                    .doesNotContainIgnoringCase("because")));
        }
    }

    /** Nothing known, and nothing there to count, rest on no facts that could be named. */
    private static boolean restsOnSomething(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Missing missing -> false;
            case FeatureValue.Quantity quantity -> quantity.amount() != 0;
            case FeatureValue.Category category -> true;
        };
    }

    private static Optional<ScoreDifference.Split> split(long seed, Method later) {
        return difference(seed, later) instanceof ScoreDifference.Split split ? Optional.of(split) : Optional.empty();
    }

    /** Several laws look at the same differences. */
    private static ScoreDifference difference(long seed, Method later) {
        return DIFFERENCES.computeIfAbsent(List.of(seed, LATER.indexOf(later)), asked -> between(seed, later));
    }

    private static ScoreDifference between(long seed, Method later) {
        return ScoreDifference.between(Worlds.known(seed, Worlds.then(seed)), Worlds.SHIPPED, Worlds.now(seed), later);
    }
}
