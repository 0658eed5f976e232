package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns chunks of rows into facts, written together, and into rejects. The facts of one chunk are written while the next ones
 * are read, so what a chunk's rows refer to must have been told before the last {@link #settle}.
 */
final class Telling implements AutoCloseable {

    /** They go with every checkpoint. */
    private static final int MOST_USERS_REMEMBERED = 10_000;

    private final String source;
    private final Writes writes;
    private final EntityDirectory directory;
    private final ExportTimes times;
    private final RejectReceiver rejects;
    private final WordsRead words;
    private final Set<UserId> usersTold = new HashSet<>();
    private Optional<Instant> newest = Optional.empty();

    Telling(
            String batchId,
            String source,
            ImportWriter writer,
            EntityDirectory directory,
            ExportTimes times,
            RejectReceiver rejects,
            SignalExtractor extractor) {
        this.source = source;
        this.writes = new Writes(writer, batchId);
        this.directory = directory;
        this.times = times;
        this.rejects = rejects;
        words = new WordsRead(extractor);
    }

    /** When everything told so far can be seen. */
    Optional<Instant> newest() {
        return newest;
    }

    /** Those that need not be told again. */
    Set<UserId> usersTold() {
        return Collections.unmodifiableSet(usersTold);
    }

    /** Takes over what an earlier run that this one goes on with had told. */
    void recall(Checkpoint reached) {
        reached.usersTold().stream().map(UserId::new).forEach(usersTold::add);
        newest = reached.times().newestTold();
    }

    void tell(RecordMapping mapping, List<RowFile.Read> rows, FileCounts counts) throws IOException {
        tell(mapping, rows, counts, Optional.empty());
    }

    /** @param checkpoints see {@link Writes#add} */
    void tell(RecordMapping mapping, List<RowFile.Read> rows, FileCounts counts, Optional<Checkpoints> checkpoints)
            throws IOException {
        counts.read(rows.size());
        var reading = new Reading(times, referencesOf(mapping, rows), counts.findings());
        var batch = new ArrayList<SourcedFacts>();
        var readings = new ArrayList<SourcedFacts>();
        for (RowFile.Read read : rows) {
            switch (read) {
                case RowFile.Read.Good good -> accept(mapping, good.row(), reading, batch, readings, counts);
                case RowFile.Read.Bad bad -> reject(mapping, bad.reject(), counts);
            }
        }
        if (!batch.isEmpty() || checkpoints.isPresent()) {
            writes.add(batch, readings, counts, checkpoints);
        }
    }

    /** Waits until everything told so far is written and counted. */
    void settle() {
        writes.finish();
    }

    @Override
    public void close() {
        writes.close();
    }

    private References referencesOf(RecordMapping mapping, List<RowFile.Read> rows) {
        var references = new References(source);
        for (RowFile.Read read : rows) {
            if (read instanceof RowFile.Read.Good good) {
                refer(mapping, good.row(), references);
            }
        }
        references.lookUp(directory);
        return references;
    }

    private static void refer(RecordMapping mapping, Row row, References references) {
        try {
            mapping.refer(row, references);
        } catch (RejectedRow toldWhenItsTurnComes) {
            // The row refers to nothing that could be looked up.
        }
    }

    private void accept(
            RecordMapping mapping,
            Row row,
            Reading reading,
            List<SourcedFacts> batch,
            List<SourcedFacts> readings,
            FileCounts counts)
            throws IOException {
        try {
            counts.judging().look(row);
            var facts = mapping.facts(row, reading);
            counts.judging().found(row);
            facts.forEach(this::remember);
            var source = sourceOf(mapping, row);
            batch.add(new SourcedFacts(source, withoutUsersTold(facts)));
            words.read(mapping, row, source, facts, counts.findings()).ifPresent(readings::add);
        } catch (RejectedRow e) {
            counts.judging().refused(row, e);
            reject(mapping, e.of(row.raw()), counts);
        }
    }

    private SourceRecord sourceOf(RecordMapping mapping, Row row) {
        return new SourceRecord(
                source,
                mapping.record(),
                mapping.nativeId(row),
                row.contentHash(mapping.version()),
                row.raw().file(),
                row.raw().line());
    }

    private void remember(Fact fact) {
        var visible = fact.time().visibleFrom();
        if (newest.isEmpty() || visible.isAfter(newest.get())) {
            newest = Optional.of(visible);
        }
    }

    /**
     * Few users stand in very many rows, and a store takes tellings of one thing one after the other. The first row of a run that
     * names a user tells them; if that row is a duplicate, the run that wrote it had told them.
     */
    private List<Fact> withoutUsersTold(List<Fact> facts) {
        if (usersTold.size() >= MOST_USERS_REMEMBERED) {
            usersTold.clear();
        }
        return facts.stream()
                .filter(fact -> !(fact instanceof User user) || usersTold.add(user.id()))
                .toList();
    }

    private void reject(RecordMapping mapping, Reject reject, FileCounts counts) throws IOException {
        counts.rejected(reject.code());
        rejects.take(mapping.record(), reject);
    }
}
