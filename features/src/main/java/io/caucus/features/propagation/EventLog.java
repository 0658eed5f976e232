package io.caucus.features.propagation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Dated actions of people numbered 0, 1, 2 …, oldest first within each cascade; what happened at the same tick keeps its order. */
public final class EventLog {

    private final int people;
    private final List<Event> events;
    private final long span;

    private EventLog(int people, List<Event> events, long span) {
        this.people = people;
        this.events = events;
        this.span = Math.max(span, longestSpan(events));
    }

    /**
     * @param at when, in ticks of any length
     * @param reached whom the action reached, as far as they are numbered
     * @param reach how many people it reached in all, at least 1
     * @param cascade what it is about: events about different things do not explain each other
     */
    public record Event(long at, int actor, SortedSet<Integer> reached, int reach, int cascade) {

        public Event {
            reached = reached.isEmpty()
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(new TreeSet<>(reached));
            if (reach < 1) {
                throw new IllegalArgumentException("an event reached %d people, must be at least 1".formatted(reach));
            }
        }

        /** One that reached those and no others. */
        public static Event of(long at, int actor, SortedSet<Integer> reached) {
            int others = reached.size() - (reached.contains(actor) ? 1 : 0);
            return new Event(at, actor, reached, Math.max(1, others), 0);
        }
    }

    /**
     * A log that was watched until the last event of the cascade that goes on longest.
     *
     * @param people how many there are; actors and those reached are below it
     */
    public static EventLog of(int people, List<Event> events) {
        return of(people, events, 0);
    }

    /** @param span so many ticks from its first event each cascade was watched, or longer if the longest goes on for longer */
    public static EventLog of(int people, List<Event> events, long span) {
        events.forEach(event -> check(event, people));
        return new EventLog(
                people,
                events.stream()
                        .sorted(Comparator.comparingInt(Event::cascade)
                                .thenComparingLong(Event::at)
                                .thenComparingInt(Event::actor))
                        .toList(),
                span);
    }

    private static void check(Event event, int people) {
        boolean known = event.actor() >= 0 && event.actor() < people;
        boolean othersKnown = event.reached().isEmpty()
                || (event.reached().first() >= 0 && event.reached().last() < people);
        if (!known || !othersKnown) {
            throw new IllegalArgumentException("event of person %d that reached %s names somebody outside 0 … %d"
                    .formatted(event.actor(), event.reached(), people - 1));
        }
    }

    public int people() {
        return people;
    }

    /** By cascade, then oldest first, then by actor. */
    public List<Event> events() {
        return events;
    }

    public int size() {
        return events.size();
    }

    /** How many ticks from its first event each cascade was watched. */
    long span() {
        return span;
    }

    private static long longestSpan(List<Event> events) {
        long longest = 0;
        long begun = 0;
        for (int i = 0; i < events.size(); i++) {
            if (i == 0 || events.get(i).cascade() != events.get(i - 1).cascade()) {
                begun = events.get(i).at();
            }
            longest = Math.max(longest, events.get(i).at() - begun);
        }
        return longest;
    }
}
