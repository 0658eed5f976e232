package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.ingest.RejectedImport.HeaderLine;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sends the open rows of a rejects file down the path of their import once more, at the times of that import. */
final class ReplayRun implements AutoCloseable {

    private record Again(String record, Reject reject) {}

    private final Rejects rejects;
    private final Supplier<Profile> profile;
    private final Telling told;
    private final String batchId;

    /** One for each open reject, so that a row keeps the place it has in its file. */
    private final IdentityHashMap<KeptReject, RawRecord> rows = new IdentityHashMap<>();

    private final IdentityHashMap<RawRecord, List<Again>> again = new IdentityHashMap<>();

    ReplayRun(
            Rejects rejects,
            String batchId,
            Supplier<Profile> profile,
            ImportWriter writer,
            EntityDirectory directory,
            SignalExtractor extractor) {
        this.rejects = rejects;
        this.profile = profile;
        this.batchId = batchId;
        told = new Telling(
                batchId,
                profile.get().name(),
                writer,
                directory,
                rejects.origin().times(),
                (record, reject) -> again.computeIfAbsent(reject.row(), first -> new ArrayList<>())
                        .add(new Again(record, reject)),
                extractor);
    }

    ImportReport run(Instant now) throws IOException {
        long start = System.nanoTime();
        var reports = new ArrayList<FileReport>();
        for (int index = 0; index < profile.get().files().size(); index++) {
            replay(index).ifPresent(reports::add);
        }
        var left = rejects.with(
                rejects.all().stream().flatMap(reject -> outcome(reject, now)).toList());
        left.save();
        return new ImportReport(
                profile.get().name(),
                batchId,
                reports,
                List.of(),
                List.of(),
                rejects.origin().times().exportedAt(),
                told.newest(),
                left.open().isEmpty() ? Optional.empty() : Optional.of(rejects.file()),
                (System.nanoTime() - start) / 1e9);
    }

    private static RawRecord raw(KeptReject reject) {
        return new RawRecord(
                reject.file(),
                reject.line(),
                reject.currentRow().orElse("").getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Optional.empty());
    }

    /**
     * A profile of its own for each file: what a listing file lists is not here as a whole, and must not count as if it were.
     */
    private Optional<FileReport> replay(int index) throws IOException {
        var ofThisFile = profile.get();
        ofThisFile.begin(ofThisFile.files().stream()
                .filter(file -> header(file).isPresent())
                .toList());
        var file = ofThisFile.files().get(index);
        var header = header(file);
        return header.isEmpty() ? Optional.empty() : replay(file, header.get(), ofThisFile.expectations());
    }

    private Optional<HeaderLine> header(SourceFile file) {
        return rejects.origin().files().stream()
                .filter(one -> one.usualName().equals(file.usualName()))
                .findFirst();
    }

    private Optional<FileReport> replay(SourceFile source, HeaderLine file, Expectations expectations)
            throws IOException {
        var mapping = source.mapping();
        var form = file.form();
        var columns = mapping.columns().and(expectations.columns(mapping.record()));
        var counts = new FileCounts(expectations.judging(mapping.record(), source.dateForm()));
        var chunk = new Chunk(ImportRequest.DEFAULT_CHUNK_ROWS);
        for (KeptReject reject : rejects.open()) {
            if (!reject.file().equals(file.file())) {
                continue;
            }
            if (reject.isUnreadable()) {
                stay(reject, mapping, counts);
            } else {
                row(reject, form, columns)
                        .filter(row -> isMeant(reject, row, mapping))
                        .ifPresent(chunk::add);
            }
            if (chunk.isFull()) {
                told.tell(mapping, chunk.take(), counts);
            }
        }
        told.tell(mapping, chunk.take(), counts);
        told.settle();
        var report = counts.report(file.file(), mapping.record(), List.of(), Optional.empty());
        return report.read() == 0 ? Optional.empty() : Optional.of(report);
    }

    private void stay(KeptReject reject, RecordMapping mapping, FileCounts counts) {
        if (reject.record().equals(mapping.record())) {
            counts.read(1);
            counts.rejected(reject.code());
        }
    }

    private Optional<RowFile.Read.Good> row(KeptReject reject, RowForm form, Columns columns) {
        return reject.currentRow().map(form::read).map(said -> {
            var header = Header.ofRow(said.names(), columns);
            return new RowFile.Read.Good(new Row(header, said.values(), rowOf(reject)));
        });
    }

    private RawRecord rowOf(KeptReject reject) {
        return rows.computeIfAbsent(reject, ReplayRun::raw);
    }

    /** A row that could not be read at all was rejected for all kinds of record its file holds. */
    private static boolean isMeant(KeptReject reject, RowFile.Read.Good read, RecordMapping mapping) {
        boolean ofThisKind = reject.code().isAboutForm() || reject.record().equals(mapping.record());
        return ofThisKind && mapping.concerns(read.row());
    }

    /** A row that several kinds of record are read from stays open once for each kind it was rejected as. */
    private Stream<KeptReject> outcome(KeptReject reject, Instant now) {
        if (!reject.isOpen() || reject.isUnreadable()) {
            return Stream.of(reject);
        }
        var refused = again.getOrDefault(rowOf(reject), List.of());
        return refused.isEmpty()
                ? Stream.of(reject.replayed(now))
                : refused.stream().map(once -> reject.rejectedAgain(once.record(), once.reject()));
    }

    @Override
    public void close() {
        told.close();
    }
}
