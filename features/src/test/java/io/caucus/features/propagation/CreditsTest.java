package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static io.caucus.features.propagation.Logs.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreditsTest {

    private static final double ROUNDING = 1e-9;

    static LongStream seeds() {
        return Logs.seeds();
    }

    private static Strengths alike(EventLog log) {
        return Strengths.alike(log.people(), 1, 0.02);
    }

    @Test
    void aLoneCauseSharesWithChanceByItsWeight() {
        var log = Logs.of(2, new int[] {0, 0}, new int[] {HOUR, 1});

        double weight = Math.pow(2, -1.3);
        assertThat(Credits.of(log, SETTINGS, alike(log)).all()).singleElement().satisfies(credit -> {
            assertThat(credit.share()).isEqualTo(weight / (0.02 + weight), within(1e-15));
            assertThat(credit.isExplicit()).isFalse();
        });
    }

    @Test
    void namingInEitherDirectionCountsByTheLargerOdds() {
        double gone = Math.pow(2, -1.3);
        for (var log : List.of(
                Logs.of(2, new int[] {0, 0, 1}, new int[] {HOUR, 1}),
                Logs.of(2, new int[] {0, 0}, new int[] {HOUR, 1, 0}),
                Logs.of(2, new int[] {0, 0, 1}, new int[] {HOUR, 1, 0}))) {
            double odds = log.events().getLast().reached().isEmpty() ? 5 : 20;
            assertThat(Credits.of(log, SETTINGS, alike(log)).all())
                    .singleElement()
                    .satisfies(credit -> {
                        assertThat(credit.share()).isEqualTo(odds * gone / (0.02 + odds * gone), within(1e-15));
                        assertThat(credit.isExplicit()).isTrue();
                    });
        }
    }

    /** 0 → 1 → 2, an hour each, with 0 → 2 over two hours. */
    @Test
    void aChainIsCountedThroughItsMiddle() {
        var log = Logs.of(3, new int[] {0, 0}, new int[] {HOUR, 1}, new int[] {2 * HOUR, 2});
        double one = Math.pow(2, -1.3);
        double two = Math.pow(3, -1.3);
        double first = one / (0.02 + one);
        double near = one / (0.02 + one + two);
        double far = two / (0.02 + one + two);

        var credits = Credits.of(log, SETTINGS, alike(log));

        assertThat(credits.directInfluence(0)).isEqualTo(first + far, within(1e-15));
        assertThat(credits.cascadeInfluence(0)).isEqualTo(first * (1 + near) + far, within(1e-15));
        assertThat(credits.cascadeInfluence(1)).isEqualTo(near, within(1e-15));
        assertThat(credits.cascadeInfluence(2)).isZero();
    }

    @Test
    void otherCascadesTheSameInstantAndTheLookBackExplainNothing() {
        var none = new TreeSet<Integer>();
        var log = EventLog.of(
                2,
                List.of(
                        new Event(0, 0, none, 1, 0),
                        new Event(HOUR, 1, none, 1, 1),
                        new Event(100 * HOUR, 0, none, 1, 2),
                        new Event(100 * HOUR, 1, none, 1, 2),
                        new Event(200 * HOUR, 0, none, 1, 3),
                        new Event(224 * HOUR, 1, none, 1, 3)));

        assertThat(Credits.of(log, SETTINGS, alike(log)).all()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void creditsOfAResponseAddUpToLessThanOne(long seed) {
        var log = Logs.drawn(seed);
        var sums = new double[log.size()];

        Credits.of(log, SETTINGS, alike(log)).all().forEach(credit -> sums[credit.response()] += credit.share());

        assertThat(Arrays.stream(sums).boxed())
                .allSatisfy(sum -> assertThat(sum).isBetween(0.0, 1.0));
    }

    /** The slow way: of each response, with which chance the person is among its ancestors, by following every path back. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cascadeInfluenceIsTheSumOverAllPaths(long seed) {
        var log = Logs.drawn(seed);
        var credits = Credits.of(log, SETTINGS, alike(log));
        var slow = new double[log.people()];

        credits.all().forEach(credit -> followBack(log, credits, credit, credit.share(), slow));

        for (int person = 0; person < log.people(); person++) {
            assertThat(credits.cascadeInfluence(person)).isEqualTo(slow[person], within(ROUNDING));
            assertThat(credits.cascadeInfluence(person))
                    .isGreaterThanOrEqualTo(credits.directInfluence(person) - ROUNDING);
        }
    }

    private static void followBack(EventLog log, Credits credits, Credit step, double chance, double[] found) {
        found[log.events().get(step.cause()).actor()] += chance;
        int begun = beginOfRun(log, step.cause());
        credits.all().stream()
                .filter(before -> before.response() == begun)
                .forEach(before -> followBack(log, credits, before, chance * before.share(), found));
    }

    private static int beginOfRun(EventLog log, int event) {
        var done = log.events().get(event);
        var own = IntStream.rangeClosed(0, event)
                .filter(other -> log.events().get(other).actor() == done.actor()
                        && log.events().get(other).cascade() == done.cascade())
                .toArray();
        int begun = own.length - 1;
        while (begun > 0
                && log.events().get(own[begun]).at()
                                - log.events().get(own[begun - 1]).at()
                        < SETTINGS.silence()) {
            begun--;
        }
        return own[begun];
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfEventsChangesNoBit(long seed) {
        var log = Logs.drawn(seed);
        var shuffled = new ArrayList<>(log.events());
        Collections.shuffle(shuffled, new Random(seed));

        var again = EventLog.of(log.people(), shuffled);

        assertThat(Credits.of(again, SETTINGS, alike(log)).all())
                .isEqualTo(Credits.of(log, SETTINGS, alike(log)).all());
    }

    @Test
    void whoIsNotNumberedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logs.of(2, new int[] {0, 2}))
                .withMessage("event of person 2 that reached [] names somebody outside 0 … 1");
    }
}
