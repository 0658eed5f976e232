package io.caucus.localneo4j;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process. Pids are handed out again, so the start is kept beside it.
 *
 * @param started {@link Instant#EPOCH} where the system does not tell
 */
record ProcessIdentity(long pid, Instant started) {

    /** Starts are worked out from the boot time, which moves a little whenever the clock is set right. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(5);

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process));
    }

    /** The process, unless it has ended. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(process -> isRunning(process) && started(process));
    }

    boolean isRunning() {
        return find().isPresent();
    }

    /** A process that was killed and that nobody has waited for still has a pid, but no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private boolean started(ProcessHandle process) {
        var actual = startOf(process);
        return actual.equals(Instant.EPOCH)
                || started.equals(Instant.EPOCH)
                || Duration.between(actual, started).abs().compareTo(CLOCK_DRIFT) < 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
