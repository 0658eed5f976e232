package io.caucus.ingest.spool;

import java.time.Duration;

/**
 * How large a spool may grow.
 *
 * @param segmentBytes a segment that has reached this size is followed by another
 * @param mostWaitingBytes what may wait to be applied; beyond it nothing is taken
 * @param mostArchivedBytes how much of what was applied is kept, oldest going first
 * @param keepArchived how long what was applied is kept at most
 * @param leastFreeBytes disk space that is left to others
 */
public record SpoolLimits(
        long segmentBytes, long mostWaitingBytes, long mostArchivedBytes, Duration keepArchived, long leastFreeBytes) {

    /** A day of a million deliveries of 1 KiB fits in what may wait; the archive keeps thirty days. */
    public static final SpoolLimits DEFAULT =
            new SpoolLimits(64L << 20, 1L << 30, 4L << 30, Duration.ofDays(30), 256L << 20);

    public SpoolLimits {
        if (segmentBytes < 1 || mostWaitingBytes < 1 || mostArchivedBytes < 0 || leastFreeBytes < 0) {
            throw new IllegalArgumentException(
                    "segments of %d bytes, %d waiting, %d archived, %d left free: sizes must be positive"
                            .formatted(segmentBytes, mostWaitingBytes, mostArchivedBytes, leastFreeBytes));
        }
        if (keepArchived.isNegative()) {
            throw new IllegalArgumentException("archive is kept for %s, must not be negative".formatted(keepArchived));
        }
    }
}
