package io.caucus.api.cli;

import io.caucus.scoring.learn.Evaluator;
import io.caucus.scoring.learn.LearningReport;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.report.ReportPage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        description = {
            "Judges a model that train wrote on rows whose outcomes are known by now; trains nothing, needs no"
                    + " database.",
            "Only rows count that are newer than what the model learned from. Writes report.html, a page to read in"
                    + " any browser, and the same as report.json.",
            "Exit code 3 if model, schema and table do not fit each other, or no rows are left: see docs/training.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus evaluate --model trained/model-0123456789abcdef --table leads.csv \\",
            "      --schema leads.yaml --out judged"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "The model's folder, model-HASH.")
    private Path model = Path.of("model");

    @Option(
            names = "--table",
            paramLabel = "FILE",
            required = true,
            description = "A CSV file, one row for each question, with its outcome.")
    private Path table = Path.of("table.csv");

    @Option(
            names = "--schema",
            paramLabel = "YAML",
            required = true,
            description = "What its columns mean: the schema that the model was trained with.")
    private Path schema = Path.of("schema.yaml");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the report goes.")
    private Path out = Path.of("judged");

    @Option(names = "--seed", paramLabel = "N", description = "What chance depends on in intervals (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var judged = Evaluator.evaluate(model, table, schema, asOf.orNow().instant(), seed);
        var report = ModelFolder.writeReport(out, judged);
        var page = ReportPage.write(out, judged, Version.current(), seed);
        if (output.isJson()) {
            output.json(LearningReport.of(judged));
        } else {
            TrainText.lines(judged).forEach(output::line);
            output.line("");
            output.line("Report in %s, and as a page in %s".formatted(report, page));
        }
        return ExitCode.DONE;
    }
}
