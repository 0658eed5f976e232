package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.time.Duration;

/** A moment until which something is waited for, on a clock that nobody can set back. */
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - nanoTime > 0;
    }

    /** Lets a little time pass before the next look. Sleeps, since a port, a file or another process's end tells nobody. */
    void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static LocalNeo4jException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LocalNeo4jException(
                Problem.INTERRUPTED, "The wait for the database was interrupted. Start it again when needed.", cause);
    }
}
