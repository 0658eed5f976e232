package io.caucus.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The columns of one file: where each column of the profile stands, and what else is there. */
final class Header {

    private static final int MOST_NAMES_SHOWN = 30;

    private final List<String> written;
    private final List<String> names;
    private final Map<String, Integer> positions;
    private final List<Integer> byName;

    private Header(List<String> written, List<String> names, Map<String, Integer> positions) {
        this.written = written;
        this.names = names;
        this.positions = positions;
        byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static Header of(String file, List<String> written, Columns columns) throws RefusedHeader {
        var header = ofRow(written, columns);
        refuseRepeated(file, written, header.names);
        for (String column : columns.required()) {
            if (!header.has(column)) {
                throw missing(file, column, written);
            }
        }
        return header;
    }

    /** The columns of one row that names its own: what it does not have is blank. */
    static Header ofRow(List<String> written, Columns columns) {
        var names = written.stream().map(Header::canonical).toList();
        var places = new HashMap<String, Integer>();
        for (int position = 0; position < names.size(); position++) {
            places.putIfAbsent(names.get(position), position);
        }
        var positions = new LinkedHashMap<String, Integer>();
        for (String column : columns.all()) {
            var position = places.get(canonical(column));
            if (position != null) {
                positions.put(column, position);
            }
        }
        return new Header(written, names, positions);
    }

    /** Whether it is the header of rows with these columns, as the file spells them. */
    boolean isOf(List<String> other) {
        return written.equals(other);
    }

    /** Of something that has just these fields, in this order. */
    static Header ofNames(List<String> names) {
        var positions = new LinkedHashMap<String, Integer>();
        names.forEach(name -> positions.put(name, positions.size()));
        return new Header(names, names, positions);
    }

    static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static void refuseRepeated(String file, List<String> written, List<String> names) throws RefusedHeader {
        var seen = new HashSet<String>();
        for (int index = 0; index < names.size(); index++) {
            var name = names.get(index);
            if (!name.isEmpty() && !seen.add(name)) {
                var column = written.get(index).strip();
                throw new RefusedHeader(
                        file,
                        column,
                        "%s: column '%s' stands twice in the header (again as column %d). Remove or rename one of them."
                                .formatted(file, column, index + 1));
            }
        }
    }

    private static RefusedHeader missing(String file, String column, List<String> written) {
        var found = written.stream().map(String::strip).limit(MOST_NAMES_SHOWN).toList();
        var more = written.size() > MOST_NAMES_SHOWN ? " and %d more".formatted(written.size() - MOST_NAMES_SHOWN) : "";
        var advice = Closest.to(column, found)
                .map(closest -> "The closest is '%s': rename it to '%s'.".formatted(closest, column))
                .orElse(FileForm.of(file).whenOneIsMissing());
        return new RefusedHeader(
                file,
                column,
                "%s: column '%s' is missing. %s %s%s. %s"
                        .formatted(
                                file,
                                column,
                                FileForm.of(file).whereColumnsStand(),
                                String.join(", ", found),
                                more,
                                advice));
    }

    int size() {
        return names.size();
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    int position(String column) {
        return Objects.requireNonNull(positions.get(column), column);
    }

    /** Positions in the order of the columns' canonical names, so that a re-ordered file has the same content. */
    List<Integer> byName() {
        return byName;
    }

    String canonicalName(int position) {
        return names.get(position);
    }

    /** What the file has and the profile does not read, as the header spells it. */
    List<String> notRead(List<String> written) {
        var notRead = new ArrayList<String>();
        var read = new HashSet<>(positions.values());
        for (int position = 0; position < names.size(); position++) {
            if (!read.contains(position) && !names.get(position).isEmpty()) {
                notRead.add(written.get(position).strip());
            }
        }
        return List.copyOf(notRead);
    }
}
