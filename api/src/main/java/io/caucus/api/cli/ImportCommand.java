package io.caucus.api.cli;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.ingest.Drift;
import io.caucus.ingest.HeldAgainst;
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
import java.util.List;
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
            "Columns that are new, missing or of another type than in the last import are named before anything is written.",
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

    @Option(
            names = "--check",
            description = {
                "Read everything, report, and write nothing: how the columns changed, which rows would be rejected, what is not as"
                        + " expected. References are not looked up."
            })
    private boolean check;

    @Option(
            names = "--strict",
            description = {
                "Write nothing if the columns changed since the last import, and end with exit code 3.",
                "With --check, also end so if an expectation is not met."
            })
    private boolean strict;

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
        var request = request();
        Importer.check(request);
        var stop = new StopRequest();
        try (var graph = OpenGraph.in(data.path())) {
            graph.beforeClose(stop::askAndWait);
            var importer = new Importer(
                    graph.ports().factWriter(),
                    graph.ports().entityDirectory(),
                    reader,
                    graph.ports().importMemory());
            return run(importer, request, stop);
        }
    }

    /** What there is to say is said before the graph is closed: the end of the process waits for no more. */
    private int run(Importer importer, ImportRequest request, StopRequest stop) {
        try {
            var drift = importer.drift(request);
            announce(drift);
            var report = run(importer, request.withStop(stop::isAsked));
            print(report, drift);
            return exitCode(report, drift);
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

    /** @throws BadInput if it was asked for that nothing is written then */
    private void announce(List<Drift> drift) {
        if (strict && !check && !drift.isEmpty()) {
            throw new BadInput(
                    "%s%nNothing was written. If the columns are as they should be, import without --strict: the next import is held against this one."
                            .formatted(String.join(System.lineSeparator(), ImportReportText.drift(drift))));
        }
        if (!output.isJson()) {
            ImportReportText.drift(drift).forEach(output::line);
        }
    }

    private ImportReport run(Importer importer, ImportRequest request) {
        try (var line = ProgressLine.of(check ? "Reading" : "Importing", "KB", output)) {
            var watched = request.withProgress(shownBy(line));
            return check ? Importer.inspect(watched) : importer.run(watched);
        }
    }

    private int exitCode(ImportReport report, List<Drift> drift) {
        boolean asExpected = drift.isEmpty()
                && report.files().stream()
                        .flatMap(file -> file.expectations().stream())
                        .allMatch(HeldAgainst::met);
        boolean failed = !report.refused().isEmpty() || (strict && check && !asExpected);
        return failed ? ExitCode.BAD_INPUT : ExitCode.DONE;
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
        var request = new ImportRequest(profile.orElse("generic"), mapping, source, batchId, file).withNow(now);
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

    private void print(ImportReport report, List<Drift> drift) {
        if (output.isJson()) {
            var document = ImportReportText.document(report);
            document.put("written", !check);
            document.put("drift", drift.stream().map(ImportReportText::document).toList());
            output.json(document);
        } else if (check) {
            ImportReportText.table(report).forEach(output::line);
            output.line("Nothing was written. Accepted are rows that could be taken if all they refer to is found.");
        } else {
            ImportReportText.lines(report).forEach(output::line);
        }
    }
}
