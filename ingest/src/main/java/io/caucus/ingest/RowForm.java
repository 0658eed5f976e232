package io.caucus.ingest;

import java.util.List;

/** How the rows of one file are written, each standing by itself. */
sealed interface RowForm permits CsvForm, JsonForm {

    /** @param header the first record of the file; of no matter to JSON lines, whose rows name their own columns */
    static RowForm of(String file, String header) {
        return switch (FileForm.of(file)) {
            case CSV -> CsvForm.under(header);
            case JSON_LINES -> new JsonForm();
        };
    }

    /** @throws RejectedRow when the text is no row of the file */
    RowValues read(String text);

    /** The row with another value in a column; a row that names its own columns gets it if it had none. */
    String changed(String text, String column, String value);

    /** The columns every row must have, in their order; empty where each row names its own. */
    List<String> columns();

    /** Whether a row may have a column that it does not have now. */
    boolean mayGain();
}
