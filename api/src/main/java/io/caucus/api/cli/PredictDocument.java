package io.caucus.api.cli;

import io.caucus.scoring.learn.ColumnShare;
import io.caucus.scoring.learn.Prediction;
import io.caucus.scoring.learn.PredictionSentences;
import io.caucus.scoring.learn.Predictions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model says of a table, as a JSON document. The rows themselves are in the CSV file. */
final class PredictDocument {

    private PredictDocument() {}

    /** @param explained the rows to take apart */
    static Map<String, Object> of(String model, Predictions predictions, List<Prediction> explained) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model", model);
        document.put("target", predictions.model().target());
        document.put("horizonDays", predictions.model().horizon().toDays());
        document.put("tier", predictions.model().tier().name());
        document.put("rows", predictions.rows().size());
        document.put("rowsWithoutCutoff", predictions.undated());
        if (!predictions.rows().isEmpty()) {
            document.put("meanProbability", PredictText.mean(predictions));
        }
        document.put(
                "wideIntervals",
                predictions.rows().stream().filter(Prediction::isWide).count());
        document.put("flaggedRows", PredictText.flaggedRows(predictions));
        document.put(
                "explained",
                explained.stream().map(each -> explanation(predictions, each)).toList());
        return document;
    }

    private static Map<String, Object> explanation(Predictions predictions, Prediction prediction) {
        var breakdown = predictions.explain(prediction);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", prediction.question().id());
        document.put("time", prediction.question().cutoff().toString());
        document.put("probability", prediction.told().probability());
        document.put(
                "interval", List.of(prediction.told().low(), prediction.told().high()));
        document.put("confidence", prediction.confidence());
        document.put(
                "flags",
                prediction.deviations().stream().map(PredictionSentences::of).toList());
        document.put("baseLogOdds", breakdown.baseLogOdds());
        document.put("base", breakdown.baseProbability());
        document.put(
                "contributions",
                breakdown.shares().stream().map(PredictDocument::share).toList());
        document.put("marginLogOdds", breakdown.margin());
        document.put("calibrationPoints", breakdown.calibrationPoints());
        document.put("calibration", PredictionSentences.ofCalibration(breakdown));
        return document;
    }

    private static Map<String, Object> share(ColumnShare share) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", share.column());
        share.value().ifPresent(value -> document.put("value", value));
        document.put("unseen", share.isUnseen());
        document.put("logOdds", share.logOdds());
        document.put("points", share.points());
        document.put("sentence", PredictionSentences.of(share));
        return document;
    }
}
