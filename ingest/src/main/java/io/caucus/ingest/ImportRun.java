package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of an import, from its beginning or from where an earlier run was interrupted. */
final class ImportRun {

    private final ImportRequest request;
    private final Profile profile;
    private final Map<String, Path> found;
    private final ImportWriter writer;
    private final EntityDirectory directory;
    private final SignalExtractor extractor;
    private final Expectations expectations;

    private final Map<String, RefusedFile> refused = new LinkedHashMap<>();
    private final List<Checkpoint.FileState> done = new ArrayList<>();
    private final long start = System.nanoTime();
    private long bytesDone;
    private long totalBytes;
    /** How far an earlier run came. */
    private Optional<Checkpoint> before = Optional.empty();

    /** @param found where the profile's files are, by their usual names */
    ImportRun(
            ImportRequest request,
            Profile profile,
            Expectations expectations,
            Map<String, Path> found,
            ImportWriter writer,
            EntityDirectory directory,
            SignalExtractor extractor) {
        this.request = request;
        this.profile = profile;
        this.found = new TreeMap<>(found);
        this.writer = writer;
        this.directory = directory;
        this.extractor = extractor;
        this.expectations = expectations;
    }

    ImportReport run() throws IOException {
        var files = readable();
        measure(files);
        profile.begin(files);
        var inputs = Inputs.of(request, found.values(), extractor.version().toString());
        try (var unfinished = UnfinishedImport.open(request, inputs, writer)) {
            before = unfinished.reached();
            var times = before.isPresent() ? recall(before.get(), files) : timesIn(files);
            try (var rejects = unfinished.rejects(origin(files, times));
                    var told = new Telling(
                            unfinished.batchId(), profile.name(), writer, directory, times, rejects, extractor)) {
                before.ifPresent(told::recall);
                return importFiles(files, new Outlets(told, rejects, times, inputs), unfinished);
            }
        }
    }

    /** Where rows go, and what is the same for all of them. */
    private record Outlets(Telling told, RejectsFile rejects, ExportTimes times, SortedMap<String, String> inputs) {}

    /** Takes over what an earlier run had found out. */
    private ExportTimes recall(Checkpoint reached, List<SourceFile> files) throws IOException {
        profile.recall(reached.learned());
        reached.refused().forEach(refused::putIfAbsent);
        for (SourceFile file : files) {
            bytesDone += file.mapping().dates().isEmpty() ? 0 : Files.size(path(file));
        }
        request.progress()
                .began("Resuming at record %,d of %s; %,d already told."
                        .formatted(
                                reached.rows() + 1,
                                name(files.get(reached.files().size() - 1)),
                                reached.rows()));
        return reached.times().ofExport();
    }

    private ExportTimes timesIn(List<SourceFile> files) throws IOException {
        var dates = new Dates();
        for (SourceFile file : files) {
            if (!file.mapping().dates().isEmpty()) {
                lookForDates(file, dates);
            }
        }
        return new ExportTimes(dates.oldest, request.exportedAt().or(() -> dates.newest));
    }

    private ImportReport importFiles(List<SourceFile> files, Outlets out, UnfinishedImport unfinished)
            throws IOException {
        var reports = new ArrayList<FileReport>();
        for (SourceFile file : files) {
            reports.add(isDone() ? reportDone(file) : importFile(file, out));
        }
        var rejects = out.rejects().finish();
        unfinished.end();
        return new ImportReport(
                profile.name(),
                unfinished.batchId(),
                reports,
                List.copyOf(refused.values()),
                missing(),
                out.times().exportedAt(),
                out.told().newest(),
                rejects,
                seconds());
    }

    private double seconds() {
        return before.map(Checkpoint::seconds).orElse(0.0) + (System.nanoTime() - start) / 1e9;
    }

    /** The files that are there and whose header can be trusted, in the profile's order. */
    private List<SourceFile> readable() throws IOException {
        var readable = new ArrayList<SourceFile>();
        for (SourceFile file : profile.files()) {
            if (found.containsKey(file.usualName()) && hasGoodHeader(file)) {
                readable.add(file);
            }
        }
        return readable;
    }

