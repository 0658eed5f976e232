package io.caucus.ingest;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.quality.FinishedImport;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.quality.SeenColumn;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Imports the export of one system.
 *
 * <p>The files are read twice: once for their dates, since what they do not date is told at the export, and once for their
 * records, a chunk at a time. A chunk's references are looked up together and its facts written in one transaction, together with
 * how far the import has come; so one that is interrupted leaves whole chunks, and running it again goes on behind the last.
 *
 * <p><b>Cost.</b> Memory for one chunk, whatever the size of the files.
 */
public final class Importer {

    private static final Map<String, Supplier<Profile>> PROFILES = new TreeMap<>(Map.of(
            HubSpotProfile.NAME, HubSpotProfile::new,
            MavenCrmProfile.NAME, MavenCrmProfile::new,
            SalesforceProfile.NAME, SalesforceProfile::new));

    private final ImportWriter writer;
    private final EntityDirectory directory;
    private final SignalExtractor extractor;
    private final ImportMemory memory;

    /**
     * @param extractor reads what was said in the words of activities; the words are not kept
     * @param memory how the files of earlier imports looked
     */
    public Importer(ImportWriter writer, EntityDirectory directory, SignalExtractor extractor, ImportMemory memory) {
        this.writer = writer;
        this.directory = directory;
        this.extractor = extractor;
        this.memory = memory;
    }

    /** The names of the profiles there are, sorted. */
    public static List<String> profiles() {
        return Stream.concat(Stream.of(GenericProfile.NAME), PROFILES.keySet().stream())
                .sorted()
                .toList();
    }

    /**
     * Imports whatever can be imported and reports the rest. An import of the same files that was interrupted goes on: the
     * report is that of both runs together, under the name of the first and with its rejects file.
     *
     * @throws ImportStopped when the request asked for it; running it again goes on
     * @throws ImportRefused when it cannot begin; nothing was written then
     * @throws UncheckedIOException when a file cannot be read or the rejects cannot be written; whole chunks may have been written
     */
    public ImportReport run(ImportRequest request) {
        check(request);
        var profile = profile(request.profile(), request.mapping());
        var files = locate(profile, request.source());
        try {
            var report =
                    new ImportRun(request, profile, profile.expectations(), files, writer, directory, extractor).run();
            remember(profile, files, report);
            return report;
        } catch (IOException e) {
            throw unreadable(request, e);
        }
    }

    /** How the files looked, those of which at least one row was taken: the next import is held against this one. */
    private void remember(Profile profile, Map<String, Path> files, ImportReport report) throws IOException {
        var taken = report.files().stream()
                .filter(file -> file.accepted() + file.duplicate() > 0)
                .map(FileReport::file)
                .collect(Collectors.toSet());
        var there = new TreeMap<>(files);
        there.values().removeIf(path -> !taken.contains(String.valueOf(path.getFileName())));
        var columns = samples(profile, there).values().stream()
                .flatMap(sample -> sample.columns().stream())
                .toList();
        var expectations = report.files().stream()
                .flatMap(file -> file.expectations().stream().map(held -> held.remembered(file.file(), file.record())))
                .toList();
        memory.keep(new FinishedImport(report.batchId(), profile.name(), columns, expectations));
    }

    /** By what the profile calls the files; those that cannot be read are left out. */
    private static Map<String, SampledColumns> samples(Profile profile, Map<String, Path> files) throws IOException {
        var samples = new LinkedHashMap<String, SampledColumns>();
        for (SourceFile file : profile.files()) {
            var path = files.get(file.usualName());
            if (path != null && !samples.containsKey(file.usualName())) {
                sample(file, path).ifPresent(sample -> samples.put(file.usualName(), sample));
            }
        }
        return samples;
    }

    private static Optional<SampledColumns> sample(SourceFile file, Path path) throws IOException {
        try {
            return Optional.of(SampledColumns.of(file.usualName(), path, file.dateForm()));
        } catch (RefusedHeader theReportTells) {
            return Optional.empty();
        }
    }

    /**
     * How the columns of the files differ from those of the last import of the same source, by their headers and first rows; a file
     * that was never imported differs in nothing. Writes nothing.
     *
     * @throws ImportRefused when an import could not begin
     */
    public List<Drift> drift(ImportRequest request) {
        check(request);
        var profile = profile(request.profile(), request.mapping());
        var last = memory.lastColumns(profile.name()).stream()
                .collect(Collectors.groupingBy(SeenColumn::file, TreeMap::new, Collectors.toList()));
        try {
            return samples(profile, locate(profile, request.source())).entrySet().stream()
                    .flatMap(file -> Drift.of(last.getOrDefault(file.getKey(), List.of()), file.getValue()).stream())
                    .toList();
        } catch (IOException e) {
            throw unreadable(request, e);
        }
    }

    /**
     * Reads an export from beginning to end as an import would, and writes nothing. References count as found, since what they lead
     * to may stand in the export itself; so there may be more rejects and fewer accepted rows when it is imported.
     *
     * @throws ImportRefused when an import could not begin
     */
    public static ImportReport inspect(ImportRequest request) {
        check(request);
        var profile = profile(request.profile(), request.mapping());
        try {
            return DryRun.run(request, profile, locate(profile, request.source()));
        } catch (IOException e) {
            throw unreadable(request, e);
        }
    }

