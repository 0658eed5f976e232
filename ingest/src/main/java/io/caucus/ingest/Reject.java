package io.caucus.ingest;

/**
 * One row that was not imported.
 *
 * @param column the column at fault, empty when it is the row as a whole
 * @param reason the rule that was broken; never holds names or addresses
 */
record Reject(RawRecord row, RejectCode code, String column, String reason) {}