    /** What a replay of the rejected rows will need. */
    private RejectedImport origin(List<SourceFile> files, ExportTimes times) throws IOException {
        var headers = new LinkedHashMap<String, RejectedImport.HeaderLine>();
        for (SourceFile file : files) {
            if (!headers.containsKey(file.usualName())) {
                headers.put(file.usualName(), RejectedImport.HeaderLine.of(path(file), file.usualName()));
            }
        }
        return new RejectedImport(request.profile(), request.mapping(), times, List.copyOf(headers.values()));
    }

    private boolean hasGoodHeader(SourceFile file) throws IOException {
        try {
            open(file).close();
            return true;
        } catch (RefusedHeader e) {
            refused.putIfAbsent(file.usualName(), e.file());
            return false;
        }
    }

    private RowFile open(SourceFile file) throws IOException, RefusedHeader {
        var mapping = file.mapping();
        return RowFile.open(path(file), mapping.columns().and(expectations.columns(mapping.record())));
    }

    /** A file whose header was good a moment ago. */
    private RowFile reopen(SourceFile file) throws IOException {
        try {
            return open(file);
        } catch (RefusedHeader e) {
            throw new IOException("file '%s' changed while it was read".formatted(path(file)), e);
        }
    }

    private String name(SourceFile file) {
        return String.valueOf(path(file).getFileName());
    }

    private Path path(SourceFile file) {
        return Objects.requireNonNull(found.get(file.usualName()), file.usualName());
    }

    private List<String> missing() {
        return profile.files().stream()
                .map(SourceFile::usualName)
                .distinct()
                .filter(name -> !found.containsKey(name))
                .toList();
    }

    private void measure(List<SourceFile> files) throws IOException {
        for (SourceFile file : files) {
            int readings = file.mapping().dates().isEmpty() ? 1 : 2;
            totalBytes += readings * Files.size(path(file));
        }
    }

    /** The oldest and the newest date met so far. */
    private static final class Dates {

        private Optional<Instant> oldest = Optional.empty();
        private Optional<Instant> newest = Optional.empty();

        private void see(Instant instant) {
            if (oldest.isEmpty() || instant.isBefore(oldest.get())) {
                oldest = Optional.of(instant);
            }
            if (newest.isEmpty() || instant.isAfter(newest.get())) {
                newest = Optional.of(instant);
            }
        }
    }

    private void lookForDates(SourceFile file, Dates dates) throws IOException {
        try (var csv = reopen(file)) {
            long rows = 0;
            for (var next = csv.next(); next.isPresent(); next = csv.next()) {
                rows++;
                if (next.get() instanceof RowFile.Read.Good good) {
                    file.mapping()
                            .dates()
                            .forEach(column ->
                                    good.row().peekDate(column, file.dateForm()).ifPresent(dates::see));
                }
                if (rows % request.chunkRows() == 0) {
                    report(Progress.Phase.LOOKING_FOR_DATES, file, rows, csv.position());
                    if (request.stop().getAsBoolean()) {
                        throw new ImportStopped("Stopped before anything was told.");
                    }
                }
            }
            finishReading(Progress.Phase.LOOKING_FOR_DATES, file, rows);
        }
    }

    /** What an earlier run found out about the file whose turn it is. */
    private Checkpoint.FileState stateBefore() {
        return before.map(Checkpoint::files)
                .filter(states -> done.size() < states.size())
                .map(states -> states.get(done.size()))
                .orElse(Checkpoint.FileState.NOT_BEGUN);
    }

    /** Whether the file whose turn it is was read to its end by an earlier run. */
    private boolean isDone() {
        return before.filter(reached -> done.size() < reached.files().size() - 1)
                .isPresent();
    }

    private boolean isWhereToGoOn() {
        return before.filter(reached -> done.size() == reached.files().size() - 1)
                .isPresent();
    }

    private FileReport reportDone(SourceFile file) throws IOException {
        var state = stateBefore();
        bytesDone += Files.size(path(file));
        done.add(state);
        return report(file, state);
    }

    private FileReport report(SourceFile file, Checkpoint.FileState state) {
        return counts(file, state).report(name(file), file.mapping().record(), state.columnsNotRead(), request.now());
    }

    private FileCounts counts(SourceFile file, Checkpoint.FileState state) {
        var judging = expectations.judging(file.mapping().record(), file.dateForm());
        return new FileCounts(state.counts(), judging);
    }

