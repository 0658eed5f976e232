package io.caucus.scoring.learn;

import io.caucus.scoring.Tier;
import java.time.Duration;

/**
 * A model as it is kept, with what it answers.
 *
 * @param target what a success is, in a sentence
 * @param horizon within how long
 * @param tier what its outcomes sufficed for
 */
public record TrainedModel(String target, Duration horizon, Tier tier, LearnedScorer scorer) {

    TrainedModel with(Encoding encoding) {
        return new TrainedModel(
                target, horizon, tier, new LearnedScorer(encoding, scorer.model(), scorer.calibration()));
    }
}
