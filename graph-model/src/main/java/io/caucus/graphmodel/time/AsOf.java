package io.caucus.graphmodel.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The instant a question is asked as of. It sees exactly the facts that had occurred <em>and</em> were known by then, so
 * tomorrow's e-mails stay out of last month's training row.
 */
public record AsOf(Instant instant) implements Comparable<AsOf> {

    public boolean sees(FactTime time) {
        return !time.occurredAt().isAfter(instant) && !time.knownAt().isAfter(instant);
    }

    /** How long ago {@code event} was; negative when it lies ahead. */
    public Duration ageOf(Instant event) {
        return Duration.between(event, instant);
    }

    /** The age of {@code event} in days, with fractions. */
    public double daysSince(Instant event) {
        return ageOf(event).toMillis() / (double) Duration.ofDays(1).toMillis();
    }

    /** The window of this length that ends now: {@code (asOf − length, asOf]}. */
    public Window last(Duration length) {
        return new Window(instant.minus(length), instant);
    }

    @Override
    public int compareTo(AsOf other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