    private FileReport importFile(SourceFile file, Outlets out) throws IOException {
        try (var reading = new FileReading(reopen(file), counts(file, stateBefore()))) {
            goOnWhereItWas(reading);
            var checkpoints = Optional.<Checkpoints>of(() -> checkpoint(reading, out));
            var mapping = file.mapping();
            var chunk = new Chunk(request.chunkRows());
            boolean firstReading = isFirstReading(file);
            for (var next = reading.next(); next.isPresent(); next = reading.next()) {
                if (isCounted(next.get(), mapping, firstReading)) {
                    chunk.add(next.get());
                }
                if (chunk.isFull()) {
                    out.told().tell(mapping, chunk.take(), reading.counts, checkpoints);
                    report(Progress.Phase.IMPORTING, file, reading.rows, reading.rowFile.position());
                    stopIfAsked(file, reading.rows, out.told());
                }
            }
            out.told().tell(mapping, chunk.take(), reading.counts, checkpoints);
            out.told().settle();
            reading.rowFile.broken().ifPresent(stopped -> refused.putIfAbsent(file.usualName(), stopped));
            finishReading(Progress.Phase.IMPORTING, file, reading.rows);
            done.add(reading.state());
            return report(file, reading.state());
        }
    }

    /** A file that is being imported. */
    private static final class FileReading implements Closeable {

        private final RowFile rowFile;
        private final FileCounts counts;
        private long rows;

        private FileReading(RowFile rowFile, FileCounts counts) {
            this.rowFile = rowFile;
            this.counts = counts;
        }

        private Optional<RowFile.Read> next() throws IOException {
            var next = rowFile.next();
            rows += next.isPresent() ? 1 : 0;
            return next;
        }

        private Checkpoint.FileState state() {
            return new Checkpoint.FileState(counts.state(), rowFile.columnsNotRead());
        }

        @Override
        public void close() throws IOException {
            rowFile.close();
        }
    }

    private void goOnWhereItWas(FileReading reading) throws IOException {
        if (isWhereToGoOn()) {
            var reached = before.orElseThrow();
            reading.rowFile.goTo(reached.place(), stateBefore().columnsNotRead());
            reading.rows = reached.rows();
        }
    }

    private Checkpoint checkpoint(FileReading reading, Outlets out) throws IOException {
        var states = new ArrayList<>(done);
        states.add(reading.state());
        return new Checkpoint(
                out.inputs(),
                Checkpoint.Times.of(out.times(), out.told().newest()),
                states,
                reading.rowFile.place(),
                reading.rows,
                refused,
                out.told().usersTold().stream().map(UserId::value).toList(),
                profile.learned(),
                out.rejects().safeBytes(),
                seconds());
    }

    private void stopIfAsked(SourceFile file, long rows, Telling told) {
        if (request.stop().getAsBoolean()) {
            told.settle();
            throw new ImportStopped(
                    "Stopped after record %,d of %s. Everything up to it is told and nothing half; the same command again goes on from there."
                            .formatted(rows, name(file)));
        }
    }

    /** A broken row is rejected once, however often its file is read. */
    private static boolean isCounted(RowFile.Read read, RecordMapping mapping, boolean firstReading) {
        return switch (read) {
            case RowFile.Read.Good good -> concerns(mapping, good.row());
            case RowFile.Read.Bad bad -> firstReading;
        };
    }

    private static boolean concerns(RecordMapping mapping, Row row) {
        try {
            return mapping.concerns(row);
        } catch (RejectedRow toldWhenItsFactsAre) {
            return true;
        }
    }

    private boolean isFirstReading(SourceFile file) {
        return profile.files().stream()
                .filter(other -> other.usualName().equals(file.usualName()))
                .findFirst()
                .filter(first -> first.mapping().record().equals(file.mapping().record()))
                .isPresent();
    }

    private void finishReading(Progress.Phase phase, SourceFile file, long rows) throws IOException {
        report(phase, file, rows, Files.size(path(file)));
        bytesDone += Files.size(path(file));
    }

    private void report(Progress.Phase phase, SourceFile file, long rows, long position) {
        request.progress()
                .reached(new Progress.Report(
                        phase, name(file), rows, Math.min(bytesDone + position, totalBytes), totalBytes));
    }
}
