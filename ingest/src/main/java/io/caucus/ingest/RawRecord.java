package io.caucus.ingest;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * One record as it stands in the file, before anything is made of it. A class because it holds an array.
 *
 * <p>Of a record larger than {@link RecordSplitter#MAX_RECORD_BYTES} only the beginning is kept.
 */
final class RawRecord {

    private final String file;
    private final long line;
    private final byte[] bytes;
    private final Charset charset;
    private final Optional<RejectCode> problem;

    RawRecord(String file, long line, byte[] bytes, Charset charset, Optional<RejectCode> problem) {
        this.file = file;
        this.line = line;
        this.bytes = bytes;
        this.charset = charset;
        this.problem = problem;
    }

    String file() {
        return file;
    }

    /** The line on which the record starts, from 1. */
    long line() {
        return line;
    }

    byte[] bytes() {
        return bytes;
    }

    Charset charset() {
        return charset;
    }

    /** What is wrong with where the record ends, found before its text is looked at. */
    Optional<RejectCode> problem() {
        return problem;
    }
}
