package io.caucus.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about when an export was made.
 *
 * @param beginning the first date its files mention: users, and records without a date, came to be then
 * @param exportedAt when it was made: what a row does not date is told then
 */
record ExportTimes(Optional<Instant> beginning, Optional<Instant> exportedAt) {

    /** An export is read with days, and zones differ: what is dated less than a day after it is no contradiction. */
    private static final Duration TOLERANCE = Duration.ofHours(24);

    Instant begun() {
        return beginning.or(() -> exportedAt).orElseThrow(ExportTimes::unknown);
    }

    Instant exported() {
        return exportedAt.orElseThrow(ExportTimes::unknown);
    }

    boolean isAfterExport(Instant instant) {
        return instant.isAfter(exported().plus(TOLERANCE));
    }

    /** Rejects a row that tells of something that had happened, at a time when it cannot have. */
    Instant past(String column, Instant instant) {
        if (isAfterExport(instant)) {
            throw new RejectedRow(
                    RejectCode.AFTER_EXPORT,
                    column,
                    "column '%s' has %s, more than a day after the export at %s"
                            .formatted(column, instant, exported()));
        }
        return instant;
    }

    private static RejectedRow unknown() {
        return new RejectedRow(
                RejectCode.MISSING_VALUE,
                "",
                "no row of any file has a date, so when the export was made is not known; say so with the import");
    }
}
