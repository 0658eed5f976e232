package io.caucus.ingest;

import java.util.List;

/**
 * What would become of the first rows of a file, read as one kind of record.
 *
 * @param rows how many were looked at
 * @param rejects why some would be rejected, the most frequent first
 */
public record RecordTrial(String file, String record, long rows, List<Reason> rejects) {

    /**
     * @param column empty when it is the row as a whole
     * @param first what would be said of the first such row
     */
    public record Reason(RejectCode code, String column, long count, String first) {}

    public RecordTrial {
        rejects = List.copyOf(rejects);
        if (rejected(rejects) > rows) {
            throw new IllegalArgumentException(
                    "%s: of %d rows %d would be rejected".formatted(file, rows, rejected(rejects)));
        }
    }

    private static long rejected(List<Reason> rejects) {
        return rejects.stream().mapToLong(Reason::count).sum();
    }

    public long rejected() {
        return rejected(rejects);
    }

    /** Whether the file has rows, and not one of them would do. */
    public boolean isHopeless() {
        return rows > 0 && rejected() == rows;
    }
}
