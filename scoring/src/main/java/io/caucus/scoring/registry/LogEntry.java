package io.caucus.scoring.registry;

import java.time.Instant;

/**
 * A line of the changelog.
 *
 * @param number from 1
 * @param hash of this line, over its content and the hash of the one before
 */
public record LogEntry(int number, Instant at, UserName by, Change change, String hash) {}
