package io.caucus.cypher;

import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.neo4j.driver.Value;

/** Instants as the graph keeps them: {@code DATETIME} in UTC, the two clocks side by side. */
final class Clocks {

    private Clocks() {}

    static OffsetDateTime inCypher(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Value value) {
        return value.asOffsetDateTime().toInstant();
    }

    /** The clocks {@code occurredAt} and {@code knownAt} of a fact. */
    static FactTime time(Value fact) {
        return new FactTime(instant(fact.get("occurredAt")), instant(fact.get("knownAt")));
    }

    /** The clocks {@code endedAt} and {@code endKnownAt} of what may have ended. */
    static Optional<FactTime> end(Value fact) {
        return find(fact, "endedAt", "endKnownAt");
    }

    /** The two clocks of what may not have happened. */
    static Optional<FactTime> find(Value fact, String occurredAt, String knownAt) {
        return fact.get(occurredAt).isNull()
                ? Optional.empty()
                : Optional.of(new FactTime(instant(fact.get(occurredAt)), instant(fact.get(knownAt))));
    }
}
