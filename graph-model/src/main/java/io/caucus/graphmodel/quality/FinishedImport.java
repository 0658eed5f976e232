package io.caucus.graphmodel.quality;

import java.util.List;

/**
 * How the files of an import that came to its end looked.
 *
 * @param source the system whose records it brought
 * @param columns of the files of which at least one row was not rejected
 */
public record FinishedImport(
        String batchId, String source, List<SeenColumn> columns, List<JudgedExpectation> expectations) {

    public FinishedImport {
        columns = List.copyOf(columns);
        expectations = List.copyOf(expectations);
    }
}
