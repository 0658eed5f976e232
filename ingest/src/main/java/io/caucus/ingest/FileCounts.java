package io.caucus.ingest;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what becomes of one file's rows. */
final class FileCounts {

    private final Judging judging;
    private final NavigableMap<RejectCode, Long> rejects = new TreeMap<>();
    private final Findings findings = new Findings();
    private long read;
    private long accepted;
    private long duplicate;

    /** @param judging holds the rows against what is expected of them */
    FileCounts(Judging judging) {
        this.judging = judging;
    }

    Judging judging() {
        return judging;
    }

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

    /** @param began when the import began; empty judges no freshness */
    FileReport report(String file, String record, List<String> columnsNotRead, Optional<Instant> began) {
        long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
        return new FileReport(
                file,
                record,
                read,
                accepted,
                rejected,
                duplicate,
                rejects,
                findings.list(),
                judging.results(began),
                columnsNotRead);
    }
}
