package io.caucus.scoring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.table.PredictionTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a version told of each row of its newest window, and what happened: enough to compare two versions row by row. Rows have no ids
 * here, since a registry forgets nothing and people may ask to be forgotten; a hash over all of them says whether two windows are the same.
 */
final class JudgedRows {

    /** How far a log loss worked out again may be off: the sum is taken in the same order. */
    private static final double ROUNDING = 1e-9;

    private final String rows;
    private final boolean[] success;
    private final double[] probability;

    private JudgedRows(String rows, boolean[] success, double[] probability) {
        this.rows = rows;
        this.success = success;
        this.probability = probability;
    }

    /** @throws RegistryRefused if they are not those of the report */
    static JudgedRows from(Path predictions, Evaluation report) {
        try {
            return of(PredictionTable.read(predictions)).checked(predictions, report);
        } catch (IOException e) {
            throw new RegistryRefused(
                    "%s cannot be read (%s); training wrote it beside the model: train again".formatted(predictions, e),
                    e);
        } catch (IllegalArgumentException e) {
            throw new RegistryRefused(
                    "%s is no table of predictions: %s; train again".formatted(predictions, e.getMessage()), e);
        }
    }

    private static JudgedRows of(List<PredictionTable.Row> table) {
        var test = table.stream().filter(row -> row.split().equals("test")).toList();
        var names = test.stream()
                .map(row -> "%s\u0000%s\u0000%s".formatted(row.id(), row.time(), row.label()))
                .collect(Collectors.joining("\u0001"));
        var success = new boolean[test.size()];
        IntStream.range(0, success.length)
                .forEach(row -> success[row] = test.get(row).label());
        return new JudgedRows(
                Bytes.sha256(names.getBytes(StandardCharsets.UTF_8)),
                success,
                test.stream().mapToDouble(PredictionTable.Row::probability).toArray());
    }

    private JudgedRows checked(Path predictions, Evaluation report) {
        int successes = (int)
                IntStream.range(0, success.length).filter(row -> success[row]).count();
        if (success.length != report.model().rows()
                || successes != report.model().successes()
                || !(Math.abs(probabilities().logLoss() - report.model().logLoss()) <= ROUNDING)) {
            throw new RegistryRefused(
                    "%s is not of the model that the report beside it judges: of the newest window it has %d rows and %d successes, the report %d and %d, or their log losses differ; train again"
                            .formatted(
                                    predictions,
                                    success.length,
                                    successes,
                                    report.model().rows(),
                                    report.model().successes()));
        }
        return this;
    }

    static JudgedRows read(JsonNode document) {
        var outcomes = document.required("success").asText();
        var told = document.required("probability");
        var success = new boolean[outcomes.length()];
        IntStream.range(0, success.length).forEach(row -> success[row] = outcomes.charAt(row) == '1');
        return new JudgedRows(
                document.required("rows").asText(),
                success,
                IntStream.range(0, told.size())
                        .mapToDouble(row -> told.get(row).asDouble())
                        .toArray());
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", rows);
        document.put(
                "success",
                IntStream.range(0, success.length)
                        .mapToObj(row -> success[row] ? "1" : "0")
                        .collect(Collectors.joining()));
        document.put("probability", probability);
        return document;
    }

    int size() {
        return success.length;
    }

    boolean isOfTheSameRowsAs(JudgedRows other) {
        return rows.equals(other.rows);
    }

    /** By the probabilities that were told. */
    Ranking ranking() {
        return new Ranking(probability, success);
    }

    Probabilities probabilities() {
        return new Probabilities(probability, success);
    }
}
