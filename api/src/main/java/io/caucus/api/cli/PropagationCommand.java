package io.caucus.api.cli;

import io.caucus.features.champion.Champions;
import io.caucus.ingest.EventColumns;
import io.caucus.ingest.EventLogFile;
import io.caucus.scoring.table.CreditTable;
import io.caucus.scoring.table.StrengthTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "propagation",
        description = {
            "Who moves whom, read off any log of who did what when; needs no database.",
            "The file is CSV or JSON lines, perhaps compressed, with the columns at and actor, and if there are any",
            "reached, reach, channel, cascade, id, triggered_by, response_to: see docs/propagation.md.",
            "Options may stand in a file, one a line, that is named as @FILE."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus propagation --events docs/examples/events.csv",
            "  ./caucus propagation --events mail.csv.gz --fit --credits credits.csv",
            "  ./caucus propagation --events sent.csv --column at=unix_time --column actor=sender --between ,"
        })
final class PropagationCommand implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "FILE", required = true, description = "The event log.")
    private Path events = Path.of("events.csv");

    @Option(
            names = "--column",
            paramLabel = "OURS=THEIRS",
            description = "What the file calls a column, if it is another name; may be repeated.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--between",
            paramLabel = "TEXT",
            description = "What stands between two names in column reached (${DEFAULT-VALUE}).")
    private String between = ";";

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rejected rows go, as JSON lines. Default: rejects/events/ in the data folder.")
    private Optional<Path> rejects = Optional.empty();

    @Option(
            names = "--fit",
            description =
                    "Fit kernel and odds on the earlier 60 %% of the known triggers, and judge them on the later ones beside simple rules.")
    private boolean fit;

    @Option(names = "--credits", paramLabel = "FILE", description = "Write every credit above 0.1 to a CSV file.")
    private Optional<Path> credits = Optional.empty();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Write how strongly each pair may move each other to a CSV file.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--top", paramLabel = "N", description = "How many people and pairs to show (${DEFAULT-VALUE}).")
    private int top = 10;

    @Mixin
    private PropagationOptions options = new PropagationOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var contents = EventLogFile.read(events, EventColumns.called(columns, between), rejectsFile());
        if (contents.events().isEmpty()) {
            throw new BadInput("%s has no row that can be read, of %,d. %s"
                    .formatted(
                            events,
                            contents.read(),
                            contents.rejects()
                                    .map("Why stands in %s."::formatted)
                                    .orElse("Export it again.")));
        }
        var result = PropagationResult.of(NamedLog.of(contents.events()), options, fit);
        credits.ifPresent(file -> CreditTable.write(file, result.creditsAbove(Champions.LEAST_KEPT)));
        pairs.ifPresent(file -> StrengthTable.write(file, result.pairStrengths()));
        if (output.isJson()) {
            output.json(PropagationDocument.of(contents, result, Champions.LEAST_KEPT));
        } else {
            PropagationText.lines(events, contents, result, top).forEach(output::line);
            credits.ifPresent(file -> output.line("Credits above %s are in %s.".formatted(Champions.LEAST_KEPT, file)));
        }
        return contents.broken().isPresent() ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private Path rejectsFile() {
        return rejects.orElseGet(
                () -> data.path().resolve("rejects").resolve("events").resolve(events.getFileName() + ".jsonl"));
    }
}
