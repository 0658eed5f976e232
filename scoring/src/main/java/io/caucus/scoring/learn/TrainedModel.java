package io.caucus.scoring.learn;

import io.caucus.scoring.Tier;
import java.time.Duration;
import java.time.Instant;

/**
 * A model as it is kept, with what it answers.
 *
 * @param target what a success is, in a sentence
 * @param horizon within how long
 * @param tier what its outcomes sufficed for
 * @param origin what it was made of
 */
public record TrainedModel(String target, Duration horizon, Tier tier, LearnedScorer scorer, Origin origin) {

    /**
     * What later rows are held against.
     *
     * @param learnedUntil the newest cutoff of any row that was learned from, calibration included
     * @param embargo that must lie between it and rows that judge the model
     * @param baseRate of the training window
     * @param reference what training rows had in each column
     */
    public record Origin(Instant learnedUntil, Duration embargo, double baseRate, Reference reference) {}

    /** The same, for rows of another schema that has the model's columns among its inputs. */
    TrainedModel placedIn(TableSchema schema) {
        return new TrainedModel(
                target,
                horizon,
                tier,
                scorer.placedIn(schema.inputs().stream().map(Column::name).toList()),
                new Origin(
                        origin.learnedUntil(),
                        origin.embargo(),
                        origin.baseRate(),
                        origin.reference().placedIn(schema)));
    }
}
