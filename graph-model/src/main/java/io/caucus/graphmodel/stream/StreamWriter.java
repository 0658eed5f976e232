package io.caucus.graphmodel.stream;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.util.List;
import java.util.OptionalLong;

/** Writes the facts of a stream so that its offset moves when they take effect, and only then. */
public interface StreamWriter {

    /** The offset of the next record to tell; empty when nothing of the partition has been written. */
    OptionalLong findNext(StreamPartition partition);

    /**
     * Writes the records that have not been written before, in one transaction with the move.
     *
     * @param batch may be empty: then only the offset moves
     * @throws StaleOffset when the partition does not stand at the beginning of the move
     */
    FactWriter.Written write(String batchId, List<SourcedFacts> batch, StreamMove move);
}
