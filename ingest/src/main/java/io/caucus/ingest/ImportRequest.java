package io.caucus.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to import and how.
 *
 * @param profile one of {@link Importer#profiles()}
 * @param mapping what the columns mean, for profile {@code generic} and no other
 * @param source a folder with the files of an export, or one of them
 * @param batchId the import's name in the audit trail
 * @param rejects where the rejected rows go; replaced, and removed when there are none
 * @param exportedAt when the export was made; empty takes the newest date its files mention, which is at most as late
 * @param now when the import begins, for judging how old its files are; empty judges nothing of the kind
 * @param chunkRows how many rows are looked up and written together
 */
public record ImportRequest(
        String profile,
        Optional<Mapping> mapping,
        Path source,
        String batchId,
        Path rejects,
        Optional<Instant> exportedAt,
        Optional<Instant> now,
        Progress progress,
        int chunkRows) {

    public static final int DEFAULT_CHUNK_ROWS = 1_000;

    public ImportRequest {
        if (batchId.isBlank()) {
            throw new IllegalArgumentException("batch id is blank, must name the import");
        }
        if (chunkRows < 1) {
            throw new IllegalArgumentException("chunk has %d rows, must have at least 1".formatted(chunkRows));
        }
    }

    public ImportRequest(String profile, Path source, String batchId, Path rejects) {
        this(profile, Optional.empty(), source, batchId, rejects);
    }

    public ImportRequest(String profile, Optional<Mapping> mapping, Path source, String batchId, Path rejects) {
        this(
                profile,
                mapping,
                source,
                batchId,
                rejects,
                Optional.empty(),
                Optional.empty(),
                Progress.NONE,
                DEFAULT_CHUNK_ROWS);
    }

    public ImportRequest withExportedAt(Instant instant) {
        return new ImportRequest(
                profile, mapping, source, batchId, rejects, Optional.of(instant), now, progress, chunkRows);
    }

    public ImportRequest withNow(Instant instant) {
        return new ImportRequest(
                profile, mapping, source, batchId, rejects, exportedAt, Optional.of(instant), progress, chunkRows);
    }

    public ImportRequest withRejects(Path file) {
        return new ImportRequest(profile, mapping, source, batchId, file, exportedAt, now, progress, chunkRows);
    }

    public ImportRequest withProgress(Progress listener) {
        return new ImportRequest(profile, mapping, source, batchId, rejects, exportedAt, now, listener, chunkRows);
    }

    public ImportRequest withChunkRows(int rows) {
        return new ImportRequest(profile, mapping, source, batchId, rejects, exportedAt, now, progress, rows);
    }
}
