package io.caucus.ingest;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what becomes of one file's rows. */
final class FileCounts {

    private final NavigableMap<RejectCode, Long> rejects = new TreeMap<>();
    private final Findings findings;
    private final Judging judging;
    private long read;
    private long accepted;
    private long duplicate;

    /** What is counted at a moment, as it is kept. */
    record State(
            long read,
            long accepted,
            long duplicate,
            Map<RejectCode, Long> rejects,
            List<Findings.State> findings,
            List<Judging.State> judged) {

        static final State NOTHING = new State(0, 0, 0, Map.of(), List.of(), List.of());

        State {
            rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
            findings = List.copyOf(findings);
            judged = List.copyOf(judged);
        }

        /** With records that have been written since. */
        State written(long more, long duplicates) {
            return new State(read, accepted + more, duplicate + duplicates, rejects, findings, judged);
        }
    }

    /** @param judging holds the rows against what is expected of them; goes on from the state, too */
    FileCounts(State state, Judging judging) {
        read = state.read();
        accepted = state.accepted();
        duplicate = state.duplicate();
        rejects.putAll(state.rejects());
        findings = new Findings(state.findings());
        judging.recall(state.judged());
        this.judging = judging;
    }

    FileCounts(Judging judging) {
        this(State.NOTHING, judging);
    }

    State state() {
        return new State(read, accepted, duplicate, rejects, findings.state(), judging.state());
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

    void written(long records, long duplicates) {
        accepted += records;
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
