package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import java.util.List;
import java.util.Optional;

/** What the rows of one file mean. Everything here may throw {@link RejectedRow}. */
interface RecordMapping {

    /** The kind of record, in the source's own word: {@code contact}. */
    String record();

    Columns columns();

    /** The columns that date something which had happened when the export was made. */
    List<String> dates();

    /** Tells this way of reading a row from another that came before it, whose facts are not its facts; empty where there is one. */
    default String version() {
        return "";
    }

    /** Whether the row is a record of this kind; the others are not counted. */
    default boolean concerns(Row row) {
        return true;
    }

    /** Says which entities the row refers to, so that those of many rows are looked up at once. */
    default void refer(Row row, References references) {}

    /** The column that holds what was said, in words: it is read for signals and not kept. */
    default Optional<String> words() {
        return Optional.empty();
    }

    String nativeId(Row row);

    List<Fact> facts(Row row, Reading reading);
}
