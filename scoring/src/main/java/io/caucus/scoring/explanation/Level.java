package io.caucus.scoring.explanation;

/**
 * How high a score stands.
 *
 * @param logOdds what the model says, before calibration
 * @param calibrationPoints what calibration adds to that, in probability; 0 where there is none
 * @param probability after it
 */
public record Level(double logOdds, double calibrationPoints, double probability, String band) {}
