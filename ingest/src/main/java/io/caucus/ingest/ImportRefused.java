package io.caucus.ingest;

/** An import that cannot begin: no such profile, no such folder, none of the profile's files. The message says what to do. */
public final class ImportRefused extends RuntimeException {

    ImportRefused(String message) {
        super(message);
    }
}
