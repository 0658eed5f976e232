package io.caucus.scoring.learn;

import io.caucus.scoring.train.LogisticTrainer;
import io.caucus.scoring.train.Trainer;
import io.caucus.scoring.train.TreeTrainer;
import java.util.List;

/**
 * A way to learn, and how it fared on the rolling origins.
 *
 * @param averagePrecision over all rows predicted from an origin
 * @param logLoss likewise, before calibration
 * @param isChosen whether it serves
 * @param reason for or against, in a sentence
 */
public record Candidate(String name, double averagePrecision, double logLoss, boolean isChosen, String reason) {

    /** Simplest first: a later one must earn its place. */
    static List<Trainer> trainers(long seed) {
        return List.of(
                new LogisticTrainer(5, seed),
                new LogisticTrainer(30, seed),
                new TreeTrainer(100, 2, 0.1, seed),
                new TreeTrainer(150, 4, 0.05, seed));
    }
}
