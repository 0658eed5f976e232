package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static io.caucus.features.propagation.Logs.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TriggerFitTest {

    private static final Settings MAIL = Settings.of(KERNEL, new Odds(0, 1, 1), Prior.POOLED, 1000L * HOUR, 0, true);

    @Test
    void sharesAreByKernelAndReach() {
        var log = Logs.of(4, new int[] {0, 0, 2}, new int[] {HOUR, 1, 2, 3}, new int[] {2 * HOUR, 2});

        var shares = TriggerFit.shares(log, 2, MAIL, Strengths.alike(4, 1, 0.5));

        double older = Math.pow(3, -1.3);
        double newer = Math.pow(2, -1.3) / 2;
        assertThat(shares.get(0)).isEqualTo(older / (older + newer), within(1e-15));
        assertThat(shares.get(1)).isEqualTo(newer / (older + newer), within(1e-15));
        assertThat(TriggerFit.loss(log, MAIL, Strengths.alike(4, 1, 0.5), new TreeMap<>(Map.of(2, 1))))
                .isEqualTo(-Math.log(newer / (older + newer)), within(1e-15));
    }

    /** Two candidates each time, and the true one drawn by the kernel: what drew it comes back. */
    @Test
    void whatDrewTheTriggersIsFound() {
        var truth = new Kernel(2 * HOUR, 1.6);
        var triggers = new TreeMap<Integer, Integer>();
        var log = drawn(truth, triggers);
        var alike = Strengths.alike(3, 1, 0);

        var fit = TriggerFit.of(log, MAIL, alike, triggers, false);

        double best = TriggerFit.loss(log, MAIL.withKernel(truth), alike, triggers);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.loss()).isLessThan(TriggerFit.loss(log, MAIL, alike, triggers));
        assertThat(fit.loss()).isCloseTo(best, within(0.005));
        assertThat(tail(fit.settings().kernel())).isCloseTo(tail(truth), within(0.03));
    }

    /** Only ratios of a kernel decide who triggered what. */
    private static double tail(Kernel kernel) {
        return kernel.at(50 * HOUR) / kernel.at(10 * HOUR);
    }

    private static EventLog drawn(Kernel truth, SortedMap<Integer, Integer> triggers) {
        var random = new SplittableRandom(1);
        var events = new ArrayList<Event>();
        for (int cascade = 0; cascade < 1000; cascade++) {
            long one = random.nextLong(1, 100L * HOUR);
            long other = random.nextLong(1, 100L * HOUR);
            double weightOfOne = truth.at((double) one);
            boolean isOne = random.nextDouble() < weightOfOne / (weightOfOne + truth.at((double) other));
            events.add(new Event(-one, 0, new TreeSet<>(Set.of(2)), 1, cascade));
            events.add(new Event(-other, 1, new TreeSet<>(Set.of(2)), 1, cascade));
            events.add(new Event(0, 2, new TreeSet<>(), 1, cascade));
            triggers.put(3 * cascade + 2, isOne ? 0 : 1);
        }
        return EventLog.of(3, events);
    }
}
