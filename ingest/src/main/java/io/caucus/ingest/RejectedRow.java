package io.caucus.ingest;

/**
 * A mapping gives up on one row or event; the others go on. Has no stack trace: a bad file throws one of these for each row.
 */
public final class RejectedRow extends RuntimeException {

    private final RejectCode code;
    private final String column;

    /**
     * @param column the column or field at fault; empty when it is the row as a whole
     * @param reason the rule that was broken; never holds names or addresses
     */
    public RejectedRow(RejectCode code, String column, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.column = column;
    }

    public RejectCode code() {
        return code;
    }

    public String column() {
        return column;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    Reject of(RawRecord row) {
        return new Reject(row, code, column, reason());
    }
}
