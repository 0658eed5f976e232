package io.caucus.ingest;

import java.util.List;

/**
 * The import that rejected rows: what replaying them needs beside the rows, so that they come to what they would have come to
 * then.
 *
 * @param times what the rows do not date is told at these, as in the import
 * @param files the files that were read, each once
 */
record RejectedImport(String profile, ExportTimes times, List<HeaderLine> files) {

    /**
     * @param file the name of the file
     * @param usualName what the profile calls it
     * @param header its first row, as it was
     */
    record HeaderLine(String file, String usualName, String header) {}

    RejectedImport {
        files = List.copyOf(files);
    }
}
