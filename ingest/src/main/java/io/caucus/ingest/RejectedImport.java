package io.caucus.ingest;

import java.util.List;
import java.util.Optional;

/**
 * The import that rejected rows: what replaying them needs beside the rows, so that they come to what they would have come to
 * then.
 *
 * @param mapping what the columns of profile {@code generic} meant; empty for profiles that know by themselves
 * @param times what the rows do not date is told at these, as in the import
 * @param files the files that were read, each once
 */
record RejectedImport(String profile, Optional<Mapping> mapping, ExportTimes times, List<HeaderLine> files) {

    /**
     * @param file the name of the file
     * @param usualName what the profile calls it
     * @param header its first row, as it was; empty for JSON lines, which have none
     */
    record HeaderLine(String file, String usualName, String header) {

        RowForm form() {
            try {
                return RowForm.of(file, header);
            } catch (RejectedRow e) {
                throw new ImportRefused("the header of '%s' in line 1 of the rejects file is no row of CSV: %s."
                        .formatted(file, e.getMessage()));
            }
        }
    }

    RejectedImport {
        files = List.copyOf(files);
    }

    /** How the rows of a file are written; empty when the import did not read it. */
    Optional<RowForm> form(String file) {
        return files.stream().filter(one -> one.file().equals(file)).findFirst().map(HeaderLine::form);
    }
}
