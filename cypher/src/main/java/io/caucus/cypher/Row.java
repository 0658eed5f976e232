package io.caucus.cypher;

import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One row for a statement that writes, put together column by column. */
final class Row {

    /** Nine digits of a second always, so that the text sorts as the time does. */
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    /** In seconds, so late that what is left until then has 13 digits from the year 1 to 9999. */
    private static final long END_OF_TIME = 2_000_000_000_000L;

    private static final int LAST_NANO = 999_999_999;

    private final Map<String, Object> columns = new TreeMap<>();

    /** A telling of something that does not end: its clocks, its source and its version. */
    static Row of(SourceRecord source, FactTime time) {
        return of(source, time, Optional.empty());
    }

    /**
     * A telling of what something is called.
     *
     * @param stated when it was, if it is only assumed for the time it speaks of
     */
    static Row ofName(SourceRecord source, FactTime time, Optional<Instant> stated) {
        var row = of(source, time);
        stated.ifPresent(at -> row.with("version", assumption(source, time, at)));
        return row;
    }

    /** A telling of something that may have ended. */
    static Row of(SourceRecord source, FactTime time, Optional<FactTime> end) {
        var row = new Row()
                .with("occurredAt", Clocks.inCypher(time.occurredAt()))
                .with("knownAt", Clocks.inCypher(time.knownAt()))
                .with("sourceRecordId", source.key())
                .with("version", version(source, time, end));
        end.ifPresent(ended -> row.with("endedAt", Clocks.inCypher(ended.occurredAt()))
                .with("endKnownAt", Clocks.inCypher(ended.knownAt())));
        return row;
    }

    /** A telling of a support request: its answer is newer than its beginning, as its end is. */
    static Row ofTicket(SourceRecord source, Ticket ticket) {
        var row = of(source, ticket.time(), ticket.closed())
                .with("version", version(source, ticket.time(), ticket.last()));
        ticket.answered()
                .ifPresent(answer -> row.with("answeredAt", Clocks.inCypher(answer.occurredAt()))
                        .with("answerKnownAt", Clocks.inCypher(answer.knownAt())));
        return row;
    }

    /**
     * Sorts the tellings of one thing, the newest last: by the latest instant it knows of, then the latest it speaks of, then
     * whether it tells of an end, so that a telling with an end beats the one before it even where a source knows one instant only.
     */
    private static String version(SourceRecord source, FactTime time, Optional<FactTime> end) {
        return "%s|%s|%d|%s"
                .formatted(
                        SORTABLE.format(later(time.knownAt(), end.map(FactTime::knownAt))),
                        SORTABLE.format(later(time.occurredAt(), end.map(FactTime::occurredAt))),
                        end.isPresent() ? 1 : 0,
                        source.key());
    }

    /** Sorts before what was told of the same instants and assumes nothing, and the assumption that was stated first after the others. */
    private static String assumption(SourceRecord source, FactTime time, Instant stated) {
        return "%s|%s|-%d.%09d|%s"
                .formatted(
                        SORTABLE.format(time.knownAt()),
                        SORTABLE.format(time.occurredAt()),
                        END_OF_TIME - stated.getEpochSecond(),
                        LAST_NANO - stated.getNano(),
                        source.key());
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    /** A row that says who or what belongs to the thing that this row tells of, in the same version. */
    Row link(String thing, String other, Object otherKey) {
        return new Row()
                .with(thing, column("key"))
                .with("version", column("version"))
                .with(other, otherKey);
    }

    Row with(String name, Object value) {
        columns.put(name, value);
        return this;
    }

    Row withOptional(String name, Optional<String> value) {
        value.ifPresent(present -> columns.put(name, present));
        return this;
    }

    String identity(List<String> names) {
        return names.stream().map(name -> column(name).toString()).collect(Collectors.joining("\u001f"));
    }

    private Object column(String name) {
        var value = columns.get(name);
        if (value == null) {
            throw new IllegalStateException("row has no column '%s', only %s".formatted(name, columns.keySet()));
        }
        return value;
    }

    Map<String, Object> columns() {
        return Collections.unmodifiableMap(columns);
    }
}
