package io.caucus.ingest;

/** A mapping gives up on one row; the import goes on. Has no stack trace: a bad file throws one of these for each row. */
final class RejectedRow extends RuntimeException {

    private final RejectCode code;
    private final String column;

    RejectedRow(RejectCode code, String column, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.column = column;
    }

    RejectCode code() {
        return code;
    }

    Reject of(RawRecord row) {
        return new Reject(row, code, column, String.valueOf(getMessage()));
    }
}
