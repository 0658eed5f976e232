package io.caucus.ingest.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A durable queue in a folder: records are appended by any number of threads and read by one.
 *
 * <p>{@link #append} returns once the record is on the disk: those who wait for the disk at the same time share one flush. A record
 * that was appended is read again after each opening until {@link #checkpoint} passes it, so its effect must not depend on how
 * often it is applied. A process that is killed at any instant loses nothing that {@code append} has returned for.
 *
 * <p><b>Bounds.</b> {@link SpoolLimits}. One process at a time: a lock file sees to it.
 */
public final class Spool implements Closeable {

    private static final String LOCK = "lock";
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;
    private final SpoolLimits limits;
    private final FileChannel lockFile;
    private final FileLock lock;

    /** Guards where the next frame goes. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Guards flushing; whoever holds both took {@link #writing} first. */
    private final ReentrantLock flushing = new ReentrantLock();

    private final Condition flushed = flushing.newCondition();

    /** Looked up once: finding it reads the table of all mounts. */
    private final FileStore disk;

    private FileChannel channel;
    private volatile Position written;
    private Position durable;
    private volatile Position applied;
    private volatile @Nullable IOException broken;

    private Spool(Path folder, SpoolLimits limits, FileChannel lockFile, FileLock lock) throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.lockFile = lockFile;
        this.lock = lock;
        disk = Files.getFileStore(folder);
        var numbers = Segment.numbers(folder);
        long last = numbers.isEmpty() ? 1 : numbers.getLast();
        channel = openSegment(last);
        written = new Position(last, cutTornTail(channel));
        channel.force(true);
        syncFolder();
        durable = written;
        applied = readCheckpoint(numbers.isEmpty() ? 1 : numbers.getFirst());
    }

    /** @throws IOException when the folder cannot be used, or another process uses it */
    public static Spool open(Path folder, SpoolLimits limits) throws IOException {
        createFolder(folder);
        var lockFile = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new Spool(folder, limits, lockFile, lock(lockFile, folder));
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static FileLock lock(FileChannel file, Path folder) throws IOException {
        try {
            var lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            // The same as if another process held it.
        }
        throw new IOException("spool '%s' is in use by another process; stop that one first".formatted(folder));
    }

    private FileChannel openSegment(long number) throws IOException {
        return FileChannel.open(
                Segment.file(folder, number),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static long cutTornTail(FileChannel channel) throws IOException {
        long sound = Segment.soundLength(channel);
        channel.truncate(sound);
        if (sound == 0) {
            Segment.writeHeader(channel);
            return Segment.HEADER_BYTES;
        }
        return sound;
    }

    private Position readCheckpoint(long firstSegment) throws IOException {
        var file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            return new Position(firstSegment, Segment.HEADER_BYTES);
        }
        var text = Files.readString(file).strip();
        var position = Position.parse(text)
                .orElseThrow(() -> new IOException(
                        "'%s' holds '%s', must hold a position such as 1-8. Delete it to apply all that is archived once more; what is known has no second effect."
                                .formatted(file, text)));
        return position.compareTo(written) > 0 ? written : position;
    }

    /**
     * Appends a record and returns where it stands, once it is on the disk.
     *
     * @throws SpoolFull when it would exceed what may wait, or the disk has no room; nothing was appended
     * @throws IOException when the disk fails; whether the record will be read is not known, and no other is taken until the
     *     spool is opened again
     */
    public Position append(byte[] content) throws IOException {
        if (content.length > Segment.MOST_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "record has %d bytes, may have %d".formatted(content.length, Segment.MOST_CONTENT_BYTES));
        }
        var place = write(content);
        flush(new Position(place.segment(), place.offset() + Segment.FRAME_BYTES + content.length));
        return place;
    }

    private Position write(byte[] content) throws IOException {
        writing.lock();
        try {
            refuseIfBroken();
            refuseIfFull(content.length);
            if (written.offset() >= limits.segmentBytes()) {
                beginSegment();
            }
            var place = written;
            Segment.writeFully(channel, Segment.frame(content), place.offset());
            written = new Position(place.segment(), place.offset() + Segment.FRAME_BYTES + content.length);
            return place;
        } catch (SpoolFull e) {
            throw e;
        } catch (IOException e) {
            throw broke(e);
        } finally {
            writing.unlock();
        }
    }

    private void refuseIfBroken() throws IOException {
        var cause = broken;
        if (cause != null) {
            throw new IOException("spool '%s' takes nothing since its disk failed".formatted(folder), cause);
        }
    }

    private void refuseIfFull(int more) throws IOException {
        if (waitingBytes() + more > limits.mostWaitingBytes()) {
            throw new SpoolFull(
                    "%d bytes wait in spool '%s', %d may".formatted(waitingBytes(), folder, limits.mostWaitingBytes()));
        }
        if (disk.getUsableSpace() < limits.leastFreeBytes() + more) {
            throw new SpoolFull(
                    "the disk of spool '%s' has less than %d bytes free".formatted(folder, limits.leastFreeBytes()));
        }
    }

    /** What may have been written in part must not be followed by anything: the frames behind it could not be found again. */
    private IOException broke(IOException cause) {
        broken = cause;
        return cause;
    }

    private void beginSegment() throws IOException {
        flushing.lock();
        try {
            channel.force(false);
            channel.close();
            long number = written.segment() + 1;
            channel = openSegment(number);
            Segment.writeHeader(channel);
            channel.force(true);
            syncFolder();
            written = new Position(number, Segment.HEADER_BYTES);
            durable = written;
        } finally {
            flushing.unlock();
        }
    }

    /** Returns once everything before a place is on the disk. Whoever comes while another flushes is served by the next flush. */
    private void flush(Position end) throws IOException {
        flushing.lock();
        try {
            if (durable.compareTo(end) >= 0) {
                return;
            }
            refuseIfBroken();
            var reached = written;
            channel.force(false);
            durable = reached;
            flushed.signalAll();
        } catch (IOException e) {
            throw broke(e);
        } finally {
            flushing.unlock();
        }
    }

    private void syncFolder() throws IOException {
        try (var directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    /**
     * The next records behind a place, in the order in which they were appended; waits for the first one.
     *
     * @param from a checkpoint, or {@link Spooled#next} of the last record read
     * @return empty when none came in time
     */
    public List<Spooled> read(Position from, int mostRecords, long mostBytes, Duration patience)
            throws IOException, InterruptedException {
        var end = awaitBehind(from, patience);
        var place = from;
        while (place.compareTo(end) < 0) {
            long until = place.segment() == end.segment() ? end.offset() : size(place.segment());
            if (place.offset() < until) {
                return Segment.readFrom(folder, place, until, mostRecords, mostBytes);
            }
            place = new Position(place.segment() + 1, Segment.HEADER_BYTES);
        }
        return List.of();
    }

    private Position awaitBehind(Position from, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        flushing.lockInterruptibly();
        try {
            while (durable.compareTo(from) <= 0 && left > 0) {
                left = flushed.awaitNanos(left);
            }
            return durable;
        } finally {
            flushing.unlock();
        }
    }

    /** The record at a place, as long as its segment is kept. */
    public static Optional<byte[]> find(Path folder, Position place) throws IOException {
        var file = Segment.file(folder, place.segment());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var segment = FileChannel.open(file)) {
            return Segment.read(segment, place.offset());
        }
    }

    /** Up to where everything has been applied. */
    public Position checkpoint() {
        return applied;
    }

    /** Notes that everything before a place has been applied. */
    public void checkpoint(Position place) throws IOException {
        var draft = folder.resolve(CHECKPOINT + ".new");
        try (var file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Segment.writeFully(file, StandardCharsets.US_ASCII.encode(place.toString()), 0);
            file.force(true);
        }
        Files.move(
                draft, folder.resolve(CHECKPOINT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        applied = place;
    }

    /** How much waits to be applied. */
    public long waitingBytes() throws IOException {
        var from = checkpoint();
        var to = written;
        long bytes = to.offset() - from.offset();
        for (long number = from.segment(); number < to.segment(); number++) {
            bytes += size(number);
        }
        return bytes;
    }

    /** Deletes what was applied and is too old, or too much, to keep. */
    public void trimArchive(Instant now) throws IOException {
        long applied = checkpoint().segment();
        var archived = Segment.numbers(folder).stream()
                .filter(number -> number < applied)
                .toList();
        long bytes = 0;
        for (long number : archived.reversed()) {
            bytes += size(number);
            var age = Duration.between(
                    Files.getLastModifiedTime(Segment.file(folder, number)).toInstant(), now);
            if (bytes > limits.mostArchivedBytes() || age.compareTo(limits.keepArchived()) > 0) {
                Files.deleteIfExists(Segment.file(folder, number));
            }
        }
    }

    private long size(long number) throws IOException {
        var file = Segment.file(folder, number);
        return Files.exists(file) ? Files.size(file) : Segment.HEADER_BYTES;
    }

    @Override
    public void close() throws IOException {
        writing.lock();
        try {
            channel.close();
            lock.release();
            lockFile.close();
        } finally {
            writing.unlock();
        }
    }
}
