package io.caucus.graphmodel.quality;

/** What stands in a column of a file. */
public enum ColumnType {
    TEXT,
    NUMBER,
    DATE,
    BOOLEAN,
    /** Nothing, in the rows that were looked at. */
    EMPTY
}
