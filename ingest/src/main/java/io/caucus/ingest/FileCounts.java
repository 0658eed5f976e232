package io.caucus.ingest;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts what becomes of one file's rows. */
final class FileCounts {

    private final NavigableMap<RejectCode, Long> rejects = new TreeMap<>();
    private final Findings findings = new Findings();
    private long read;
    private long accepted;
    private long duplicate;

    Findings findings() {
        return findings;
    }

    void read(int rows) {
        read += rows;
    }

    void rejected(RejectCode code) {
        rejects.merge(code, 1L, Long::sum);
    }

    void written(int records, int duplicates) {
        accepted += records - duplicates;
        duplicate += duplicates;
    }

    FileReport report(String file, String record, List<String> columnsNotRead) {
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        return new FileReport(
                file, record, read, accepted, rejected, duplicate, rejects, findings.list(), columnsNotRead);
    }
}
