package io.caucus.graphmodel.quality;

import java.util.List;

/**
 * How an import held against one declared expectation. Values are left out: they may be personal data.
 *
 * @param file the name of the file
 * @param record the kind of record its rows were read for
 * @param rule the expectation in words: {@code is filled}
 * @param judged rows it applied to
 * @param failed rows that did not do as expected
 * @param met whether few enough failed
 * @param lines where the first of those that failed start
 */
public record JudgedExpectation(
        String file,
        String record,
        String column,
        String rule,
        long judged,
        long failed,
        boolean met,
        List<Long> lines) {

    public static final int MOST_LINES = 5;

    public JudgedExpectation {
        lines = List.copyOf(lines);
        if (failed < 0 || failed > judged || lines.size() != Math.min(failed, MOST_LINES)) {
            throw new IllegalArgumentException("%s '%s' failed %d of %d rows with %d lines, which does not add up"
                    .formatted(file, column, failed, judged, lines.size()));
        }
    }
}
