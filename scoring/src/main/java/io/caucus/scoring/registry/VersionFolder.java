package io.caucus.scoring.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The folder of one version: how it is filled, and how it is read so that nothing else passes for it. */
final class VersionFolder {

    static final String JUDGED = "judged.json";
    static final String CARD = "model-card.md";

    private static final String UNFINISHED = ".unfinished";
    private static final Set<String> OURS = Set.of(ModelFolder.FILE, ModelFolder.REPORT, JUDGED, CARD);
    private static final ObjectMapper JSON = new ObjectMapper();

    private VersionFolder() {}

    /** What training wrote, verified, and what it comes to in the registry. */
    record Incoming(String version, Target target, SortedMap<String, byte[]> contents) {

        SortedMap<String, String> hashes() {
            var hashes = new TreeMap<String, String>();
            contents.forEach((name, bytes) -> hashes.put(name, Bytes.sha256(bytes)));
            return hashes;
        }
    }

    /**
     * @param model the folder that training wrote, with its report and predictions beside it
     * @throws RegistryRefused if one of them is foreign, damaged or of another model
     */
    static Incoming read(Path model) {
        var trained = ModelFolder.read(model);
        var name = ModelFolder.name(model);
        var beside = model.toAbsolutePath().normalize().getParent();
        var reportFile = beside == null ? Path.of(ModelFolder.REPORT) : beside.resolve(ModelFolder.REPORT);
        checkNothingElse(model, Set.of(ModelFolder.FILE));
        try {
            byte[] modelBytes = Bytes.read(model.resolve(ModelFolder.FILE));
            byte[] reportBytes = readReport(reportFile, name);
            var report = parse(reportFile, reportBytes, tree -> Evaluation.read(tree));
            checkReport(reportFile, report, name, trained, parse(model, modelBytes, tree -> Origin.read(tree)));
            var judged = JudgedRows.from(reportFile.resolveSibling(ModelFolder.PREDICTIONS), report);
            var contents = new TreeMap<String, byte[]>();
            contents.put(ModelFolder.FILE, modelBytes);
            contents.put(ModelFolder.REPORT, reportBytes);
            contents.put(JUDGED, JSON.writeValueAsBytes(judged.document()));
            return new Incoming(name, report.target(), contents);
        } catch (IOException e) {
            throw new UncheckedIOException("model '%s' cannot be read: %s".formatted(model, e), e);
        }
    }

    private static byte[] readReport(Path file, String model) throws IOException {
        if (!Files.exists(file)) {
            throw new RegistryRefused(
                    "there is no report %s; training wrote it beside the folder %s: register from there, or train again"
                            .formatted(file, model));
        }
        return Bytes.read(file);
    }

    private static void checkReport(Path file, Evaluation report, String name, TrainedModel trained, Origin origin) {
        if (!report.named().equals(name)) {
            throw new RegistryRefused("%s is not about %s but about %s; it was written by another training: train again"
                    .formatted(file, name, report.named().isEmpty() ? "a model it does not name" : report.named()));
        }
        var says = new Target(trained.target(), trained.horizon().toDays());
        if (!report.fingerprint().equals(origin.fingerprint())
                || !report.target().equals(says)) {
            throw new RegistryRefused(
                    "%s says '%s' of data %s, the model %s says '%s' of data %s; one of them was changed: train again"
                            .formatted(file, report.target(), report.fingerprint(), name, says, origin.fingerprint()));
        }
    }

    private static <T> T parse(Path file, byte[] bytes, Function<JsonNode, T> read) throws IOException {
        try {
            return read.apply(JSON.readTree(bytes));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new RegistryRefused(
                    "%s does not hold what Caucus writes there: %s; train again".formatted(file, e.getMessage()), e);
        }
    }

    /** Fills the folder of a version; what is there after it is on the disk. */
    static void write(Path folder, Incoming incoming) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new RegistryRefused("%s is a link; the registry keeps its own files: remove it".formatted(folder));
        }
        Files.createDirectories(folder);
        checkNothingElse(folder, OURS);
        for (var file : incoming.contents().entrySet()) {
            Bytes.put(folder.resolve(file.getKey()), file.getValue());
        }
        Bytes.sync(folder.resolve(".."));
    }

    /** @throws RegistryRefused if a file is not the one that was registered */
    static Version verify(Path folder, LogEntry entry, Change.Registered registered) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new RegistryRefused("%s is no folder, though %s was registered; restore it from a backup"
                    .formatted(folder, registered.version()));
        }
        checkNothingElse(folder, OURS);
        try {
            var contents = new TreeMap<String, byte[]>();
            for (var file : registered.files().entrySet()) {
                contents.put(file.getKey(), verified(folder.resolve(file.getKey()), file.getValue()));
            }
            return new Version(
                    folder,
                    entry,
                    registered,
                    part(folder, contents, ModelFolder.FILE, tree -> Origin.read(tree)),
                    part(folder, contents, ModelFolder.REPORT, tree -> Evaluation.read(tree)),
                    part(folder, contents, JUDGED, tree -> JudgedRows.read(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException("version '%s' cannot be read: %s".formatted(folder, e), e);
        }
    }

    private static byte[] verified(Path file, String promised) throws IOException {
        byte[] bytes = Bytes.read(file);
        var hash = Bytes.sha256(bytes);
        if (!hash.equals(promised)) {
            throw new RegistryRefused(
                    "%s is damaged or was changed: its SHA-256 is %s, registered was %s; restore it from a backup"
                            .formatted(file, hash, promised));
        }
        return bytes;
    }

    private static <T> T part(Path folder, SortedMap<String, byte[]> contents, String name, Function<JsonNode, T> read)
            throws IOException {
        var bytes = contents.get(name);
        if (bytes == null) {
            throw new RegistryRefused(
                    "the changelog does not say what %s was when %s was registered; use the Caucus that wrote it"
                            .formatted(name, folder));
        }
        return parse(folder.resolve(name), bytes, read);
    }

    private static void checkNothingElse(Path folder, Set<String> known) {
        try (var files = Files.list(folder)) {
            var others = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !known.contains(name) && !name.endsWith(UNFINISHED))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new RegistryRefused("%s holds %s, which does not belong there (%s do); take it out"
                        .formatted(
                                folder,
                                List.copyOf(others),
                                known.stream().sorted().collect(Collectors.joining(", "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("folder '%s' cannot be read: %s".formatted(folder, e), e);
        }
    }
}
