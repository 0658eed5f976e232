package io.caucus.features.negative;

import io.caucus.features.Feature;
import java.util.List;

/** The negative family. */
public final class NegativeFeatures {

    private NegativeFeatures() {}

    public static List<Feature> all(NegativeParameters parameters) {
        return List.of(
                new Unsubscribes(parameters),
                SaidOutright.notAFit(parameters),
                SaidOutright.choseCompetitor(parameters),
                new GhostedAfterPricing(parameters),
                new DarkAfterFirstTouch(parameters),
                new UnexplainedQuiet(parameters),
                new ObjectionOpen(parameters));
    }
}
