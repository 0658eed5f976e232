package io.caucus.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mapping takes a time from: the first of these that says one.
 *
 * @param line where the mapping says so
 */
record TimeRule(int line, List<Said> first) {

    /** One place where a time may stand. */
    sealed interface Said {

        record Column(String name, boolean optional) implements Said {}

        /** When the export was made. */
        record Export() implements Said {}

        /** The first date of the export. */
        record Beginning() implements Said {}
    }

    TimeRule {
        first = List.copyOf(first);
    }

    /** What had happened when the export was made; later than that it is rejected. */
    Instant past(Row row, DateForm form, ExportTimes times) {
        return findPast(row, form, times).orElseThrow(this::missing);
    }

    Optional<Instant> findPast(Row row, DateForm form, ExportTimes times) {
        return first.stream()
                .flatMap(said -> past(said, row, form, times).stream())
                .findFirst();
    }

    private static Optional<Instant> past(Said said, Row row, DateForm form, ExportTimes times) {
        return at(said, row, form, times)
                .map(instant -> said instanceof Said.Column column ? times.past(column.name(), instant) : instant);
    }

    /** What may lie ahead. */
    Instant any(Row row, DateForm form, ExportTimes times) {
        return first.stream()
                .flatMap(said -> at(said, row, form, times).stream())
                .findFirst()
                .orElseThrow(this::missing);
    }

    private static Optional<Instant> at(Said said, Row row, DateForm form, ExportTimes times) {
        return switch (said) {
            case Said.Column column -> row.findDate(column.name(), form);
            case Said.Export export -> Optional.of(times.exported());
            case Said.Beginning beginning -> Optional.of(times.begun());
        };
    }

    private RejectedRow missing() {
        return new RejectedRow(
                RejectCode.MISSING_VALUE,
                column(),
                "none of the columns %s has a date, and one must".formatted(columns()));
    }

    /** The column at fault when the time is. */
    String column() {
        return columns().stream().findFirst().orElse("");
    }

    List<String> columns() {
        return first.stream()
                .flatMap(said -> said instanceof Said.Column column ? Stream.of(column.name()) : Stream.empty())
                .toList();
    }

    List<String> required() {
        return first.stream()
                .filter(said -> said instanceof Said.Column column && !column.optional())
                .map(said -> ((Said.Column) said).name())
                .toList();
    }
}
