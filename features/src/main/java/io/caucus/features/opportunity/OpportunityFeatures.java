package io.caucus.features.opportunity;

import io.caucus.features.Feature;
import io.caucus.features.activity.Activity;
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

    /** Whether somebody employed at the account set a next step, as {@code opportunity.next_step_set_by_buyer} tells it. */
    public static boolean isNextStepSet(Activity activity, OpportunityParameters parameters) {
        return !NextStepSetByBuyer.telling(activity, parameters).isEmpty();
    }
}
