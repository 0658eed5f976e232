package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static io.caucus.features.propagation.Logs.KERNEL;
import static io.caucus.features.propagation.Logs.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrengthLearningTest {

    private static final Settings CASCADES =
            Settings.of(KERNEL, new Odds(1, 1, 1), Prior.SPARSE, Long.MAX_VALUE, Long.MAX_VALUE, false);

    static LongStream seeds() {
        return Logs.seeds();
    }

    /** In each of n cascades 0 begins and 1 follows an hour later: 1 has all the credit, n, and exposure n · ∫₀¹ g. */
    @ParameterizedTest
    @CsvSource({"1", "7", "50"})
    void onePairHasItsClosedForm(int cascades) {
        var events = new ArrayList<Event>();
        for (int cascade = 0; cascade < cascades; cascade++) {
            events.add(new Event(0, 0, new TreeSet<>(), 1, cascade));
            events.add(new Event(HOUR, 1, new TreeSet<>(), 1, cascade));
        }

        var strengths = Strengths.learned(EventLog.of(2, events), CASCADES);

        double exposure = cascades * (1 - Math.pow(2, -0.3)) / 0.3;
        assertThat(strengths.of(0, 1)).isEqualTo((cascades + 0.02) / (exposure * 1.3), within(1e-9));
        assertThat(strengths.of(1, 0)).isZero();
        assertThat(strengths.convergence().converged()).isTrue();
    }

    /** That 2 never follows though exposed as long counts against it: censoring. */
    @Test
    void whoNeverFollowsHasALowerStrengthThanWhoDoes() {
        var log = Logs.of(3, new int[] {0, 0}, new int[] {HOUR, 1}, new int[] {50 * HOUR, 2}, new int[] {99 * HOUR, 0});

        var strengths = Strengths.learned(log, SETTINGS);

        assertThat(strengths.of(0, 1)).isGreaterThan(10 * strengths.of(0, 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noIterationMakesTheLogLessLikely(long seed) {
        var log = Logs.drawn(seed);
        double before = Double.NEGATIVE_INFINITY;

        for (int iterations = 1; iterations <= 12; iterations++) {
            double after = Strengths.learned(log, SETTINGS.withMaxIterations(iterations))
                    .convergence()
                    .logPosterior();
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-9);
            before = after;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void strengthsAreFinitePositiveAndTheSameBitsAgain(long seed) {
        var log = Logs.drawn(seed);
        var pooled = SETTINGS.withPrior(Prior.POOLED);

        var once = Strengths.learned(log, pooled);
        var again = Strengths.learned(log, pooled);

        for (int from = 0; from < log.people(); from++) {
            assertThat(once.baseRate(from)).isFinite().isNotNegative().isEqualTo(again.baseRate(from));
            for (int to = 0; to < log.people(); to++) {
                assertThat(once.of(from, to)).isFinite().isNotNegative().isEqualTo(again.of(from, to));
            }
        }
    }

    /** Of a kernel that begins at t, what falls between two events of somebody's with the silence after each cut out, step by step. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTimeAtRiskIsThatOfASlowWalkAlongTheHours(long seed) {
        var log = Logs.drawn(seed);
        var risk = new RiskTimes(log, SETTINGS.silence());
        var first = log.events().getFirst();

        for (int person = 0; person < log.people(); person++) {
            assertThat(risk.mass(first, person, SETTINGS)).isEqualTo(walked(log, first, person), within(2e-3));
        }
    }

    private static double walked(EventLog log, Event from, int person) {
        double step = 20;
        double sum = 0;
        for (double at = from.at() + step / 2; at < from.at() + SETTINGS.lookBack(); at += step) {
            double now = at;
            boolean isSilent = log.events().stream()
                    .anyMatch(event -> event.cascade() == from.cascade()
                            && event.actor() == person
                            && event.at() <= now
                            && now < event.at() + SETTINGS.silence());
            boolean isWatched = at < from.at() + log.span();
            sum += isSilent || !isWatched ? 0 : KERNEL.at(at - from.at()) * step / HOUR;
        }
        return sum;
    }

    @Test
    void aLogThatStopsTooEarlySaysSo() {
        var ending =
                Strengths.learned(Logs.drawn(3), SETTINGS.withMaxIterations(1)).convergence();

        assertThat(ending.converged()).isFalse();
        assertThat(ending.iterations()).isOne();
        assertThat(ending.residual()).isPositive();
    }

    @Test
    void tooManyPeopleForAllPairsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strengths.learned(Logs.of(2_001, new int[] {0, 0}), SETTINGS))
                .withMessageContaining("strengths of all pairs are learned of at most 2000");
    }
}
