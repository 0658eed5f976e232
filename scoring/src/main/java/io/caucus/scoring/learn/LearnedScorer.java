package io.caucus.scoring.learn;

import io.caucus.scoring.LogOdds;
import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.model.LearnedModel;
import java.util.List;
import java.util.Optional;

/**
 * What serves: from a row's columns to inputs, to a margin, to a probability with its interval.
 *
 * @param calibration of all rows
 * @param segments what is added for each segment; empty if there are none
 */
public record LearnedScorer(
        Encoding encoding, LearnedModel model, Calibration calibration, Optional<SegmentCalibration> segments) {

    public LearnedScorer {
        if (encoding.width() != model.inputs()) {
            throw new IllegalArgumentException(
                    "the encoding makes %d inputs, the model reads %d".formatted(encoding.width(), model.inputs()));
        }
    }

    /** Without segments. */
    public LearnedScorer(Encoding encoding, LearnedModel model, Calibration calibration) {
        this(encoding, model, calibration, Optional.empty());
    }

    public double margin(LearningTable.Row row) {
        return model.margin(encoding.encode(row.question()));
    }

    public Calibrated score(LearningTable.Row row) {
        return told(row.question());
    }

    Calibrated told(Question question) {
        double margin = model.margin(encoding.encode(question));
        return segments.map(its -> its.of(calibration, margin, question)).orElseGet(() -> calibration.of(margin));
    }

    /** By what rows are sorted: the margin, which has no ties that it need not; the probability's log-odds where segments turn its order round. */
    public double order(LearningTable.Row row) {
        return segments.map(SegmentCalibration::keepsOrder).orElse(true)
                ? margin(row)
                : LogOdds.of(score(row).probability());
    }

    /** The score, with how far it may be leaned on. */
    public Prediction predict(Question question) {
        var told = told(question);
        var deviations = encoding.deviations(question);
        return new Prediction(
                question, told, Confidence.of(told.width(), deviations, encoding.missing(question)), deviations);
    }

    /** The same, for rows with other inputs that have the model's columns among them. */
    LearnedScorer placedIn(List<String> inputs) {
        return new LearnedScorer(
                encoding.placedIn(inputs), model, calibration, segments.map(its -> its.placedIn(inputs)));
    }
}
