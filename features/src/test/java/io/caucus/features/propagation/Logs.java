package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Logs drawn by seed, and one written down. */
final class Logs {

    static final int HOUR = 3600;
    static final Kernel KERNEL = new Kernel(HOUR, 1.3);
    static final Settings SETTINGS = Settings.of(
            KERNEL, new Odds(1, 5, 20), new Prior(1.02, 0.3, Prior.Toward.NOTHING), 24 * HOUR, 30 * HOUR, true);

    private Logs() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    static EventLog drawn(long seed) {
        var random = new SplittableRandom(seed);
        int people = random.nextInt(2, 7);
        var events = new ArrayList<Event>();
        for (int number = random.nextInt(5, 40); number > 0; number--) {
            var reached = new TreeSet<Integer>();
            random.ints(random.nextInt(3), 0, people).forEach(reached::add);
            events.add(new Event(
                    random.nextLong(200L * HOUR),
                    random.nextInt(people),
                    reached,
                    Math.max(1, reached.size()),
                    random.nextInt(2)));
        }
        return EventLog.of(people, events);
    }

    /** Each {@code at, actor, reached…}; one reached at least. */
    static EventLog of(int people, int[]... told) {
        var events = new ArrayList<Event>();
        for (int[] event : told) {
            var reached = new TreeSet<Integer>();
            for (int i = 2; i < event.length; i++) {
                reached.add(event[i]);
            }
            events.add(Event.of(event[0], event[1], reached));
        }
        return EventLog.of(people, List.copyOf(events));
    }
}
