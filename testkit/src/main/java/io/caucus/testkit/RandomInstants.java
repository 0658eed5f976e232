package io.caucus.testkit;

import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Awkward instants around {@link RandomWorlds#NOW}: ties, edges of windows, a millisecond beside them, some still ahead. */
final class RandomInstants {

    /** The lengths, in days, of the windows that features look through; 0 is the as-of instant itself. */
    private static final List<Integer> EDGES = List.of(0, 1, 7, 14, 30, 42, 60, 90, 180);

    private static final Duration SPAN = Duration.ofDays(200);
    private static final Duration AHEAD = Duration.ofDays(20);
    private static final Duration LATEST_NEWS = Duration.ofDays(40);

    private final RandomGenerator random;
    private final List<Instant> drawn = new ArrayList<>();

    RandomInstants(RandomGenerator random) {
        this.random = random;
    }

    /** An instant of its own kind, or one that was drawn before. */
    Instant next() {
        var instant = switch (random.nextInt(10)) {
            case 0, 1 -> edge();
            case 2 -> edge().plusMillis(random.nextBoolean() ? 1 : -1);
            case 3, 4 -> drawn.isEmpty() ? edge() : drawn.get(random.nextInt(drawn.size()));
            case 5 -> RandomWorlds.NOW.plus(upTo(AHEAD));
            default -> RandomWorlds.NOW.minus(upTo(SPAN));
        };
        drawn.add(instant);
        return instant;
    }

    /** A time whose fact cannot be seen before {@code earliest}; one in five is learned late, one in twenty in advance. */
    FactTime timeFrom(Instant earliest) {
        var occurredAt = laterOf(next(), earliest);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new FactTime(occurredAt, occurredAt.plus(upTo(LATEST_NEWS)));
            case 4 -> new FactTime(occurredAt, occurredAt.minus(upTo(LATEST_NEWS)));
            default -> FactTime.at(occurredAt);
        };
    }

    FactTime time() {
        return timeFrom(Instant.MIN);
    }

    private Instant edge() {
        return RandomWorlds.NOW.minus(Duration.ofDays(EDGES.get(random.nextInt(EDGES.size()))));
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
