package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Held while a server is started, joined or stopped, so that two who come at once end up with one server.
 *
 * <p>A lock on a file keeps other processes out, and the system releases it when a process dies. It does not keep out threads
 * of the same process (closing any channel of the file gives the whole process's lock away), so those queue up before it.
 */
final class StartLock {

    private static final ConcurrentHashMap<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private StartLock() {}

    /**
     * Does the work alone on the folder.
     *
     * @param patience how long to wait for whoever has the lock
     */
    static <T> T holding(DataFolder folder, Duration patience, Supplier<T> work) {
        var deadline = Deadline.in(patience);
        var threads = IN_THIS_PROCESS.computeIfAbsent(folder.startLock(), path -> new ReentrantLock(true));
        if (!isLocked(threads, patience)) {
            throw busy(folder, patience);
        }
        try {
            return holdingFile(folder, deadline, work).orElseThrow(() -> busy(folder, patience));
        } finally {
            threads.unlock();
        }
    }

    private static <T> Optional<T> holdingFile(DataFolder folder, Deadline deadline, Supplier<T> work) {
        try (var channel = FileChannel.open(folder.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isLocked(channel)) {
                if (deadline.hasPassed()) {
                    return Optional.empty();
                }
                deadline.pause();
            }
            return Optional.of(work.get());
        } catch (IOException e) {
            throw DataFolder.notWritable(folder.path(), e);
        }
    }

    private static boolean isLocked(ReentrantLock lock, Duration patience) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherClassLoaderHasIt) {
            return false;
        }
    }

    private static LocalNeo4jException busy(DataFolder folder, Duration patience) {
        return new LocalNeo4jException(
                Problem.FOLDER_BUSY,
                "Another process has been starting or stopping the database in %s for more than %d s. Wait for it, or end it."
                        .formatted(folder.path(), patience.toSeconds()));
    }
}
