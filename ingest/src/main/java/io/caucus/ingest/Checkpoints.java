package io.caucus.ingest;

import java.io.IOException;

/** Says how far an import has come, at the moment when a batch is handed over to be written. */
@FunctionalInterface
interface Checkpoints {

    Checkpoint now() throws IOException;
}
