package io.caucus.graphmodel.time;

import java.time.Instant;
import java.util.Comparator;

/**
 * The two clocks of one fact.
 *
 * @param occurredAt when it happened in the world
 * @param knownAt when the business's own systems learned of it; equal to {@code occurredAt} where a source has no such
 *     column. It may lie before {@code occurredAt}: a contract start date is known before it comes.
 */
public record FactTime(Instant occurredAt, Instant knownAt) implements Comparable<FactTime> {

    private static final Comparator<FactTime> ORDER =
            Comparator.comparing(FactTime::occurredAt).thenComparing(FactTime::knownAt);

    /** A fact that was known the moment it happened. */
    public static FactTime at(Instant instant) {
        return new FactTime(instant, instant);
    }

    /** The first instant as of which the fact can be seen. */
    public Instant visibleFrom() {
        return occurredAt.isAfter(knownAt) ? occurredAt : knownAt;
    }

    @Override
    public int compareTo(FactTime other) {
        return ORDER.compare(this, other);
    }
}
