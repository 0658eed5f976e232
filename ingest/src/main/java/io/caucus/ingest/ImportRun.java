package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.ingest.conversation.SignalExtractor;
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
import java.util.TreeMap;

/** One import from beginning to end. */
final class ImportRun {

    private final ImportRequest request;
    private final Profile profile;
    private final Map<String, Path> found;
    private final FactWriter writer;
    private final EntityDirectory directory;
    private final SignalExtractor extractor;
    private final Expectations expectations;

    private final Map<String, RefusedFile> refused = new LinkedHashMap<>();
    private long bytesDone;
    private long totalBytes;

    /** @param found where the profile's files are, by their usual names */
    ImportRun(
            ImportRequest request,
            Profile profile,
            Expectations expectations,
            Map<String, Path> found,
            FactWriter writer,
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
        long start = System.nanoTime();
        var files = readable();
        measure(files);
        profile.begin(files);
        var dates = new Dates();
        for (SourceFile file : files) {
            if (!file.mapping().dates().isEmpty()) {
                lookForDates(file, dates);
            }
        }
        var times = new ExportTimes(dates.oldest, request.exportedAt().or(() -> dates.newest));
        try (var rejects = new RejectsFile(request.rejects(), origin(files, times));
                var told =
                        new Telling(request.batchId(), profile.name(), writer, directory, times, rejects, extractor)) {
            var reports = new ArrayList<FileReport>();
            for (SourceFile file : files) {
                reports.add(importFile(file, told));
            }
            return new ImportReport(
                    profile.name(),
                    request.batchId(),
                    reports,
                    List.copyOf(refused.values()),
                    missing(),
                    times.exportedAt(),
                    told.newest(),
                    rejects.finish(),
                    (System.nanoTime() - start) / 1e9);
        }
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
                headers.put(file.usualName(), headerLine(file));
            }
        }
        return new RejectedImport(request.profile(), request.mapping(), times, List.copyOf(headers.values()));
    }

    private RejectedImport.HeaderLine headerLine(SourceFile file) throws IOException {
        var name = String.valueOf(path(file).getFileName());
        if (FileForm.of(name) == FileForm.JSON_LINES) {
            return new RejectedImport.HeaderLine(name, file.usualName(), "");
        }
        try (var records = new RecordSplitter(path(file))) {
            var header = Optional.ofNullable(records.next())
                    .flatMap(RejectsFormat::text)
                    .orElse("");
            return new RejectedImport.HeaderLine(name, file.usualName(), header);
        }
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
                }
            }
            finishReading(Progress.Phase.LOOKING_FOR_DATES, file, rows);
        }
    }

    private FileReport importFile(SourceFile file, Telling told) throws IOException {
        try (var csv = reopen(file)) {
            var mapping = file.mapping();
            var counts = new FileCounts(expectations.judging(mapping.record(), file.dateForm()));
            var chunk = new Chunk(request.chunkRows());
            boolean firstReading = isFirstReading(file);
            long rows = 0;
            for (var next = csv.next(); next.isPresent(); next = csv.next()) {
                rows++;
                if (isCounted(next.get(), mapping, firstReading)) {
                    chunk.add(next.get());
                }
                if (chunk.isFull()) {
                    told.tell(mapping, chunk.take(), counts);
                    report(Progress.Phase.IMPORTING, file, rows, csv.position());
                }
            }
            told.tell(mapping, chunk.take(), counts);
            told.settle();
            csv.broken().ifPresent(stopped -> refused.putIfAbsent(file.usualName(), stopped));
            finishReading(Progress.Phase.IMPORTING, file, rows);
            return counts.report(
                    String.valueOf(path(file).getFileName()), mapping.record(), csv.columnsNotRead(), request.now());
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
                        phase,
                        String.valueOf(path(file).getFileName()),
                        rows,
                        Math.min(bytesDone + position, totalBytes),
                        totalBytes));
    }
}
