package io.caucus.ingest;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What became of the rows of one file: {@code read = accepted + rejected + duplicate}.
 *
 * @param record the kind of record the file was read for; a file that holds two kinds has two reports
 * @param duplicate rows whose record was known in this very version
 * @param rejects the rejected rows by reason
 * @param expectations what was expected of the rows, and how they held against it
 * @param columnsNotRead columns the file has and nobody looks at
 */
public record FileReport(
        String file,
        String record,
        long read,
        long accepted,
        long rejected,
        long duplicate,
        NavigableMap<RejectCode, Long> rejects,
        List<Finding> findings,
        List<HeldAgainst> expectations,
        List<String> columnsNotRead) {

    public FileReport {
        rejects = Collections.unmodifiableNavigableMap(new TreeMap<>(rejects));
        findings = List.copyOf(findings);
        expectations = List.copyOf(expectations);
        columnsNotRead = List.copyOf(columnsNotRead);
        long byReason = rejects.values().stream().mapToLong(Long::longValue).sum();
        if (read != accepted + rejected + duplicate || rejected != byReason) {
            throw new IllegalArgumentException(
                    "%s does not add up: read %d, accepted %d, rejected %d (by reason %d), duplicate %d"
                            .formatted(file, read, accepted, rejected, byReason, duplicate));
        }
    }
}
