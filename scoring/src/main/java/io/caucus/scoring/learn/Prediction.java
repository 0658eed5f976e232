package io.caucus.scoring.learn;

import io.caucus.scoring.calibration.Calibrated;
import java.util.List;

/**
 * What a model says of a row whose outcome is open.
 *
 * @param confidence from 0 to 100, as {@link Confidence} defines it
 * @param deviations in what the row is unlike training, in the order of the model's columns
 */
public record Prediction(Question question, Calibrated told, double confidence, List<Deviation> deviations) {

    public Prediction {
        deviations = List.copyOf(deviations);
    }

    /** Whether the interval is so wide that people should look. */
    public boolean isWide() {
        return told.width() > Confidence.WIDE;
    }
}
