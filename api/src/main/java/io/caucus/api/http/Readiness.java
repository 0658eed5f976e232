package io.caucus.api.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database something small, with a deadline of its own. While one question hangs, no other is asked: a frozen
 * database costs one thread, however often readiness is looked at.
 */
public final class Readiness implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final Runnable question;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<?> asked;

    /** @param question returns when the database has answered, throws when it cannot */
    public Readiness(Runnable question) {
        this.question = question;
    }

    boolean isReady() {
        try {
            ask().get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<?> ask() {
        var current = asked;
        if (current == null || current.isDone()) {
            current = threads.submit(question);
            asked = current;
        }
        return current;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
