package io.caucus.ingest;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a file that are read, by the names the source gives them.
 *
 * @param required the file is refused without one of these
 * @param optional taken when there
 */
record Columns(List<String> required, List<String> optional) {

    Columns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** These and others that may be there, too. */
    Columns and(List<String> others) {
        return new Columns(
                required,
                Stream.concat(optional.stream(), others.stream().filter(column -> !required.contains(column)))
                        .distinct()
                        .toList());
    }

    List<String> all() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
