package io.caucus.features.engagement;

import io.caucus.features.Feature;
import java.util.ArrayList;
import java.util.List;

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
}