    private static UncheckedIOException unreadable(ImportRequest request, IOException e) {
        return new UncheckedIOException(
                "import of '%s' by profile '%s' stopped: %s"
                        .formatted(request.source(), request.profile(), e.getMessage()),
                e);
    }

    /**
     * Finds out whether an import could begin, which needs no graph: the profile is there, the folder has files of it, and they
     * have the columns a mapping names.
     *
     * @throws ImportRefused when it could not
     */
    public static void check(ImportRequest request) {
        var profile = profile(request.profile(), request.mapping());
        var files = locate(profile, request.source());
        request.mapping().ifPresent(mapping -> MappingCheck.refuseUnfit(mapping, files));
    }

    /**
     * Reads the first rows of each file as an import by the mapping would, asks no graph and writes nothing: what a row refers to
     * counts as there.
     *
     * @throws ImportRefused when an import could not begin
     */
    public static List<RecordTrial> rehearse(ImportRequest request) {
        check(request);
        var profile = profile(request.profile(), request.mapping());
        try {
            return new Rehearsal(profile, locate(profile, request.source()), request.exportedAt()).run();
        } catch (IOException e) {
            throw new ImportRefused("'%s' cannot be read: %s".formatted(request.source(), e.getMessage()));
        }
    }

    /**
     * Replays the open rows of a rejects file and keeps in it what became of them. What is known is a duplicate and closes its
     * row, so a replay that was interrupted is simply repeated.
     *
     * @param batchId the replay's name in the audit trail
     * @param now when it is done
     * @return what became of the open rows; {@link ImportReport#rejects()} is there as long as one is open
     * @throws UncheckedIOException when the rejects file cannot be written; whole chunks may have been written to the graph
     */
    public ImportReport replay(Rejects rejects, String batchId, Instant now) {
        try (var run = new ReplayRun(
                rejects,
                batchId,
                () -> profile(rejects.profile(), rejects.origin().mapping()),
                writer,
                directory,
                extractor)) {
            return run.run(now);
        } catch (IOException e) {
            throw new UncheckedIOException("replay of '%s' stopped: %s".formatted(rejects.file(), e.getMessage()), e);
        }
    }

    private static Profile profile(String name, Optional<Mapping> mapping) {
        refuseUnknown(name, mapping, "");
        return mapping.<Profile>map(GenericProfile::new)
                .orElseGet(
                        () -> Objects.requireNonNull(PROFILES.get(name), name).get());
    }

    /** @param where what the message begins with, since the name was read there */
    static void refuseUnknown(RejectedImport origin, String where) {
        refuseUnknown(origin.profile(), origin.mapping(), where);
    }

    private static void refuseUnknown(String name, Optional<Mapping> mapping, String where) {
        boolean generic = name.equals(GenericProfile.NAME);
        if (generic && mapping.isEmpty()) {
            throw new ImportRefused(
                    "%sprofile 'generic' needs a mapping that says what the columns mean. Give one with --mapping FILE; docs/mapping.md shows how to write it."
                            .formatted(where));
        }
        if (!generic && mapping.isPresent()) {
            throw new ImportRefused(
                    "%sprofile '%s' knows its columns by itself and takes no mapping. Leave out one of both."
                            .formatted(where, name));
        }
        if (!generic && !PROFILES.containsKey(name)) {
            throw new ImportRefused("%sthere is no profile '%s'. %sThe profiles are: %s."
                    .formatted(
                            where,
                            name,
                            Closest.to(name, profiles())
                                    .map("Did you mean '%s'? "::formatted)
                                    .orElse(""),
                            String.join(", ", profiles())));
        }
    }

    private static Map<String, Path> locate(Profile profile, Path source) {
        var there = byLowerCaseName(source);
        var found = new TreeMap<String, Path>();
        for (SourceFile file : profile.files()) {
            file.names().stream()
                    .flatMap(name -> FileForm.namesOf(name).stream())
                    .filter(there::containsKey)
                    .findFirst()
                    .ifPresent(name -> found.put(file.usualName(), there.get(name)));
        }
        if (found.isEmpty()) {
            throw new ImportRefused("'%s' has none of the files of profile '%s', which are: %s. It has: %s."
                    .formatted(
                            source,
                            profile.name(),
                            profile.files().stream()
                                    .map(SourceFile::usualName)
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            there.isEmpty()
                                    ? "nothing"
                                    : there.keySet().stream().limit(20).collect(Collectors.joining(", "))));
        }
        return found;
    }

    private static Map<String, Path> byLowerCaseName(Path source) {
        if (!Files.exists(source)) {
            throw new ImportRefused(
                    "there is no file or folder '%s'. Name the folder with the exported files.".formatted(source));
        }
        if (Files.isRegularFile(source)) {
            return Map.of(lowerCaseName(source), source);
        }
        try (var entries = Files.list(source)) {
            return entries.filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.toMap(
                            Importer::lowerCaseName, path -> path, (first, second) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new ImportRefused("the folder '%s' cannot be listed: %s".formatted(source, e.getMessage()));
        }
    }

    private static String lowerCaseName(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }
}
