package io.caucus.ingest;

import static io.caucus.ingest.EventColumns.ACTOR;
import static io.caucus.ingest.EventColumns.AT;
import static io.caucus.ingest.EventColumns.CASCADE;
import static io.caucus.ingest.EventColumns.CHANNEL;
import static io.caucus.ingest.EventColumns.ID;
import static io.caucus.ingest.EventColumns.MOST_REACHED;
import static io.caucus.ingest.EventColumns.REACH;
import static io.caucus.ingest.EventColumns.REACHED;
import static io.caucus.ingest.EventColumns.RESPONSE_TO;
import static io.caucus.ingest.EventColumns.TRIGGERED_BY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who did what when, in CSV or JSON lines: a log that belongs to no CRM. It is read as exports are, compressed or not, and its bad rows
 * are kept as theirs are.
 *
 * <p><b>Cost.</b> Held in memory as a whole. <b>Determinism.</b> Events stand as in the file.
 */
public final class EventLogFile {

    private static final String KIND = "event";
    private static final int MOST_DIGITS_OF_A_COUNT = 9;

    private final EventColumns columns;
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, Taken> byId = new HashMap<>();
    private long read;
    private long duplicate;

    /** A row that says what it must; what it responds to has not been looked up. */
    private record Taken(LoggedEvent event, RawRecord raw, String content, Optional<String> responseTo) {}

    /**
     * What was read: read = accepted + duplicate + rejected.
     *
     * @param events the accepted rows
     * @param rejected the others, by why
     * @param rejects where they are kept, if there are any
     * @param broken why reading ended before the end of the file, if it did
     */
    public record Contents(
            List<LoggedEvent> events,
            long read,
            long duplicate,
            SortedMap<RejectCode, Long> rejected,
            Optional<Path> rejects,
            List<String> columnsNotRead,
            Optional<String> broken) {

        public Contents {
            events = List.copyOf(events);
            rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
            columnsNotRead = List.copyOf(columnsNotRead);
        }

        public long rejectedRows() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private EventLogFile(EventColumns columns) {
        this.columns = columns;
    }

    /**
     * Reads a log.
     *
     * @param rejects where rejected rows go, in the form of an import's
     * @throws ImportRefused when there is no such file, or no row of it can be read
     */
    public static Contents read(Path file, EventColumns columns, Path rejects) {
        if (!Files.isRegularFile(file)) {
            throw new ImportRefused("there is no event log '%s'. Name a file of CSV or JSON lines.".formatted(file));
        }
        try (var rows = RowFile.open(file, columns.columns())) {
            return new EventLogFile(columns).contents(file, rows, rejects);
        } catch (RefusedHeader e) {
            throw new ImportRefused(e.file().reason());
        } catch (IOException e) {
            throw new UncheckedIOException("event log '%s' cannot be read".formatted(file), e);
        }
    }

    private Contents contents(Path file, RowFile rows, Path rejects) throws IOException {
        for (var next = rows.next(); next.isPresent(); next = rows.next()) {
            read++;
            switch (next.get()) {
                case RowFile.Read.Good good -> take(good.row());
                case RowFile.Read.Bad bad -> this.rejects.add(bad.reject());
            }
        }
        var events = taken.stream().flatMap(one -> resolved(one).stream()).toList();
        this.rejects.sort(Comparator.comparingLong(reject -> reject.row().line()));
        var counts = new TreeMap<RejectCode, Long>();
        this.rejects.forEach(reject -> counts.merge(reject.code(), 1L, Long::sum));
        return new Contents(
                events,
                read,
                duplicate,
                counts,
                keep(file, rejects),
                rows.columnsNotRead(),
                rows.broken().map(RefusedFile::reason));
    }

    private Optional<Path> keep(Path file, Path place) throws IOException {
        var origin = new RejectedImport(
                "events",
                Optional.empty(),
                new ExportTimes(Optional.empty(), Optional.empty()),
                List.of(RejectedImport.HeaderLine.of(file, "events.csv")));
        try (var kept = new RejectsFile(place, origin)) {
            for (Reject reject : rejects) {
                kept.take(KIND, reject);
            }
            return kept.finish();
        }
    }

    private void take(Row row) {
        try {
            var one = new Taken(
                    event(row),
                    row.raw(),
                    row.contentHash(""),
                    row.find(columns.of(RESPONSE_TO)).map(id -> Keys.nativeId(id, columns.of(RESPONSE_TO))));
            var before = one.event().id().isEmpty()
                    ? null
                    : byId.putIfAbsent(one.event().id(), one);
            if (before == null) {
                taken.add(one);
            } else if (before.content().equals(one.content())) {
                duplicate++;
            } else {
                throw new RejectedRow(
                        RejectCode.BAD_KEY,
                        columns.of(ID),
                        "column '%s' has the id of line %d, which says something else"
                                .formatted(columns.of(ID), before.event().line()));
            }
        } catch (RejectedRow e) {
            rejects.add(e.of(row.raw()));
        }
    }

    private LoggedEvent event(Row row) {
        var reached = reached(row);
        return new LoggedEvent(
                row.raw().line(),
                row.getDate(columns.of(AT), DateForm.ISO_OR_SECONDS),
                Keys.nativeId(row, columns.of(ACTOR)),
                reached,
                reach(row, reached.size()),
                find(row, CHANNEL).orElse(""),
                find(row, CASCADE).orElse(""),
                find(row, ID).orElse(""),
                find(row, TRIGGERED_BY));
    }

    private Optional<String> find(Row row, String column) {
        return row.find(columns.of(column)).map(value -> Keys.nativeId(value, columns.of(column)));
    }

    private SortedSet<String> reached(Row row) {
        var names = new ArrayList<String>();
        row.findWords(columns.of(REACHED))
                .ifPresent(list -> names.addAll(List.of(list.split(Pattern.quote(columns.between()), -1))));
        for (int index = 0; index < MOST_REACHED && row.has(columns.reached(index)); index++) {
            row.find(columns.reached(index)).ifPresent(names::add);
        }
        if (row.has(columns.reached(MOST_REACHED))) {
            throw new RejectedRow(
                    RejectCode.TOO_LARGE,
                    columns.of(REACHED),
                    "column '%s' has more than %d elements".formatted(columns.of(REACHED), MOST_REACHED));
        }
        var reached = new TreeSet<String>();
        names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> reached.add(Keys.nativeId(name, columns.of(REACHED))));
        return reached;
    }

