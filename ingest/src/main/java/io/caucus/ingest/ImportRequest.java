package io.caucus.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What to import and how.
 *
 * @param profile one of {@link Importer#profiles()}
 * @param mapping what the columns mean, for profile {@code generic} and no other
 * @param source a folder with the files of an export, or one of them
 * @param batchId the import's name in the audit trail, if it does not go on with an earlier one
 * @param rejects where the rejected rows go, if it does not go on with an earlier import; replaced, and removed when there are none
 * @param exportedAt when the export was made; empty takes the newest date its files mention, which is at most as late
 * @param now when the import begins, for judging how old its files are; empty judges nothing of the kind
 * @param chunkRows how many rows are looked up and written together
 * @param stop asked after each chunk: whether to end there, see {@link ImportStopped}
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
        int chunkRows,
        BooleanSupplier stop) {

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
                DEFAULT_CHUNK_ROWS,
                () -> false);
    }

    public ImportRequest withExportedAt(Instant instant) {
        return new ImportRequest(
                profile, mapping, source, batchId, rejects, Optional.of(instant), now, progress, chunkRows, stop);
    }

    public ImportRequest withNow(Instant instant) {
        return new ImportRequest(
                profile,
                mapping,
                source,
                batchId,
                rejects,
                exportedAt,
                Optional.of(instant),
                progress,
                chunkRows,
                stop);
    }

    public ImportRequest withRejects(Path file) {
        return new ImportRequest(profile, mapping, source, batchId, file, exportedAt, now, progress, chunkRows, stop);
    }

    public ImportRequest withProgress(Progress listener) {
        return new ImportRequest(
                profile, mapping, source, batchId, rejects, exportedAt, now, listener, chunkRows, stop);
    }

    public ImportRequest withChunkRows(int rows) {
        return new ImportRequest(profile, mapping, source, batchId, rejects, exportedAt, now, progress, rows, stop);
    }

    public ImportRequest withStop(BooleanSupplier asked) {
        return new ImportRequest(
                profile, mapping, source, batchId, rejects, exportedAt, now, progress, chunkRows, asked);
    }
}
