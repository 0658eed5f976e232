package io.caucus.ingest.stream;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.stream.StreamWriter;
import io.caucus.ingest.webhook.Pending;
import java.util.function.Predicate;

/**
 * Where a stream's events go.
 *
 * @param pending keeps those that cannot be told
 * @param isUnavailable whether a failure of the graph passes by itself, so that waiting is right
 */
public record StreamTarget(
        StreamWriter writer, EntityDirectory directory, Pending pending, Predicate<RuntimeException> isUnavailable) {}
