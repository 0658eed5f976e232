package io.caucus.ingest;

import java.util.List;

/**
 * A file of a profile, read for one kind of record.
 *
 * @param names what the file may be called, the usual name first; {@link FileForm#namesOf} tells what else that allows
 * @param dateForm how its dates are written
 */
record SourceFile(List<String> names, DateForm dateForm, RecordMapping mapping) {

    SourceFile {
        names = List.copyOf(names);
    }

    String usualName() {
        return names.getFirst();
    }
}
