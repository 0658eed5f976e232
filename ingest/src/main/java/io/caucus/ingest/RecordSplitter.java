package io.caucus.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into its records, as bytes, so that one bad record costs only itself.
 *
 * <p>A CSV parser that reads a whole file has to give up where a quote stays open, a value is gigantic or a byte is no
 * character. This one only finds where records end (RFC 4180: at a line end outside quotes; a quote opens only at the start of
 * a value); the parser then gets one record at a time, and a reject can show the row exactly as it was.
 *
 * <p>A quote that is never closed would swallow the rest of the file: then the record is taken to be its first line, and
 * reading goes on with the next. After that no quote can stay open again, since whatever would close it would have closed the
 * first one, so a file is read at most twice.
 *
 * <p><b>Cost.</b> One pass; memory for one record of at most {@link #MAX_RECORD_BYTES}.
 */
final class RecordSplitter implements Closeable {

    static final int MAX_RECORD_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END_OF_FILE = -1;
    private static final int NO_CHARACTER = 0xFFFF;
    private static final int NOT_YET = -1;

    private enum State {
        VALUE_START,
        /** Within a value that no quote opens; of JSON lines, whose strings hold no line ends, all is read so. */
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final String file;
    private final FileBytes bytes;
    private final State recordStart;
    private final FileEncoding encoding;
    private final char separator;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int unitBytes;
    private int filled;
    private long bufferStart;

    private long line = 1;
    private boolean afterCarriageReturn;

    private byte[] record = new byte[4096];
    private int kept;
    private boolean tooLarge;

    RecordSplitter(Path path) throws IOException {
        file = String.valueOf(path.getFileName());
        bytes = FileBytes.open(path);
        recordStart = switch (FileForm.of(file)) {
            case CSV -> State.VALUE_START;
            case JSON_LINES -> State.PLAIN;
        };
        try {
            fill();
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
        encoding = FileEncoding.of(buffer, filled);
        next = encoding.markBytes();
        separator = Separator.in(new String(buffer, next, filled - next, encoding.charset()));
    }

    /** What stands between the values of a row of CSV. */
    char separator() {
        return separator;
    }

    /** Bytes of the file, as it is stored, read so far. */
    long storedPosition() throws IOException {
        return bytes.storedPosition(position());
    }

    /** The line on which reading goes on, from 1. */
    long line() {
        return line;
    }

    /** Where the next record begins. */
    Place place() {
        return new Place(position(), line, afterCarriageReturn);
    }

    /** Goes on where an earlier reading of the same file was. */
    void goTo(Place place) throws IOException {
        seek(place.position());
        line = place.line();
        afterCarriageReturn = place.afterCarriageReturn();
    }

    private long position() {
        return bufferStart + next;
    }

    /** The next record that is not an empty line, or null at the end. */
    @Nullable
    RawRecord next() throws IOException {
        var found = nextLineOrRecord();
        while (found != null && found.bytes().length == 0) {
            found = nextLineOrRecord();
        }
        return found;
    }

    private @Nullable RawRecord nextLineOrRecord() throws IOException {
        kept = 0;
        tooLarge = false;
        long startLine = line;
        long secondLineAt = NOT_YET;
        int keptOfFirstLine = 0;
        boolean firstLineMayEndInPair = false;
        var state = recordStart;
        while (true) {
            int unit = read();
            if (unit == END_OF_FILE) {
                return atEnd(state, startLine, secondLineAt, keptOfFirstLine, firstLineMayEndInPair);
            }
            boolean lineFeedOfPair = unit == '\n' && afterCarriageReturn;
            boolean lineEnd = unit == '\n' || unit == '\r';
            afterCarriageReturn = unit == '\r';
            if (lineEnd && !lineFeedOfPair) {
                line++;
            }
            if (lineFeedOfPair && state != State.QUOTED && kept == 0) {
                startLine = line;
                continue;
            }
            if (lineEnd && state != State.QUOTED) {
                return finish(startLine, Optional.empty());
            }
            if (lineEnd && secondLineAt == NOT_YET) {
                keptOfFirstLine = kept;
                firstLineMayEndInPair = unit == '\r';
                secondLineAt = position();
            }
            keep();
            state = recordStart == State.PLAIN ? State.PLAIN : after(state, unit);
        }
    }

    private State after(State state, int unit) {
        return switch (state) {
            case VALUE_START -> unit == '"' ? State.QUOTED : unit == separator ? State.VALUE_START : State.PLAIN;
            case PLAIN -> unit == separator ? State.VALUE_START : State.PLAIN;
            case QUOTED -> unit == '"' ? State.AFTER_QUOTE : State.QUOTED;
            case AFTER_QUOTE -> unit == '"' ? State.QUOTED : unit == separator ? State.VALUE_START : State.PLAIN;
        };
    }

    private @Nullable RawRecord atEnd(
            State state, long startLine, long secondLineAt, int keptOfFirstLine, boolean firstLineMayEndInPair)
            throws IOException {
        if (state != State.QUOTED) {
            return kept == 0 ? null : finish(startLine, Optional.empty());
        }
        if (secondLineAt != NOT_YET) {
            seek(secondLineAt);
            line = startLine + 1;
            afterCarriageReturn = firstLineMayEndInPair;
            kept = keptOfFirstLine;
        }
        return finish(startLine, Optional.of(RejectCode.UNCLOSED_QUOTE));
    }

    private RawRecord finish(long startLine, Optional<RejectCode> problem) {
        var found = problem.isEmpty() && tooLarge ? Optional.of(RejectCode.TOO_LARGE) : problem;
        return new RawRecord(file, startLine, Arrays.copyOf(record, kept), encoding.charset(), found);
    }

    /** The next code unit, or {@link #END_OF_FILE}. Half a unit at the very end is kept, to be refused as no character. */
    private int read() throws IOException {
        unitBytes = encoding.unitBytes();
        if (filled - next < unitBytes) {
            fill();
        }
        if (filled == next) {
            return END_OF_FILE;
        }
        if (filled - next < unitBytes) {
            unitBytes = filled - next;
            next = filled;
            return NO_CHARACTER;
        }
        int unit = encoding.unit(buffer, next);
        next += unitBytes;
        return unit;
    }

    /** Keeps the bytes of the unit just read. */
    private void keep() {
        if (kept + unitBytes > MAX_RECORD_BYTES) {
            tooLarge = true;
            return;
        }
        if (kept + unitBytes > record.length) {
            record = Arrays.copyOf(record, Math.min(MAX_RECORD_BYTES, record.length * 2));
        }
        for (int index = next - unitBytes; index < next; index++) {
            record[kept++] = buffer[index];
        }
    }

    /** Fills the buffer behind what has not been taken yet. */
    private void fill() throws IOException {
        int left = filled - next;
        System.arraycopy(buffer, next, buffer, 0, left);
        bufferStart += next;
        next = 0;
        filled = left;
        while (filled < FileEncoding.LONGEST_MARK || filled == left) {
            int got = bytes.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                return;
            }
            filled += got;
        }
    }

    private void seek(long position) throws IOException {
        bytes.seek(position);
        bufferStart = position;
        next = 0;
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
