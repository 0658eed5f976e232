package io.caucus.ingest.spool;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a record stands: a place that no other record ever has. Prints as {@code 3-1048}.
 *
 * @param segment from 1
 * @param offset of its frame, in bytes from the beginning of the segment
 */
public record Position(long segment, long offset) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::segment).thenComparingLong(Position::offset);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    public Position {
        if (segment < 1 || offset < Segment.HEADER_BYTES) {
            throw new IllegalArgumentException("no record can stand at %d-%d; segments begin with 1, frames at %d"
                    .formatted(segment, offset, Segment.HEADER_BYTES));
        }
    }

    /** Empty when the text is no position. */
    public static Optional<Position> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long segment = Long.parseLong(matcher.group(1));
        long offset = Long.parseLong(matcher.group(2));
        return segment < 1 || offset < Segment.HEADER_BYTES
                ? Optional.empty()
                : Optional.of(new Position(segment, offset));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return segment + "-" + offset;
    }
}
