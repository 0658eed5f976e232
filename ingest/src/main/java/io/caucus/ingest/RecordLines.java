package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the records that are proposed for a file: each attribute with the columns it is made of, and why. */
final class RecordLines {

    static final String QUESTION = "QUESTION:";

    private static final int RECORD = 6;
    private static final int ATTRIBUTE = 8;
    private static final int LONGEST_NAME = 36;

    private final SampledFile file;
    private final Set<String> recordNames;
    private final YamlLines lines;

    /** @param recordNames those given so far */
    RecordLines(SampledFile file, Set<String> recordNames, YamlLines lines) {
        this.file = file;
        this.recordNames = recordNames;
        this.lines = lines;
    }

    /** Begins a record with a name of its own. */
    void begin(MappedEntity entity, String name, String why) {
        lines.add(RECORD, "- entity: " + MappedEntity.word(entity), why);
        var bare = name.replaceAll("[^\\p{L}\\p{N} _.-]", "");
        var cut = bare.substring(0, Math.min(LONGEST_NAME, bare.length())).strip();
        var unique = cut;
        for (int number = 2; !recordNames.add(Header.canonical(unique)); number++) {
            unique = cut + " " + number;
        }
        if (!unique.equals(entity.inWords())) {
            lines.add(ATTRIBUTE, "record: " + YamlLines.quoted(unique));
        }
    }

    void attribute(String name, String value, String why) {
        lines.add(ATTRIBUTE, name + ": " + value, why);
    }

    void attribute(String name, SampledColumn column, Meaning meaning, String kind) {
        attribute(name, lines.column(column), why(column, meaning, kind));
    }

    static String why(SampledColumn column, Meaning meaning, String kind) {
        var values = kind.isEmpty() ? "" : ", and the values are " + kind;
        return column.means(meaning) >= 0.99
                ? "sure: so it is called" + values
                : "likely: so a part of its name says" + values;
    }

    void optional(String name, Meaning meaning, Predicate<SampledColumn> kind, String kindInWords) {
        file.find(meaning, kind).ifPresent(column -> attribute(name, column, meaning, kindInWords));
    }

    void optional(String name, Meaning meaning) {
        optional(name, meaning, column -> true, "");
    }

    /** The id of the file's own records, as a key is made of it. */
    String id(SampledColumn id, MappedEntity entity) {
        return key(lines.column(id), id, entity);
    }

    static String key(String written, SampledColumn id, MappedEntity entity) {
        if (id.hasEmails() || (entity.isPerson() && id.hasNames())) {
            return "{column: %s, as: private}".formatted(written);
        }
        return id.values().stream().anyMatch(value -> value.contains(" "))
                ? "{column: %s, as: slug}".formatted(written)
                : written;
    }

    void ownId(SampledColumn id, MappedEntity entity) {
        var certainty = id.mentions(Meaning.ID) > 0 ? "sure" : "likely";
        var rows = file.isDifferentInEachRow(id) ? "each row" : "nearly each row";
        attribute("id", id(id, entity), "%s: it is there and different in %s".formatted(certainty, rows));
    }

    /**
     * When the rows came to be.
     *
     * @param otherwise what stands for no date: {@code beginning} or {@code export}
     */
    void at(String otherwise) {
        var created = file.dated(Meaning.CREATED);
        var only = file.onlyDate();
        if (created.isPresent()) {
            attribute("at", time(created.get(), otherwise), why(created.get(), Meaning.CREATED, "dates"));
        } else if (only.isPresent()) {
            attribute("at", time(only.get(), otherwise), "likely: it is the only date that can be meant");
        } else if (file.dates().columns().size() > 1) {
            attribute(
                    "at",
                    "\"?\"",
                    "%s since when? Dates stand in %s; or %s"
                            .formatted(
                                    QUESTION,
                                    file.dates().columns().stream()
                                            .map(SampledColumn::name)
                                            .collect(Collectors.joining(", ")),
                                    otherwise));
        } else {
            file.dated(Meaning.CLOSED)
                    .ifPresentOrElse(
                            closed -> attribute("at", time(closed, otherwise), "likely: no earlier date is there"),
                            () -> attribute("at", otherwise, "likely: the file does not say since when"));
        }
    }

