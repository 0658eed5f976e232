package io.caucus.features.engagement;

import io.caucus.features.Feature;
import io.caucus.features.activity.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engagement family. */
public final class EngagementFeatures {

    private EngagementFeatures() {}

    public static List<Feature> all(EngagementParameters parameters) {
        var all = new ArrayList<Feature>(List.of(
                new DaysSinceFirst(),
                new DaysSinceLast(),
                new Momentum(parameters),
                new Acceleration(parameters),
                new Bursts(parameters),
                new MeanGap(parameters),
                new State(parameters),
                new BusiestChannels(parameters),
                new ResearchDepth(parameters),
                new ReturnVisits(parameters),
                new TechnicalShare(parameters.content()),
                new PricingAndProof(parameters.content()),
                new ReplyLatency(parameters.replies()),
                new Forwards(parameters),
                new HandRaise(parameters),
                new Excluded(parameters)));
        all.addAll(DecayedIntensity.all(parameters.intensity()));
        return List.copyOf(all);
    }

    /** The state of engagement, as {@code engagement.state} gives it; empty if nobody employed at the account ever acted. */
    public static Optional<EngagementState> findState(Activity activity, EngagementParameters parameters) {
        return activity.actions().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new State(parameters).state(activity, activity.history().asOf()));
    }
}
