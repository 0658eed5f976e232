package io.caucus.ingest;

/**
 * A file of the profile that was not read at all, because its header cannot be trusted, or not to its end, because the rest
 * cannot be read.
 *
 * @param column the column that is missing or stands twice; empty when it is the header as a whole, or the rest of the file
 * @param reason what was found, and what to do
 */
public record RefusedFile(String file, String column, String reason) {}
