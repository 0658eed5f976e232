package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.SourceRecord;
import java.util.List;
import java.util.Set;

/** Writes facts so that each source record takes effect exactly once, however often it is delivered, by however many threads. */
public interface FactWriter {

    /**
     * Writes the records that have not been written before, in one transaction with the ledger that remembers them. The
     * batch may hold duplicates and come in any order.
     *
     * @param batchId the import that brings them, for the audit trail
     */
    Written write(String batchId, List<SourcedFacts> batch);

    /**
     * How a batch ended: {@code written + duplicates} is the number of records given.
     *
     * @param duplicates records that had been written before, or stood twice in the batch
     */
    record Written(Set<SourceRecord> written, int duplicates) {

        public Written {
            written = Set.copyOf(written);
        }
    }
}
