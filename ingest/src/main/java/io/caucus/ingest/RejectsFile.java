package io.caucus.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rejects file ({@link RejectsFormat}), its rows in the order in which they were read.
 *
 * <p>Holds personal data as the source does, so only its owner may read it. It is written beside its place and moved there when
 * the import ends: a reader sees all of it or the one before.
 */
final class RejectsFile implements Closeable, RejectReceiver {

    private final Path place;
    private final RejectedImport origin;
    private @Nullable Path temporary;
    private @Nullable Writer writer;

    RejectsFile(Path place, RejectedImport origin) {
        this.place = place.toAbsolutePath();
        this.origin = origin;
    }

    @Override
    public void take(String record, Reject reject) throws IOException {
        add(RejectsFormat.kept(record, reject));
    }

    void add(KeptReject reject) throws IOException {
        if (writer == null) {
            var folder = place.getParent();
            Files.createDirectories(folder == null ? place : folder);
            // Created readable by its owner only.
            temporary = Files.createTempFile(folder, ".rejects-", ".jsonl");
            writer = Files.newBufferedWriter(temporary);
            writer.write(RejectsFormat.line(origin));
        }
        writer.write(RejectsFormat.line(reject));
    }

    /** Puts the file in its place; without rejects there is none, not even an earlier one. */
    Optional<Path> finish() throws IOException {
        if (writer == null || temporary == null) {
            Files.deleteIfExists(place);
            return Optional.empty();
        }
        writer.close();
        Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        temporary = null;
        return Optional.of(place);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }
}
