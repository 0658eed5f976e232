package io.caucus.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caucus.graphmodel.ImportWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One import of some files, from its beginning to its end, over as many runs as that takes.
 *
 * <p>A note beside the rejected rows remembers what the graph calls the import, and so where its {@link Checkpoint} is. There is one
 * for each profile and place of files. Whoever runs the import holds a lock on it, which the system takes away from a process that
 * is killed.
 */
final class UnfinishedImport implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_CHARACTERS = 16;

    /** @param rejects where the rejected rows go in the end */
    private record Note(String batchId, String rejects) {}

    private final Path file;
    private final FileChannel channel;
    private final ImportWriter writer;
    private final Note note;
    private final Optional<Checkpoint> reached;

    private UnfinishedImport(
            Path file, FileChannel channel, ImportWriter writer, Note note, Optional<Checkpoint> reached) {
        this.file = file;
        this.channel = channel;
        this.writer = writer;
        this.note = note;
        this.reached = reached;
    }

    /**
     * Goes on with the import that a request asks for, or begins it where that cannot be.
     *
     * @param inputs see {@link Checkpoint#inputs}
     * @throws ImportRefused when it runs at this moment
     */
    static UnfinishedImport open(ImportRequest request, Map<String, String> inputs, ImportWriter writer)
            throws IOException {
        var rejects = request.rejects().toAbsolutePath();
        var file = rejects.resolveSibling(".import-%s.json".formatted(name(request)));
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, request);
            var before = read(channel);
            var reached = before.flatMap(note -> reached(note, inputs, writer, request.progress()));
            var note = before.filter(unused -> reached.isPresent())
                    .orElseGet(() -> new Note(request.batchId(), rejects.toString()));
            if (reached.isEmpty()) {
                RejectsFile.discardUnfinished(Path.of(before.orElse(note).rejects()));
                write(channel, note);
            }
            return new UnfinishedImport(file, channel, writer, note, reached);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The same for each run of the same import. */
    private static String name(ImportRequest request) {
        var what = request.profile() + "\n" + request.source().toAbsolutePath().normalize();
        var hash = Keys.sha256().digest(what.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, NAME_CHARACTERS);
    }

    private static void lock(FileChannel channel, ImportRequest request) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            // Said below.
        }
        throw new ImportRefused(
                "'%s' is being imported by profile '%s' at this moment, by another process. Wait until it has ended, or stop it and run this again."
                        .formatted(request.source(), request.profile()));
    }

    /** Empty as well for a note that was being written when its import was killed: nothing had been told then. */
    private static Optional<Note> read(FileChannel channel) throws IOException {
        var bytes = Channels.newInputStream(channel).readAllBytes();
        try {
            return bytes.length == 0 ? Optional.empty() : Optional.of(JSON.readValue(bytes, Note.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static void write(FileChannel channel, Note note) throws IOException {
        var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(note));
        channel.truncate(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** How far an earlier run came, if it is possible to go on there; else nobody will. */
    private static Optional<Checkpoint> reached(
            Note note, Map<String, String> inputs, ImportWriter writer, Progress progress) {
        var kept = writer.checkpoint(note.batchId());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var checkpoint = Checkpoint.parse(kept.get());
        var hindrance = checkpoint
                .map(there -> hindrance(there, inputs, Path.of(note.rejects())))
                .orElse(Optional.of("it was begun by another version of Caucus"));
        if (hindrance.isEmpty()) {
            return checkpoint;
        }
        writer.end(note.batchId());
        progress.began(
                "An earlier run of this import was interrupted and cannot go on, since %s. It begins anew; rows that were accepted then are duplicates now."
                        .formatted(hindrance.get()));
        return Optional.empty();
    }

    private static Optional<String> hindrance(Checkpoint checkpoint, Map<String, String> inputs, Path rejects) {
        var changed = checkpoint.changed(inputs);
        if (!changed.isEmpty()) {
            return Optional.of("there is a change in: " + String.join(", ", changed));
        }
        return RejectsFile.isUnfinished(rejects, checkpoint.rejectsBytes())
                ? Optional.empty()
                : Optional.of("the rows it had rejected are no longer there");
    }

    String batchId() {
        return note.batchId();
    }

    /** How far an earlier run came. */
    Optional<Checkpoint> reached() {
        return reached;
    }

    RejectsFile rejects(RejectedImport origin) throws IOException {
        return RejectsFile.lasting(
                Path.of(note.rejects()),
                origin,
                reached.map(Checkpoint::rejectsBytes).orElse(0L));
    }

    /** It has come to its end. */
    void end() throws IOException {
        writer.end(note.batchId());
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
