package io.caucus.api.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work end by itself when the process is told to, by Ctrl-C or otherwise: the end of the process waits for it, though not
 * forever.
 */
final class StopRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;

    /** Asked by the work, from time to time. */
    boolean isAsked() {
        return asked;
    }

    /** Said by the work, once it has ended and told so. */
    void ended() {
        ended.countDown();
    }

    /** Asks the work to end, and waits until it has. */
    void askAndWait() {
        asked = true;
        try {
            ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
