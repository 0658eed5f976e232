package io.caucus.scoring.explanation;

/** How high a score stands. */
public record Level(double logOdds, double probability, String band) {}
