package io.caucus.api.cli;

import io.caucus.scoring.learn.Ablation;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.SchemaFile;
import io.caucus.scoring.learn.TableReader;
import io.caucus.scoring.learn.Verdict;
import io.caucus.scoring.report.ReportPage;
import io.caucus.scoring.train.TreeTrainer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = {
            "Learns from a table of leads or opportunities whose outcomes are known, and says whether that was worth"
                    + " it;",
            "needs no database. The schema says what the columns mean: see docs/training.md.",
            "Writes report.html, a page to read in any browser, and the same as report.json; where there is a usable"
                    + " signal also a model and predictions.csv.",
            "Exit code 3 if a column leaks the outcome and is neither dropped nor waived."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus train --table leads.csv --schema leads.yaml --out trained",
            "  ./caucus train --table leads.csv --schema leads.yaml --out trained --drop-leaks"
        })
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--table",
            paramLabel = "FILE",
            required = true,
            description = "A CSV file, one row for each question.")
    private Path table = Path.of("table.csv");

    @Option(names = "--schema", paramLabel = "YAML", required = true, description = "What its columns mean.")
    private Path schema = Path.of("schema.yaml");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results go.")
    private Path out = Path.of("trained");

    @Option(
            names = "--drop-leaks",
            description = "Learn without the columns that leak the outcome, rather than not at all.")
    private boolean dropLeaks;

    @Option(
            names = "--ablation",
            negatable = true,
            description =
                    "Say what each family of columns adds, by learning anew without it; or do not. By default where"
                            + " there are at most 20.")
    private @Nullable Boolean ablation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What chance depends on in training and intervals (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        TreeTrainer.findHindrance().ifPresent(reason -> {
            throw new EnvironmentProblem(
                    "XGBoost, which trains boosted trees, does not load here: %s. Install the OpenMP runtime; on Debian and Ubuntu: apt-get install libgomp1"
                            .formatted(reason));
        });
        var now = asOf.orNow().instant();
        var meaning = SchemaFile.read(schema);
        var rows = TableReader.read(table, meaning, now);
        var learning = Learner.learn(rows, dropLeaks, extent(), seed);
        var model = ModelFolder.write(out, learning, Version.current(), seed);
        var page = ReportPage.write(out, learning, Version.current(), seed);
        if (output.isJson()) {
            output.json(ModelFolder.report(learning, model));
        } else {
            TrainText.lines(learning).forEach(output::line);
            output.line("");
            model.ifPresent(folder ->
                    output.line("Model in %s; predictions in %s".formatted(folder, out.resolve("predictions.csv"))));
            output.line("Report in %s, and as a page in %s".formatted(out.resolve("report.json"), page));
            model.ifPresent(
                    folder -> output.line("Next: ./caucus models register --model %s --by NAME".formatted(folder)));
        }
        return learning.verdict() == Verdict.LEAKS ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private Ablation.Extent extent() {
        if (ablation == null) {
            return Ablation.Extent.WHERE_QUICK;
        }
        return ablation ? Ablation.Extent.ALWAYS : Ablation.Extent.NEVER;
    }
}
