package io.caucus.features.opportunity;

import io.caucus.features.Feature;
import java.util.List;

/** The opportunity family. */
public final class OpportunityFeatures {

    private OpportunityFeatures() {}

    public static List<Feature> all(OpportunityParameters parameters) {
        return List.of(
                new DaysInStage(parameters),
                new Pushes(),
                new StageRegressions(),
                new MovedWithoutBuyer(parameters),
                new AmountChange(),
                new NextStepSetByBuyer(parameters),
                new AgeInQuarters());
    }
}