    private OptionalInt reach(Row row, int named) {
        var column = columns.of(REACH);
        var text = row.findWhole(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean isCount =
                text.get().length() <= MOST_DIGITS_OF_A_COUNT && Integer.parseInt(text.get()) >= Math.max(1, named);
        if (!isCount) {
            throw new RejectedRow(
                    RejectCode.BAD_NUMBER,
                    column,
                    "column '%s' has '%s', must be at least 1 and the %d whom the row names, and below a billion"
                            .formatted(column, Row.shown(text.get()), named));
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    /** With the person whose event it responds to; rejected where there is no such event, or another person is told. */
    private Optional<LoggedEvent> resolved(Taken one) {
        try {
            return Optional.of(one.responseTo()
                    .map(id -> one.event().triggeredBy(actorOf(id, one.event())))
                    .orElse(one.event()));
        } catch (RejectedRow e) {
            rejects.add(e.of(one.raw()));
            return Optional.empty();
        }
    }

    private String actorOf(String id, LoggedEvent response) {
        var column = columns.of(RESPONSE_TO);
        var found = Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.UNRESOLVED_REFERENCE,
                        column,
                        "column '%s' has an id that no row of the file has in column '%s'"
                                .formatted(column, columns.of(ID))))
                .event();
        if (response.triggeredBy()
                .filter(person -> !person.equals(found.actor()))
                .isPresent()) {
            throw new RejectedRow(
                    RejectCode.AMBIGUOUS_REFERENCE,
                    column,
                    "column '%s' names the event in line %d, whose actor is not whom column '%s' names"
                            .formatted(column, found.line(), columns.of(TRIGGERED_BY)));
        }
        return found.actor();
    }
}
