package io.caucus.ingest;

import java.io.IOException;

/** The rest of a file cannot be read, or must not be. The message says why and what to do, as sentences. */
final class BrokenFile extends IOException {

    BrokenFile(String message) {
        super(message);
    }
}
