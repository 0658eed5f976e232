package io.caucus.scoring.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while the changelog is read or written, so that two who come at once come one after the other.
 *
 * <p>A lock on the file keeps other processes out, and the system releases it when a process dies. It does not keep out threads of the
 * same process (closing any channel of the file gives the whole process's lock away), so those queue up before it.
 */
final class RegistryLock {

    private static final ConcurrentHashMap<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final Duration PAUSE = Duration.ofMillis(20);

    private RegistryLock() {}

    /** What is done with the file while nobody else has it. */
    interface Work<T> {
        T on(FileChannel file) throws IOException;
    }

    /** Alone with the file, to write it; it is made if it is not there. */
    static <T> T writing(Path file, Duration patience, Work<T> work) {
        return holding(file, patience, false, work, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** With nobody writing the file, which is there. */
    static <T> T reading(Path file, Duration patience, Work<T> work) {
        return holding(file, patience, true, work);
    }

    private static <T> T holding(
            Path file, Duration patience, boolean isShared, Work<T> work, StandardOpenOption... options) {
        var threads = IN_THIS_PROCESS.computeIfAbsent(file, path -> new ReentrantLock(true));
        long from = System.nanoTime();
        if (!isLocked(threads, patience)) {
            throw busy(file, patience);
        }
        try (var channel = open(file, options)) {
            for (var lock = lock(channel, isShared); lock.isEmpty(); lock = lock(channel, isShared)) {
                if (System.nanoTime() - from > patience.toNanos()) {
                    throw busy(file, patience);
                }
                pause();
            }
            return work.on(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("registry '%s' cannot be used: %s".formatted(file.getParent(), e), e);
        } finally {
            threads.unlock();
        }
    }

    private static FileChannel open(Path file, StandardOpenOption... more) throws IOException {
        var options = new StandardOpenOption[more.length + 1];
        options[0] = StandardOpenOption.READ;
        System.arraycopy(more, 0, options, 1, more.length);
        return FileChannel.open(file, options);
    }

    private static boolean isLocked(ReentrantLock lock, Duration patience) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Released when its channel is closed. */
    private static Optional<FileLock> lock(FileChannel channel, boolean isShared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, isShared));
        } catch (OverlappingFileLockException anotherClassLoaderHasIt) {
            return Optional.empty();
        }
    }

    /** Sleeps, since another process that lets a lock go tells nobody, and a lock waits without a limit. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryBusy interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        var busy = new RegistryBusy("interrupted while another process had the registry; try again");
        busy.initCause(e);
        return busy;
    }

    private static RegistryBusy busy(Path file, Duration patience) {
        return new RegistryBusy(
                "Another process has had the registry %s for more than %d ms. Nothing was done; wait for it, and try again."
                        .formatted(file.getParent(), patience.toMillis()));
    }
}
