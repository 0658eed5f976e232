package io.caucus.ingest;

/** Why a row or an event was not taken into the graph, and what to do about it. The names are stable: scripts may count on them. */
public enum RejectCode {
    INVALID_ENCODING("Save the file as UTF-8, or as UTF-16 with a byte order mark, and import it again."),
    CONTROL_CHARACTER("Remove the NUL character from the row."),
    TOO_LARGE("Shorten the longest value; long texts are not imported anyway."),
    UNCLOSED_QUOTE("Close the quote. If this is the end of the file, it was cut off: export it again."),
    MALFORMED_QUOTE("Put a separator after the closing quote, and write a quote inside a quoted value twice."),
    MALFORMED_JSON(
            "Write one JSON object in the line, each name in it once. If this is the end of the file, it was cut off."),
    RAGGED_ROW(
            "Give the row as many values as the header has columns. If this is the end of the file, it was cut off: export it again."),
    MISSING_VALUE("Fill in the column in the source system and export again."),
    BAD_DATE("Write the date in the form the reason names."),
    BAD_NUMBER("Write digits with a decimal point, without separators or currency."),
    VALUE_TOO_LONG("Shorten the value in the source system, or map another column; texts are not imported."),
    BAD_KEY("Use the id as the source system gives it, 1 to 150 printable characters."),
    UNKNOWN_VALUE("Use one of the words the reason names."),
    UNRESOLVED_REFERENCE("Import the record that is referred to, then import this file again."),
    AMBIGUOUS_REFERENCE("Merge the records that share this name, domain or address, or make it unique."),
    NO_ACCOUNT("Give the contact a company in the source system, import the contacts, then import this file again."),
    DELETED(
            "Restore the record in the source system if it should count; deletions of this kind of record are not kept."),
    AFTER_EXPORT("Correct the date, or say when the export was really made."),
    NOT_AS_EXPECTED("Correct the value in the source system, or change the expectation that rejects it."),
    MALFORMED("Send what the documentation of the event's kind describes."),
    NOT_KEPT("Nothing: the graph has no place for it yet, and the event stays here until it has."),
    MERGED("Nothing: records are not merged yet, and the event stays here until they are."),
    ERASED("Nothing can be erased yet; the event stays here so that the wish is not lost."),
    GAP("Export the records again and import them: the source lost track of what changed."),
    ANONYMOUS("Identify the visitor in the source before tracking what they do.");

    private final String nextStep;

    RejectCode(String nextStep) {
        this.nextStep = nextStep;
    }

    /** Whether the row cannot be taken apart into the values of its columns. */
    boolean isAboutForm() {
        return switch (this) {
            case INVALID_ENCODING,
                    CONTROL_CHARACTER,
                    TOO_LARGE,
                    UNCLOSED_QUOTE,
                    MALFORMED_QUOTE,
                    MALFORMED_JSON,
                    RAGGED_ROW -> true;
            case MISSING_VALUE,
                    BAD_DATE,
                    BAD_NUMBER,
                    VALUE_TOO_LONG,
                    BAD_KEY,
                    DELETED,
                    UNKNOWN_VALUE,
                    UNRESOLVED_REFERENCE,
                    AMBIGUOUS_REFERENCE,
                    NO_ACCOUNT,
                    AFTER_EXPORT,
                    NOT_AS_EXPECTED,
                    MALFORMED,
                    NOT_KEPT,
                    MERGED,
                    ERASED,
                    GAP,
                    ANONYMOUS -> false;
        };
    }

    public String nextStep() {
        return nextStep;
    }
}
