package io.caucus.api.cli;

import io.caucus.scoring.learn.Breakdown;
import io.caucus.scoring.learn.ColumnShare;
import io.caucus.scoring.learn.Deviation;
import io.caucus.scoring.learn.Prediction;
import io.caucus.scoring.learn.PredictionSentences;
import io.caucus.scoring.learn.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a model says of a table, as a newcomer reads it. */
final class PredictText {

    private final Predictions predictions;
    private final List<String> lines = new ArrayList<>();

    private PredictText(Predictions predictions) {
        this.predictions = predictions;
    }

    /** @param explained the rows to take apart */
    static List<String> lines(String model, Predictions predictions, List<Prediction> explained) {
        var text = new PredictText(predictions);
        text.summary(model);
        text.flags();
        explained.forEach(text::explain);
        text.line("");
        return text.lines;
    }

    private void line(String text) {
        lines.add(text);
    }

    private void summary(String model) {
        var trained = predictions.model();
        line("Predicted: %s".formatted(trained.target()));
        line("Rows predicted: %,d by %s, tier %s; on average %.1f %%."
                .formatted(predictions.rows().size(), model, trained.tier(), 100 * mean(predictions)));
        if (predictions.undated() > 0) {
            line("Rows left out, without a cutoff to be asked as of: %,d".formatted(predictions.undated()));
        }
        long wide = predictions.rows().stream().filter(Prediction::isWide).count();
        if (wide > 0) {
            line("Rows with an interval wider than 30 points, at which a person should look: %,d".formatted(wide));
        }
    }

    /** NaN if there are no rows. */
    static double mean(Predictions predictions) {
        return predictions.rows().stream()
                .mapToDouble(row -> row.told().probability())
                .average()
                .orElse(Double.NaN);
    }

    private void flags() {
        var byColumn = flaggedRows(predictions);
        if (!byColumn.isEmpty()) {
            line("Unlike training, and flagged row by row: %s."
                    .formatted(byColumn.entrySet().stream()
                            .map(entry -> "%s in %,d".formatted(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", "))));
        }
    }

    /** How many rows each column is flagged in. */
    static Map<String, Integer> flaggedRows(Predictions predictions) {
        var byColumn = new TreeMap<String, Integer>();
        predictions.rows().stream()
                .flatMap(row -> row.deviations().stream())
                .map(Deviation::column)
                .forEach(column -> byColumn.merge(column, 1, Integer::sum));
        return byColumn;
    }

    private void explain(Prediction prediction) {
        var told = prediction.told();
        var breakdown = predictions.explain(prediction);
        line("");
        line("%s as of %s: %.1f %% (%.1f to %.1f %%), confidence %.0f of 100"
                .formatted(
                        prediction.question().id(),
                        prediction.question().cutoff(),
                        100 * told.probability(),
                        100 * told.low(),
                        100 * told.high(),
                        prediction.confidence()));
        prediction.deviations().forEach(each -> line("  flagged  %s".formatted(PredictionSentences.of(each))));
        line("  points  log-odds");
        step(breakdown.baseProbability(), breakdown.baseLogOdds(), PredictionSentences.ofBase(breakdown));
        breakdown.shares().forEach(this::share);
        calibration(breakdown);
    }

    private void share(ColumnShare share) {
        step(share.points(), share.logOdds(), PredictionSentences.of(share));
    }

    private void step(double points, double logOdds, String sentence) {
        line("  %+6.1f  %+8.3f  %s".formatted(100 * points, logOdds, sentence));
    }

    private void calibration(Breakdown breakdown) {
        line("  %+6.1f  %8s  %s"
                .formatted(100 * breakdown.calibrationPoints(), "", PredictionSentences.ofCalibration(breakdown)));
    }
}
