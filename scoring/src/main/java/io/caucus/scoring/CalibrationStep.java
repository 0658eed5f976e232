package io.caucus.scoring;

/**
 * From what a learned model says to a chance that keeps its word: a line of its own beside the contributions, since no feature took this
 * step.
 *
 * @param logOdds what the model says, before calibration
 * @param points what calibration adds to that, in probability, so that 0.05 is five points
 */
public record CalibrationStep(double logOdds, double points) {

    /** The chance before calibration. */
    public double uncalibrated() {
        return LogOdds.toProbability(logOdds);
    }
}
