package io.caucus.graphmodel.quality;

/**
 * A column as it was seen when its file was imported.
 *
 * @param file what the profile or the mapping calls the file
 * @param name as the file spells it
 */
public record SeenColumn(String file, String name, ColumnType type) {}
