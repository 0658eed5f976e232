package io.caucus.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an import did.
 *
 * @param files in the order in which they were read
 * @param refused files of the profile that were there and could not be read, or not to their end
 * @param missing files of the profile that were not there, by their usual names
 * @param exportedAt the time at which undated facts were told; empty when it was neither given nor to be found
 * @param newestFact the first instant as of which everything in the files can be seen, told now or before
 * @param rejects the file of rejected rows, if there are any
 * @param seconds how long it took
 */
public record ImportReport(
        String profile,
        String batchId,
        List<FileReport> files,
        List<RefusedFile> refused,
        List<String> missing,
        Optional<Instant> exportedAt,
        Optional<Instant> newestFact,
        Optional<Path> rejects,
        double seconds) {

    public ImportReport {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        missing = List.copyOf(missing);
    }

    ImportReport withRejects(Optional<Path> file) {
        return new ImportReport(profile, batchId, files, refused, missing, exportedAt, newestFact, file, seconds);
    }

    public long read() {
        return files.stream().mapToLong(FileReport::read).sum();
    }

    public long accepted() {
        return files.stream().mapToLong(FileReport::accepted).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(FileReport::rejected).sum();
    }

    public long duplicate() {
        return files.stream().mapToLong(FileReport::duplicate).sum();
    }

    public double rowsPerSecond() {
        return seconds > 0 ? read() / seconds : 0;
    }
}
