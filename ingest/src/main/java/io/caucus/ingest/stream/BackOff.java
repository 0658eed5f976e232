package io.caucus.ingest.stream;

import java.time.Duration;

/** How long to wait before the next try: a second, then twice as long each time up to half a minute, until something succeeds. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration next() {
        var wait = next;
        var twice = wait.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return wait;
    }

    /** Whether the last try failed. */
    boolean isTroubled() {
        return !next.equals(FIRST);
    }

    void succeeded() {
        next = FIRST;
    }
}
