package io.caucus.api.cli;

import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.Prediction;
import io.caucus.scoring.learn.PredictionSentences;
import io.caucus.scoring.learn.Predictions;
import io.caucus.scoring.learn.Predictor;
import io.caucus.scoring.learn.Survival;
import io.caucus.scoring.table.OpenPredictionTable;
import io.caucus.scoring.table.SurvivalTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "predict",
        description = {
            "Applies a model that train wrote to rows whose outcome is open; needs no database.",
            "Columns of outcomes may be absent or empty, they are not read. Each row comes out as id, time,"
                    + " probability, p0, p1, low, high, tier, confidence (0 to 100) and flags, which name what in it is unlike"
                    + " training.",
            "Exit code 3 if model, schema and table do not fit each other: see docs/training.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./caucus predict --model trained/model-0123456789abcdef --table new.csv \\",
            "      --schema leads.yaml --out told.csv",
            "  ./caucus predict --model trained/model-0123456789abcdef --table new.csv \\",
            "      --schema leads.yaml --out told.csv --explain 3",
            "  ./caucus predict --model registry:champion --table new.csv --schema leads.yaml --out told.csv"
        })
final class PredictCommand implements Callable<Integer> {

    private static final String REGISTRY = "registry:";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            required = true,
            description = "The model's folder, model-HASH; or registry:VERSION, such as registry:champion, for one of"
                    + " ./caucus models.")
    private String given = "model";

    @Option(names = "--table", paramLabel = "FILE", required = true, description = "A CSV file, one row a question.")
    private Path table = Path.of("table.csv");

    @Option(
            names = "--schema",
            paramLabel = "YAML",
            required = true,
            description = "What its columns mean: the schema that the model was trained with.")
    private Path schema = Path.of("schema.yaml");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The CSV file that is written.")
    private Path out = Path.of("predictions.csv");

    @Option(
            names = "--survival",
            paramLabel = "FILE",
            description =
                    "Rows of one id are steps in time, as those of the target opportunity.slips: also write the chance"
                            + " that none of them comes true, one row for each id.")
    private Optional<Path> survival = Optional.empty();

    @Option(
            names = "--explain",
            paramLabel = "N",
            description = "Say of the first N rows what each column is associated with (${DEFAULT-VALUE}).")
    private int explain;

    @Mixin
    private ModelsFolder models = new ModelsFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (explain < 0) {
            throw new BadInput("--explain is %d, must not be negative".formatted(explain));
        }
        checkOut(out, "--out");
        survival.ifPresent(file -> checkOut(file, "--survival"));
        var model = model();
        var predictions = Predictor.predict(model, table, schema);
        var tier = predictions.model().tier().name();
        var survivals = survival.isPresent() ? Survival.of(predictions) : List.<Survival>of();
        OpenPredictionTable.write(out, predictions.rows().stream().map(prediction -> row(prediction, tier)));
        survival.ifPresent(file -> SurvivalTable.write(file, survivals.stream().map(PredictCommand::row)));
        if (output.isJson()) {
            output.json(PredictDocument.of(ModelFolder.name(model), predictions, explained(predictions)));
        } else {
            PredictText.lines(ModelFolder.name(model), predictions, explained(predictions))
                    .forEach(output::line);
            output.line("Predictions in %s".formatted(out));
            survival.ifPresent(
                    file -> output.line("The chance that none of an id's steps comes true, for %,d ids, in %s"
                            .formatted(survivals.size(), file)));
        }
        return ExitCode.DONE;
    }

    /** A registered one is verified first. */
    private Path model() {
        if (!given.startsWith(REGISTRY)) {
            return Path.of(given);
        }
        var snapshot = models.read(output);
        return snapshot.get(snapshot.resolve(given.substring(REGISTRY.length())))
                .folder();
    }

    /** What is read is never written over. */
    private void checkOut(Path written, String option) {
        for (Path input : List.of(table, schema)) {
            try {
                if (Files.exists(written) && Files.exists(input) && Files.isSameFile(written, input)) {
                    throw new BadInput("%s is %s, which is read; name another file".formatted(option, input));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("file '%s' cannot be looked at".formatted(written), e);
            }
        }
    }

    private List<Prediction> explained(Predictions predictions) {
        return predictions.rows().stream().limit(explain).toList();
    }

    private static SurvivalTable.Row row(Survival survival) {
        return new SurvivalTable.Row(
                survival.id(), survival.from(), survival.until(), survival.steps(), survival.probability());
    }

    private static OpenPredictionTable.Row row(Prediction prediction, String tier) {
        return new OpenPredictionTable.Row(
                prediction.question().id(),
                prediction.question().cutoff(),
                prediction.told(),
                tier,
                prediction.confidence(),
                prediction.deviations().stream().map(PredictionSentences::of).toList());
    }
}
