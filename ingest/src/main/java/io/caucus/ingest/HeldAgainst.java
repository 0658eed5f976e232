package io.caucus.ingest;

import io.caucus.graphmodel.quality.JudgedExpectation;
import java.util.List;

/**
 * How the rows of one file held against one expectation.
 *
 * @param rule the expectation in words: the column {@code is filled}
 * @param judged rows it applied to; 0 when nothing could be judged; of freshness, which is about the file as a whole, at most 1
 * @param failed rows that did not do as expected
 * @param met whether no more failed than the expectation tolerates
 * @param examples the first that failed, at most {@value JudgedExpectation#MOST_LINES}
 */
public record HeldAgainst(String column, String rule, long judged, long failed, boolean met, List<Example> examples) {

    /**
     * One row that did not do as expected.
     *
     * @param line where it starts
     * @param value what it has there, shortened; empty when it has nothing, or what it has may be personal data
     */
    public record Example(long line, String value) {

        private static final int MOST_SHOWN = 40;

        static String shortened(String value) {
            return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
        }
    }

    public HeldAgainst {
        examples = List.copyOf(examples);
    }

    /** What is remembered of it: the values are left out. */
    JudgedExpectation remembered(String file, String record) {
        return new JudgedExpectation(
                file,
                record,
                column,
                rule,
                judged,
                failed,
                met,
                examples.stream().map(Example::line).toList());
    }
}
