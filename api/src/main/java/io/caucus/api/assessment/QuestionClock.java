package io.caucus.api.assessment;

import io.caucus.graphmodel.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What instant a question about data is asked as of when it does not say: now, or a fixed one, under which a demo or an import
 * of old data stays as fresh as on its first day.
 */
public record QuestionClock(Clock clock, Optional<Instant> fixedAsOf) {

    public AsOf now() {
        return new AsOf(fixedAsOf.orElseGet(clock::instant));
    }
}
