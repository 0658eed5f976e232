package io.caucus.api.cli;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.ingest.ImportReport;
import io.caucus.ingest.ImportRequest;
import io.caucus.ingest.ImportStopped;
import io.caucus.ingest.Importer;
import io.caucus.ingest.Mapping;
import io.caucus.ingest.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Reads an export into the graph. Each record takes effect once, however often it is imported.",
            "A bad row never stops the load; it is kept with its line, column and reason.",
            "An import that was interrupted, by Ctrl-C or worse, goes on where it was when the same command is run again.",
            "Exit code 3 if a file could not be read at all."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(paramLabel = "PATH", description = "Folder with the files of the export, or one of them.")
    private Path source = Path.of(".");

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "What kind of export it is: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Profiles.class)
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the columns of any other files mean; profile generic, which need not be named.")
    private Optional<Path> mappingFile = Optional.empty();

    @Option(
            names = "--exported-at",
            paramLabel = "INSTANT",
            converter = Instants.class,
            description = "When the export was made. Default: the newest date in its files; it cannot be older.")
    private Optional<Instant> exportedAt = Optional.empty();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rejected rows go, as JSON lines. Default: rejects/ in the data folder.")
    private Optional<Path> rejects = Optional.empty();

    @Mixin
    private ExtractorChoice extractor = new ExtractorChoice();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    /** All that can be refused without the graph is refused before it is started. */
    @Override
    public Integer call() {
        var reader = extractor.open();
        var batch = request();
        Importer.check(batch);
        var stop = new StopRequest();
        try (var graph = OpenGraph.in(data.path())) {
            graph.beforeClose(stop::askAndWait);
            var importer =
                    new Importer(graph.ports().factWriter(), graph.ports().entityDirectory(), reader);
            return run(importer, batch, stop);
        }
    }

    /** What there is to say is said before the graph is closed: the end of the process waits for no more. */
    private int run(Importer importer, ImportRequest batch, StopRequest stop) {
        try {
            var report = importWithProgress(importer, batch.withStop(stop::isAsked));
            print(report);
            return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
        } catch (ImportStopped e) {
            output.remark(String.valueOf(e.getMessage()));
            return ExitCode.INTERRUPTED;
        } catch (GraphUnavailable e) {
            throw new EnvironmentProblem(
                    e.getMessage() + " What was told so far is safe; the same command again goes on from there.");
        } finally {
            stop.ended();
        }
    }

    private ImportReport importWithProgress(Importer importer, ImportRequest batch) {
        try (var line = ProgressLine.of("Importing", "KB", output)) {
            return importer.run(batch.withProgress(shownBy(line)));
        }
    }

    private ImportRequest request() {
        if (profile.isEmpty() && mappingFile.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Say what kind of export it is with --profile NAME (%s), or what its columns mean with --mapping FILE."
                            .formatted(String.join(", ", Importer.profiles())));
        }
        var mapping = mappingFile.map(Mapping::read);
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        var batchId =
                "%s-%s".formatted(mapping.map(Mapping::source).or(() -> profile).orElseThrow(), now);
        var file =
                rejects.orElseGet(() -> data.path().resolve("rejects").resolve(batchId.replace(':', '-') + ".jsonl"));
        var request = new ImportRequest(profile.orElse("generic"), mapping, source, batchId, file);
        return exportedAt.map(request::withExportedAt).orElse(request);
    }

    private Progress shownBy(ProgressLine line) {
        return new Progress() {
            @Override
            public void reached(Report report) {
                line.reach(report.bytesRead() / 1024, report.totalBytes() / 1024, report.file());
            }

            @Override
            public void began(String how) {
                output.remark(how);
            }
        };
    }

    private void print(ImportReport report) {
        if (output.isJson()) {
            output.json(ImportReportText.document(report));
        } else {
            ImportReportText.lines(report).forEach(output::line);
        }
    }
}
