package io.caucus.ingest.spool;

import java.io.IOException;

/** The spool takes nothing more until some of it has been applied, or the disk has room again. */
public final class SpoolFull extends IOException {

    private static final long serialVersionUID = 1L;

    SpoolFull(String message) {
        super(message);
    }
}
