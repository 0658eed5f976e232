package io.caucus.graphmodel.time;

import java.time.Duration;

/** How fast something fades: half of it is left after {@code duration}. */
public record HalfLife(Duration duration) {

    public HalfLife {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("half-life is %s, must be positive".formatted(duration));
        }
    }

    public static HalfLife ofDays(long days) {
        return new HalfLife(Duration.ofDays(days));
    }

    /** The weight left after {@code age}: 1 when new, ½ after one half-life. */
    public double weightAfter(Duration age) {
        return Math.pow(0.5, (double) age.toMillis() / duration.toMillis());
    }
}
