package io.caucus.scoring.learn;

import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.model.LearnedModel;

/** What serves: from a row's columns to inputs, to a margin, to a probability with its interval. */
public record LearnedScorer(Encoding encoding, LearnedModel model, Calibration calibration) {

    public LearnedScorer {
        if (encoding.width() != model.inputs()) {
            throw new IllegalArgumentException(
                    "the encoding makes %d inputs, the model reads %d".formatted(encoding.width(), model.inputs()));
        }
    }

    public double margin(LearningTable.Row row) {
        return model.margin(encoding.encode(row.question()));
    }

    public Calibrated score(LearningTable.Row row) {
        return calibration.of(margin(row));
    }

    /** The score, with how far it may be leaned on. */
    public Prediction predict(Question question) {
        var told = calibration.of(model.margin(encoding.encode(question)));
        var deviations = encoding.deviations(question);
        return new Prediction(
                question, told, Confidence.of(told.width(), deviations, encoding.missing(question)), deviations);
    }
}
