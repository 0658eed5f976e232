package io.caucus.scoring.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chance that something comes true in none of the steps in time that it was asked about: with h the probability of a step, the
 * chance that it comes true in that step if it has not before, {@code (1 − h₁)(1 − h₂)…}
 *
 * @param from when the first step begins
 * @param until when the last one ends
 * @param probability in [0, 1]
 * @see <a href="https://doi.org/10.3102/10769986018002155">Singer, Willett 1993, It's About Time</a>
 */
public record Survival(String id, Instant from, Instant until, int steps, double probability) {

    /**
     * One for each id, in the order in which the ids first occur.
     *
     * @throws LearningRefused if the rows of an id are not as far apart as the model's horizon
     */
    public static List<Survival> of(Predictions predictions) {
        Map<String, List<Prediction>> byId = new LinkedHashMap<>();
        for (Prediction row : predictions.rows()) {
            byId.computeIfAbsent(row.question().id(), id -> new ArrayList<>()).add(row);
        }
        var horizon = predictions.model().horizon();
        return byId.values().stream().map(steps -> of(steps, horizon)).toList();
    }

    private static Survival of(List<Prediction> steps, Duration horizon) {
        steps.sort(Comparator.comparing(step -> step.question().cutoff()));
        double probability = 1;
        for (int step = 0; step < steps.size(); step++) {
            if (step > 0) {
                checkFollows(steps.get(step - 1).question(), steps.get(step).question(), horizon);
            }
            probability *= 1 - steps.get(step).told().probability();
        }
        var first = steps.getFirst().question();
        return new Survival(
                first.id(),
                first.cutoff(),
                steps.getLast().question().cutoff().plus(horizon),
                steps.size(),
                probability);
    }

    private static void checkFollows(Question one, Question next, Duration horizon) {
        if (!one.cutoff().plus(horizon).equals(next.cutoff())) {
            throw new LearningRefused(
                    "row '%s' is asked as of %s and next as of %s; steps in time must follow each other by the model's horizon of %d days"
                            .formatted(one.id(), one.cutoff(), next.cutoff(), horizon.toDays()));
        }
    }
}
