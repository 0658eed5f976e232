package io.caucus.scoring.outcome;

/**
 * A column that a target adds to a table of features.
 *
 * @param meaning one sentence
 * @param role of the schema: {@code id}, {@code cutoff}, {@code amount}, {@code input} …
 * @param type of the schema: {@code number}, {@code category} …
 * @param owner who can change it: {@code buyer}, {@code seller} or {@code system}
 */
public record TargetColumn(String name, String meaning, String role, String type, String owner) {}
