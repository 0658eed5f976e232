package io.caucus.ingest;

import java.io.IOException;

/** Hears of each rejected row, in the order in which they are read. */
@FunctionalInterface
interface RejectReceiver {

    /** @param record the kind of record the row was read for */
    void take(String record, Reject reject) throws IOException;
}
