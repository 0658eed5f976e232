package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When somebody could have responded: from the beginning of a cascade to its end, but for the silence after each event of theirs. What a
 * pair's strength did <em>not</em> bring about in that time counts against it; this is the censoring of survival analysis.
 *
 * <p><b>Cost.</b> O(e) to build; O(k) for a person with k
 * stretches.
 */
final class RiskTimes {

    private final Map<Long, List<Stretch>> byPerson = new HashMap<>();
    private final Map<Integer, Stretch> cascades = new HashMap<>();
    private final int people;

    /** From one tick to another, the end not included. */
    record Stretch(long from, long to) {}

    RiskTimes(EventLog log, long silence) {
        this.people = log.people();
        for (Event event : log.events()) {
            cascades.computeIfAbsent(event.cascade(), first -> new Stretch(event.at(), event.at() + log.span()));
            interrupt(event, silence);
        }
    }

    private void interrupt(Event event, long silence) {
        var stretches = byPerson.computeIfAbsent(
                series(event.cascade(), event.actor()), first -> new ArrayList<>(List.of(cascade(event.cascade()))));
        var last = stretches.removeLast();
        if (last.from() < event.at() || silence == 0) {
            stretches.add(new Stretch(last.from(), silence == 0 ? last.to() : event.at()));
        }
        if (silence > 0) {
            stretches.add(new Stretch(later(event.at(), silence), last.to()));
        }
    }

    /** How much of a kernel that begins at an event fell on times when somebody could have responded within the look-back. */
    double mass(Event event, int person, Settings settings) {
        long until = later(event.at(), settings.lookBack());
        double mass = 0;
        for (Stretch stretch : of(event.cascade(), person)) {
            long from = Math.max(stretch.from(), event.at());
            long to = Math.min(stretch.to(), until);
            if (from < to) {
                mass += settings.kernel().mass((double) (from - event.at()), (double) (to - event.at()));
            }
        }
        return mass;
    }

    /** How long somebody could have responded in all cascades together, in ticks. */
    double[] lengths() {
        var lengths = new double[people];
        for (int cascade : cascades.keySet().stream().sorted().toList()) {
            for (int person = 0; person < people; person++) {
                for (Stretch stretch : of(cascade, person)) {
                    lengths[person] += Math.max(0, stretch.to() - stretch.from());
                }
            }
        }
        return lengths;
    }

    private List<Stretch> of(int cascade, int person) {
        var theirs = byPerson.get(series(cascade, person));
        return theirs == null ? List.of(cascade(cascade)) : theirs;
    }

    private Stretch cascade(int cascade) {
        return Objects.requireNonNull(cascades.get(cascade));
    }

    private long series(int cascade, int person) {
        return (long) cascade * people + person;
    }

    /** Without running over the end of time. */
    private static long later(long tick, long by) {
        return tick > Long.MAX_VALUE - by ? Long.MAX_VALUE : tick + by;
    }
}
