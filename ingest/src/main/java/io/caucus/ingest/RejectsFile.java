package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rejects file ({@link RejectsFormat}), its rows in the order in which they were read.
 *
 * <p>Holds personal data as the source does, so only its owner may read it. It is written beside its place and moved there when
 * the import ends: a reader sees all of it or the one before.
 */
final class RejectsFile implements Closeable, RejectReceiver {

    /** A file that only its owner may read, as long as it is open. */
    private record Draft(Path path, FileChannel channel, Writer writer) implements Closeable {

        private static Draft open(Path path, long bytes) throws IOException {
            var channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(bytes).position(bytes);
            return new Draft(path, channel, new BufferedWriter(Channels.newWriter(channel, UTF_8)));
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private final Path place;
    private final RejectedImport origin;
    private final boolean lasting;
    private @Nullable Draft draft;
    private long safeBytes;

    /** One that leaves nothing behind unless it is finished. */
    RejectsFile(Path place, RejectedImport origin) {
        this(place, origin, false);
    }

    private RejectsFile(Path place, RejectedImport origin, boolean lasting) {
        this.place = place.toAbsolutePath();
        this.origin = origin;
        this.lasting = lasting;
    }

    /**
     * One that another run may go on with if this one does not finish it.
     *
     * @param bytes of it that earlier runs wrote, see {@link #isUnfinished}; what they wrote beyond is dropped
     */
    static RejectsFile lasting(Path place, RejectedImport origin, long bytes) throws IOException {
        var file = new RejectsFile(place, origin, true);
        if (bytes > 0) {
            file.draft = Draft.open(unfinished(file.place), bytes);
            file.safeBytes = bytes;
        }
        return file;
    }

    /** Whether a file was begun by an earlier run and has at least so many bytes. */
    static boolean isUnfinished(Path place, long bytes) {
        return bytes == 0 || unfinished(place).toFile().length() >= bytes;
    }

    static void discardUnfinished(Path place) throws IOException {
        Files.deleteIfExists(unfinished(place));
    }

    private static Path unfinished(Path place) {
        return place.resolveSibling("." + String.valueOf(place.getFileName()) + ".unfinished");
    }

    @Override
    public void take(String record, Reject reject) throws IOException {
        add(RejectsFormat.kept(record, reject));
    }

    void add(KeptReject reject) throws IOException {
        if (draft == null) {
            draft = Draft.open(create(), 0);
            draft.writer().write(RejectsFormat.line(origin));
        }
        draft.writer().write(RejectsFormat.line(reject));
    }

    /** Created under a name nobody has, since then it is readable by its owner only. */
    private Path create() throws IOException {
        var folder = Objects.requireNonNull(place.getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        var temporary = Files.createTempFile(folder, ".rejects-", ".jsonl");
        return lasting ? Files.move(temporary, unfinished(place), StandardCopyOption.REPLACE_EXISTING) : temporary;
    }

    /** Puts on the disk what was taken so far, and says how many bytes it is. */
    long safeBytes() throws IOException {
        if (draft != null) {
            draft.writer().flush();
            if (draft.channel().size() > safeBytes) {
                draft.channel().force(false);
                safeBytes = draft.channel().size();
            }
        }
        return safeBytes;
    }

    /** Puts the file in its place; without rejects there is none, not even an earlier one. */
    Optional<Path> finish() throws IOException {
        if (draft == null) {
            Files.deleteIfExists(place);
            return Optional.empty();
        }
        draft.close();
        Files.move(draft.path(), place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        draft = null;
        return Optional.of(place);
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            draft.close();
            if (!lasting) {
                Files.deleteIfExists(draft.path());
            }
        }
    }
}
