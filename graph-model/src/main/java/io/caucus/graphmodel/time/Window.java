package io.caucus.graphmodel.time;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time {@code (after, until]}: two neighbouring windows share no instant and miss none. */
public record Window(Instant after, Instant until) {

    public Window {
        if (!after.isBefore(until)) {
            throw new IllegalArgumentException(
                    "window (%s, %s] is empty; it must end after it starts".formatted(after, until));
        }
    }

    public boolean contains(Instant instant) {
        return instant.isAfter(after) && !instant.isAfter(until);
    }

    /** The window of the same length that ends where this one starts. */
    public Window previous() {
        return new Window(after.minus(length()), after);
    }

    public Duration length() {
        return Duration.between(after, until);
    }
}
