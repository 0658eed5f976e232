package io.caucus.ingest;

import java.io.IOException;
import java.nio.file.Path;
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

        static HeaderLine of(Path path, String usualName) throws IOException {
            var name = String.valueOf(path.getFileName());
            if (FileForm.of(name) == FileForm.JSON_LINES) {
                return new HeaderLine(name, usualName, "");
            }
            try (var records = new RecordSplitter(path)) {
                var header = Optional.ofNullable(records.next()).flatMap(RejectsFormat::text);
                return new HeaderLine(name, usualName, header.orElse(""));
            }
        }

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
