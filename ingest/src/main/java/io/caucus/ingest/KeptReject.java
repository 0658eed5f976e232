package io.caucus.ingest;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of a rejects file. It stays in the file when it is corrected or replayed: what came and what was made of it can be
 * told later.
 *
 * @param record the kind of record it was read for
 * @param line where the row starts in its file, from 1
 * @param column the column at fault, empty when it is the row as a whole
 * @param reason the rule that was broken and what to do
 * @param row the row as it came; empty when its bytes are no text
 * @param rowBase64 its bytes, when they are no text
 * @param replayedAt when it was accepted, or found to be known, after all; empty while it is open
 */
public record KeptReject(
        String file,
        String record,
        long line,
        String column,
        RejectCode code,
        String reason,
        Optional<String> row,
        Optional<String> rowBase64,
        Optional<Correction> correction,
        Optional<Instant> replayedAt) {

    /**
     * @param row the whole row, as it should have been
     * @param at when it was corrected
     */
    public record Correction(String row, Instant at) {}

    public KeptReject {
        if (line < 1) {
            throw new IllegalArgumentException("line is %d, must be at least 1".formatted(line));
        }
        if (row.isPresent() == rowBase64.isPresent()) {
            throw new IllegalArgumentException("a reject has its row either as text or as bytes");
        }
    }

    public boolean isOpen() {
        return replayedAt.isEmpty();
    }

    /** Whether nothing of the row can be read as it stands, so that only a correction can change what becomes of it. */
    boolean isUnreadable() {
        return correction.isEmpty() && code.isAboutForm();
    }

    /** What counts now: the correction, else what came. */
    Optional<String> currentRow() {
        return correction.map(Correction::row).or(() -> row);
    }

    KeptReject corrected(String text, Instant at) {
        return new KeptReject(
                file,
                record,
                line,
                column,
                code,
                reason,
                row,
                rowBase64,
                Optional.of(new Correction(text, at)),
                replayedAt);
    }

    KeptReject replayed(Instant at) {
        return new KeptReject(file, record, line, column, code, reason, row, rowBase64, correction, Optional.of(at));
    }

    /** Rejected once more, perhaps for another reason and as another kind of record. */
    KeptReject rejectedAgain(String asRecord, Reject reject) {
        return new KeptReject(
                file,
                asRecord,
                line,
                reject.column(),
                reject.code(),
                RejectsFormat.inWords(reject),
                row,
                rowBase64,
                correction,
                replayedAt);
    }
}
