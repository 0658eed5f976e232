package io.caucus.api.cli;

import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.ingest.LoggedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event log of people with names, numbered: those who acted or were reached, and the cascades, in the order of their names. A tick is
 * a microsecond. The order of the rows makes no difference.
 */
final class NamedLog {

    /** That of {@link EventLog#events}, and among equals there by what else they say. */
    private static final Comparator<LoggedEvent> ORDER = Comparator.comparing(LoggedEvent::cascade)
            .thenComparingLong(row -> ticks(row.at()))
            .thenComparing(LoggedEvent::actor)
            .thenComparing(row -> String.join("\n", row.reached()))
            .thenComparingInt(row -> row.reach().orElse(0))
            .thenComparing(LoggedEvent::channel)
            .thenComparing(LoggedEvent::id);

    private final List<String> people;
    private final List<LoggedEvent> rows;
    private final EventLog log;

    private NamedLog(List<String> people, List<LoggedEvent> rows, EventLog log) {
        this.people = people;
        this.rows = rows;
        this.log = log;
    }

    static NamedLog of(List<LoggedEvent> events) {
        var people = names(
                events.stream().flatMap(event -> Stream.concat(Stream.of(event.actor()), event.reached().stream())));
        var cascades = names(events.stream().map(LoggedEvent::cascade));
        var rows = events.stream().sorted(ORDER).toList();
        return new NamedLog(
                people,
                rows,
                EventLog.of(
                        people.size(),
                        rows.stream().map(row -> event(row, people, cascades)).toList()));
    }

    private static Event event(LoggedEvent row, List<String> people, List<String> cascades) {
        int actor = Collections.binarySearch(people, row.actor());
        var reached = row.reached().stream()
                .map(person -> Collections.binarySearch(people, person))
                .collect(Collectors.toCollection(TreeSet::new));
        int others = reached.size() - (reached.contains(actor) ? 1 : 0);
        return new Event(
                ticks(row.at()),
                actor,
                reached,
                Math.max(1, row.reach().orElse(others)),
                Collections.binarySearch(cascades, row.cascade()));
    }

    private static List<String> names(Stream<String> names) {
        return names.distinct().sorted().toList();
    }

    private static long ticks(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    EventLog log() {
        return log;
    }

    String person(int number) {
        return people.get(number);
    }

    /** The row behind an event of the log. */
    LoggedEvent row(int event) {
        return rows.get(event);
    }

    /** By the place of the response in the log, the person who is known to have triggered it. */
    SortedMap<Integer, Integer> triggers() {
        var triggers = new TreeMap<Integer, Integer>();
        for (int place = 0; place < rows.size(); place++) {
            int response = place;
            rows.get(place)
                    .triggeredBy()
                    .map(person -> Collections.binarySearch(people, person))
                    .filter(person -> person >= 0)
                    .ifPresent(person -> triggers.put(response, person));
        }
        return triggers;
    }
}
