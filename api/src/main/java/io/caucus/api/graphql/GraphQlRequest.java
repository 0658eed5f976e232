package io.caucus.api.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param query the document
 * @param operationName which of its operations; null if it has but one
 * @param variables values as JSON has them
 */
public record GraphQlRequest(String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {}
