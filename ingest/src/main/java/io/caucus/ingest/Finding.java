package io.caucus.ingest;

import java.util.Optional;

/**
 * Something odd that was kept as written.
 *
 * @param value empty when the finding is not about one value
 * @param count rows concerned
 * @param closest the listed value that was probably meant
 * @param text the finding as a sentence
 */
public record Finding(
        FindingCode code, String column, String value, long count, Optional<String> closest, String text) {}
