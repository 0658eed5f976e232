package io.caucus.graphmodel.quality;

import java.time.Instant;
import java.util.List;

/**
 * What the last finished import of some kinds of record was expected to be, and how it held against that.
 *
 * @param source the system whose records it brought
 * @param finishedAt by our own clock
 */
public record LastJudged(String batchId, String source, Instant finishedAt, List<JudgedExpectation> expectations) {

    public LastJudged {
        expectations = List.copyOf(expectations);
    }
}
