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
        return model.margin(encoding.encode(row));
    }

    public Calibrated score(LearningTable.Row row) {
        return calibration.of(margin(row));
    }
}
