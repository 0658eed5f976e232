package io.caucus.ingest;

/**
 * A file of the profile that was not read at all, because its header cannot be trusted.
 *
 * @param column the column that is missing or stands twice; empty when the header as a whole is unusable
 * @param reason what was found, and what to do
 */
public record RefusedFile(String file, String column, String reason) {}
