package io.caucus.ingest;

import java.util.List;

/**
 * A file of a mapping and the records in it.
 *
 * @param line where the mapping names it
 */
record MappedFile(String name, int line, DateForm dateForm, List<MappedRecord> records) {

    MappedFile {
        records = List.copyOf(records);
    }
}
