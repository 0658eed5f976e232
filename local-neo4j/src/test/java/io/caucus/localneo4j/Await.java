package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Looks again and again until something has come true. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Await() {}

    static void until(Callable<Boolean> condition) throws Exception {
        var deadline = Deadline.in(PATIENCE);
        while (!condition.call()) {
            assertThat(deadline.hasPassed()).isFalse();
            deadline.pause();
        }
    }
}
