package io.caucus.scoring.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.SchemaFile;
import io.caucus.scoring.learn.TableReader;
import io.caucus.scoring.table.PredictionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Models as training writes them, one of them trained, the others made from it: another seed in its provenance gives another hash, and
 * what it told of rows can be changed, with the report's figures worked out anew.
 */
final class PlantedModels {

    private static final String SCHEMA = """
        target: a lead buys within 30 days
        horizon_days: 30
        columns:
          lead: {role: id}
          asked: {role: cutoff}
          bought: {role: outcome_time}
          employees: {type: number}
          source: {type: category, role: segment}
          calls: {type: number, owner: seller}
          country: {type: category, protected: true}
        """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path trained;
    private final String name;

    private PlantedModels(Path trained, String name) {
        this.trained = trained;
        this.name = name;
    }

    /** A year of leads, of which the large ones and those from the web buy more often. */
    static PlantedModels in(Path folder) throws IOException {
        var random = new SplittableRandom(7);
        var lines = new ArrayList<>(List.of("lead,asked,bought,employees,source,calls,country"));
        for (int row = 0; row < 1500; row++) {
            var asked = LocalDate.of(2025, 1, 1).plusDays(row * 365L / 1500);
            double size = random.nextGaussian();
            int source = random.nextInt(3);
            boolean bought = random.nextDouble() < 1 / (1 + Math.exp(1.2 - size - source * 0.6));
            lines.add("lead-%d,%s,%s,%d,%s,%d,country-%d"
                    .formatted(
                            row,
                            asked,
                            bought ? asked.plusDays(1 + random.nextInt(28)) : "",
                            Math.round(100 * Math.exp(size)),
                            List.of("fair", "mail|list", "web").get(source),
                            random.nextInt(9),
                            random.nextInt(5)));
        }
        var table = Files.write(folder.resolve("leads.csv"), lines);
        var out = folder.resolve("trained");
        var model = ModelFolder.write(out, learn(table), "1.0", 1).orElseThrow();
        return new PlantedModels(out, ModelFolder.name(model));
    }

    private static Learning learn(Path table) {
        return Learner.learn(
                TableReader.read(table, SchemaFile.parse("leads.yaml", SCHEMA), Instant.parse("2026-07-01T00:00:00Z")),
                false,
                1);
    }

    /** As it was trained. */
    Path trained() {
        return trained.resolve(name);
    }

    /** The same model under another seed. */
    Path plant(Path folder, int seed) throws IOException {
        return plant(folder, seed, rows -> rows, report -> {});
    }

    /**
     * @param told what the model says of rows, in the place of what it said
     * @param report changed after its figures are worked out
     */
    Path plant(Path folder, int seed, UnaryOperator<List<PredictionTable.Row>> told, Consumer<ObjectNode> report)
            throws IOException {
        var out = Files.createDirectories(folder.resolve("out-" + seed));
        var model = object(trained().resolve(ModelFolder.FILE));
        ((ObjectNode) model.required("provenance")).put("seed", seed);
        var document = object(trained.resolve(ModelFolder.REPORT));
        var rows = told.apply(PredictionTable.read(trained.resolve(ModelFolder.PREDICTIONS)));
        judge(document, rows);
        report.accept(document);
        if (document.has("dataFingerprint")) {
            ((ObjectNode) model.required("provenance")).set("dataFingerprint", document.get("dataFingerprint"));
        }
        model.set("target", document.get("target"));
        model.set("horizonDays", document.get("horizonDays"));
        byte[] bytes = JSON.writeValueAsBytes(model);
        var name = ModelFolder.PREFIX + Bytes.sha256(bytes).substring(0, 16);
        var folderOfModel = Files.createDirectories(out.resolve(name));
        Files.write(folderOfModel.resolve(ModelFolder.FILE), bytes);
        PredictionTable.write(out.resolve(ModelFolder.PREDICTIONS), rows.stream());
        document.put("model", name);
        Files.write(out.resolve(ModelFolder.REPORT), JSON.writeValueAsBytes(document));
        return folderOfModel;
    }

    private static ObjectNode object(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(file.toFile());
    }

    private static void judge(ObjectNode report, List<PredictionTable.Row> rows) {
        var test = rows.stream().filter(row -> row.split().equals("test")).toList();
        var outcome = new boolean[test.size()];
        for (int row = 0; row < outcome.length; row++) {
            outcome[row] = test.get(row).label();
        }
        var probabilities = new Probabilities(
                test.stream().mapToDouble(PredictionTable.Row::probability).toArray(), outcome);
        var judgement = (ObjectNode) report.required("judgement");
        judgement.put("rows", test.size());
        judgement.put(
                "successes", test.stream().filter(PredictionTable.Row::label).count());
        judgement.put("logLoss", probabilities.logLoss());
        judgement.put("calibrationError", probabilities.calibrationError());
        judgement.set("reliability", JSON.valueToTree(probabilities.bins()));
    }

    /** What a model would tell that saw the rows through fog: log-odds drawn towards their middle, in the wrong order here and there. */
    static UnaryOperator<List<PredictionTable.Row>> blurred(double deviations, long seed) {
        var random = new SplittableRandom(seed);
        return rows -> rows.stream()
                .map(row -> {
                    double logOdds = Math.log(row.probability() / (1 - row.probability()));
                    return told(row, 1 / (1 + Math.exp(-logOdds - deviations * random.nextGaussian())));
                })
                .toList();
    }

    static PredictionTable.Row told(PredictionTable.Row row, double probability) {
        return new PredictionTable.Row(
                row.id(), row.time(), row.label(), row.split(), new Calibrated(0, 0, probability, 1, 1));
    }
}
