package io.caucus.api.cli;

import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureValue;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.explanation.ExplanationSentences;
import io.caucus.scoring.explanation.ScoreStep;
import io.caucus.scoring.explanation.Shift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step from one score to another, feature by feature, with the names people know. */
final class ShiftText {

    private static final int ITEMS_SHOWN = 3;

    private final EvidenceSentences sentences;

    ShiftText(EvidenceSentences sentences) {
        this.sentences = sentences;
    }

    /** What moves the chance, each with some of the facts that came or went. */
    List<String> lines(ScoreStep step) {
        var lines = new ArrayList<String>();
        if (step.basePoints() != 0) {
            lines.add("%+6.1f    the base that every account begins at".formatted(100 * step.basePoints()));
        }
        step.shifts().stream().filter(Shift::moves).forEach(shift -> {
            lines.add("%+6.1f    %s".formatted(100 * shift.points(), ExplanationSentences.of(shift)));
            facts("now   ", shift.appeared(), lines);
            facts("before", shift.gone(), lines);
        });
        if (step.calibrationPoints() != 0) {
            lines.add("%+6.1f    calibration, by what became of accounts told about the same"
                    .formatted(100 * step.calibrationPoints()));
        }
        return lines;
    }

    private void facts(String when, List<EvidenceItem> items, List<String> lines) {
        sentences.of(items).limit(ITEMS_SHOWN).forEach(fact -> lines.add("            %s  %s".formatted(when, fact)));
        if (items.size() > ITEMS_SHOWN) {
            lines.add("            %s  and %d more".formatted(when, items.size() - ITEMS_SHOWN));
        }
    }

    Map<String, Object> document(ScoreStep step) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("points", step.points());
        document.put("logOdds", step.logOdds());
        document.put("probability", step.after().probability());
        document.put("band", step.after().band());
        document.put("basePoints", step.basePoints());
        document.put("baseLogOdds", step.baseLogOdds());
        document.put("calibrationPoints", step.calibrationPoints());
        document.put("features", step.shifts().stream().map(this::document).toList());
        return document;
    }

    private Map<String, Object> document(Shift shift) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("feature", shift.feature().id());
        putValue(document, "before", shift.before());
        putValue(document, "after", shift.after());
        document.put("points", shift.points());
        document.put("logOdds", shift.logOdds());
        document.put("sentence", ExplanationSentences.of(shift));
        document.put("appeared", sentences.of(shift.appeared()).toList());
        document.put("gone", sentences.of(shift.gone()).toList());
        return document;
    }

    /** A value that is not known is absent. */
    static void putValue(Map<String, Object> document, String name, FeatureValue value) {
        switch (value) {
            case FeatureValue.Quantity quantity -> document.put(name, quantity.amount());
            case FeatureValue.Category category -> document.put(name, category.name());
            case FeatureValue.Missing missing -> {}
        }
    }

    static String text(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Score score ->
                "%.1f %% (%.0f to %.0f %%), %s"
                        .formatted(100 * score.probability(), 100 * score.low(), 100 * score.high(), score.band());
            case Assessment.NoScore blank ->
                "no score (%s)".formatted(blank.reason().sentence());
        };
    }

    static Map<String, Object> document(Assessment assessment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model", assessment.modelVersion());
        switch (assessment) {
            case Assessment.Score score -> {
                document.put("probability", score.probability());
                document.put("interval", List.of(score.low(), score.high()));
                document.put("band", score.band());
                document.put("tier", score.tier().name());
            }
            case Assessment.NoScore blank -> {
                document.put("reason", blank.reason().name());
                document.put("cure", blank.cure());
            }
        }
        return document;
    }
}
