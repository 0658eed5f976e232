package io.caucus.api.cli;

import io.caucus.ingest.ImportRequest;
import io.caucus.ingest.Importer;
import io.caucus.ingest.Mapping;
import io.caucus.ingest.RecordTrial;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with a mapping: in itself, questions that wait for an answer among it, and for the files it is",
            "meant for, of which the first rows are read. The graph is not asked, so what rows refer to counts as there.",
            "Exit code 3 if it cannot be used, or not one row of a file would do."
        })
final class MappingCheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MAPPING", description = "The mapping.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "Folder with the files it is for, or one of them.")
    private Optional<Path> source = Optional.empty();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var mapping = Mapping.read(file);
        var trials = source.map(path -> rehearse(mapping, path)).orElse(List.of());
        if (output.isJson()) {
            output.json(Map.of(
                    "mapping",
                    file.toString(),
                    "records",
                    trials.stream().map(MappingCheckCommand::document).toList()));
        } else {
            trials.forEach(this::print);
            output.line(verdict(trials));
        }
        return trials.stream().anyMatch(RecordTrial::isHopeless) ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private String verdict(List<RecordTrial> trials) {
        var hopeless = trials.stream()
                .filter(RecordTrial::isHopeless)
                .map(trial -> "%s (%s)".formatted(trial.file(), trial.record()))
                .toList();
        if (!hopeless.isEmpty()) {
            return "Not one row would do in %s: correct what the mapping says about it."
                    .formatted(String.join(", ", hopeless));
        }
        return "The mapping has no mistakes in itself%s. Next: ./caucus import %s --mapping %s"
                .formatted(
                        source.isPresent() ? " and fits these files" : "",
                        source.map(Path::toString).orElse("FOLDER"),
                        file);
    }

    private static List<RecordTrial> rehearse(Mapping mapping, Path source) {
        return Importer.rehearse(
                new ImportRequest("generic", Optional.of(mapping), source, "rehearsal", Path.of("not written")));
    }

    private void print(RecordTrial trial) {
        output.line("%s (%s): of the first %,d rows %,d would be rejected."
                .formatted(trial.file(), trial.record(), trial.rows(), trial.rejected()));
        trial.rejects()
                .forEach(reason -> output.line(
                        "  %,d %s, the first: %s".formatted(reason.count(), reason.code(), reason.first())));
    }

    private static Map<String, Object> document(RecordTrial trial) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", trial.file());
        document.put("record", trial.record());
        document.put("rows", trial.rows());
        document.put("rejected", trial.rejected());
        document.put(
                "reasons",
                trial.rejects().stream().map(MappingCheckCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(RecordTrial.Reason reason) {
        return Map.of(
                "code", reason.code().name(),
                "column", reason.column(),
                "count", reason.count(),
                "first", reason.first());
    }
}
