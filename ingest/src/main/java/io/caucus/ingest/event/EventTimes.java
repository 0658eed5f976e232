package io.caucus.ingest.event;

import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import java.time.Duration;
import java.time.Instant;

/** When events say they happened. */
public final class EventTimes {

    /** Clocks differ, and zones are mistaken; what lies further ahead has not happened. */
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private EventTimes() {}

    /** @throws RejectedRow when the instant lies more than a day after the event was received */
    public static Instant past(String field, Instant at, Instant receivedAt) {
        if (at.isAfter(receivedAt.plus(TOLERANCE))) {
            throw new RejectedRow(
                    RejectCode.AFTER_EXPORT,
                    field,
                    "'%s' is %s, more than a day after the event was received at %s".formatted(field, at, receivedAt));
        }
        return at;
    }
}
