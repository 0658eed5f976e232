package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static io.caucus.features.propagation.Logs.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShiftTestTest {

    private static final int SHIFTS = 99;

    static LongStream seeds() {
        return Logs.seeds();
    }

    private static ShiftTest of(EventLog log, long seed) {
        return ShiftTest.of(log, SETTINGS, Strengths.alike(log.people(), 1, 0.02), SHIFTS, seed);
    }

    /** Four people act every ten days, three of them always within the hour after the fourth. */
    @Test
    void whoeverIsFollowedAtOnceEveryTimeIsAboveChance() {
        var events = new ArrayList<Event>();
        for (int round = 0; round < 8; round++) {
            for (int person = 0; person < 4; person++) {
                events.add(
                        new Event(round * 240L * HOUR + person * 600L + round * 7_000L, person, new TreeSet<>(), 1, 0));
            }
        }

        var test = of(EventLog.of(4, events), 1);

        assertThat(test.p()).isEqualTo(0.01);
        assertThat(test.lift()).isGreaterThan(1.5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameBitsAndPIsNeverZero(long seed) {
        var log = Logs.drawn(seed);

        var test = of(log, seed);

        assertThat(test).isEqualTo(of(log, seed));
        assertThat(test.p()).isBetween(0.01, 1.0);
        assertThat(test.lift()).isBetween(0.0, SHIFTS + 1.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatChanceDoesIsWhatTheShiftedLogsSay(long seed) {
        var log = Logs.drawn(seed);
        var strengths = Strengths.alike(log.people(), 1, 0.02);
        var random = new SplittableRandom(seed);

        var test = of(log, seed);

        for (double chance : test.byChance()) {
            double expected =
                    test.observed() == 0 ? 0 : largest(Credits.of(shifted(log, random), SETTINGS, strengths), log);
            assertThat(chance).isCloseTo(expected, within(1e-12));
        }
    }

    private static double largest(Credits credits, EventLog log) {
        return IntStream.range(0, log.people())
                .mapToDouble(credits::cascadeInfluence)
                .max()
                .orElseThrow();
    }

    /** Slow and obvious: a log anew, each cascade's people shifted by the amounts drawn for it. */
    private static EventLog shifted(EventLog log, SplittableRandom random) {
        var byCascade = new TreeMap<Integer, List<Event>>();
        log.events()
                .forEach(event -> byCascade
                        .computeIfAbsent(event.cascade(), first -> new ArrayList<>())
                        .add(event));
        var shifted = new ArrayList<Event>();
        for (List<Event> cascade : byCascade.values()) {
            long begin = cascade.getFirst().at();
            long circle = log.span() + 1;
            long[] by = random.longs(log.people(), 0, circle).toArray();
            cascade.forEach(event -> shifted.add(new Event(
                    begin + (event.at() - begin + by[event.actor()]) % circle,
                    event.actor(),
                    event.reached(),
                    event.reach(),
                    event.cascade())));
        }
        return EventLog.of(log.people(), shifted, log.span());
    }

    /** A drawn log has no champion, so its p is below 0.2 in no more than a fifth of 200 logs, four deviations allowed. */
    @Test
    void amongLogsByChanceSmallPAreAsRareAsTheySay() {
        long small =
                seeds().filter(seed -> of(Logs.drawn(seed), seed).p() <= 0.2).count();

        assertThat(small).isLessThanOrEqualTo(40 + 23);
    }
}