    String time(SampledColumn column, String otherwise) {
        var written = lines.column(column);
        var place =
                List.of("export", "beginning").contains(column.name()) ? "{column: %s}".formatted(written) : written;
        return column.values().size() < file.rows() ? "[%s, %s]".formatted(place, otherwise) : place;
    }

    void changed() {
        file.dated(Meaning.CHANGED)
                .ifPresent(
                        column -> attribute("changed", time(column, "export"), why(column, Meaning.CHANGED, "dates")));
    }

    void owner() {
        file.find(Meaning.OWNER).ifPresent(column -> attribute("owner", owner(column), why(column, Meaning.OWNER, "")));
    }

    private String owner(SampledColumn column) {
        var written = lines.column(column);
        if (column.hasEmails()) {
            return "{email: %s}".formatted(written);
        }
        return column.hasNames() ? "{name: %s}".formatted(written) : "{id: %s}".formatted(written);
    }

    /** The first of these meanings that a column has, else what the rows are known by. */
    void name(MappedEntity entity, SampledColumn id, Meaning... meanings) {
        var found = Stream.of(meanings)
                .flatMap(meaning -> file.find(meaning, column -> isName(column, id)).stream()
                        .map(column -> new Found(column, why(column, meaning, ""))))
                .findFirst();
        var parts = entity.isPerson() ? nameInParts() : Optional.<String>empty();
        if (parts.isPresent()) {
            attribute("name", parts.get(), "sure: so they are called");
        } else if (found.isPresent()) {
            var column = found.get().column();
            attribute("name", orId(column, id), found.get().why());
        } else {
            attribute("name", lines.column(id), "likely: nothing else names it");
        }
    }

    private record Found(SampledColumn column, String why) {}

    private boolean isName(SampledColumn column, SampledColumn id) {
        boolean reference = column.mentions(Meaning.ID) > 0 || column.hasEmails() || column.hasDomains();
        return column.equals(id) ? id.mentions(Meaning.ID) == 0 : !reference;
    }

    private String orId(SampledColumn column, SampledColumn id) {
        var written = lines.column(column);
        return column.values().size() < file.rows() ? "[%s, %s]".formatted(written, lines.column(id)) : written;
    }

    private Optional<String> nameInParts() {
        var first = file.find(Meaning.FIRST_NAME);
        var last = file.find(Meaning.LAST_NAME, column -> !first.equals(Optional.of(column)));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var joined = "{join: [%s, %s]}".formatted(lines.column(first.get()), lines.column(last.get()));
        return Optional.of(file.find(SampledColumn::hasEmails)
                .map(email -> "[%s, %s]".formatted(joined, lines.column(email)))
                .orElse(joined));
    }

    /** Every word of a column with what it stands for; the unknown ones are questions. */
    <E extends Enum<E>> void words(
            String name, SampledColumn column, Function<String, Optional<E>> meaning, E[] known) {
        lines.add(ATTRIBUTE, name + ":");
        lines.add(ATTRIBUTE + 2, "column: " + lines.column(column));
        lines.add(ATTRIBUTE + 2, "words:", "all that stand there in these rows; another one rejects its row");
        var seen = new LinkedHashSet<String>();
        for (String word : column.values()) {
            if (seen.add(Header.canonical(word))) {
                var meant = meaning.apply(word).map(MappedEntity::word);
                lines.add(
                        ATTRIBUTE + 4,
                        "%s: %s".formatted(YamlLines.quoted(word), meant.orElse("\"?\"")),
                        meant.isPresent() ? "" : oneOf(known));
            }
        }
    }

    /** The question which of these is meant. */
    static String oneOf(Enum<?>[] known) {
        return Arrays.stream(known).map(MappedEntity::word).collect(Collectors.joining(", ", QUESTION + " ", "?"));
    }
}
