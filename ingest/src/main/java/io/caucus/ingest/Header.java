package io.caucus.ingest;

import java.util.ArrayList;
import java.util.Comparator;
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

    private final List<String> names;
    private final Map<String, Integer> positions;
    private final List<Integer> byName;

    private Header(List<String> names, Map<String, Integer> positions) {
        this.names = names;
        this.positions = positions;
        byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static Header of(String file, List<String> written, Columns columns) throws RefusedHeader {
        var names = written.stream().map(Header::canonical).toList();
        refuseRepeated(file, written, names);
        var positions = new LinkedHashMap<String, Integer>();
        for (String column : columns.all()) {
            int position = names.indexOf(canonical(column));
            if (position >= 0) {
                positions.put(column, position);
            }
        }
        for (String column : columns.required()) {
            if (!positions.containsKey(column)) {
                throw missing(file, column, written);
            }
        }
        return new Header(names, positions);
    }

    /** Of something that has just these fields, in this order. */
    static Header ofNames(List<String> names) {
        var positions = new LinkedHashMap<String, Integer>();
        names.forEach(name -> positions.put(name, positions.size()));
        return new Header(names, positions);
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
                .orElse("Export the file again with this column; columns are separated by commas.");
        return new RefusedHeader(
                file,
                column,
                "%s: column '%s' is missing. The header has %s%s. %s"
                        .formatted(file, column, String.join(", ", found), more, advice));
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
        for (int position = 0; position < names.size(); position++) {
            if (!positions.containsValue(position) && !names.get(position).isEmpty()) {
                notRead.add(written.get(position).strip());
            }
        }
        return List.copyOf(notRead);
    }
}
