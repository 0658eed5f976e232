package io.caucus.features;

import io.caucus.features.champion.ChampionParameters;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.engagement.EngagementParameters;
import io.caucus.features.negative.NegativeParameters;
import io.caucus.features.opportunity.OpportunityParameters;

/** Every window, weight and cut-point of the catalogue. Another value makes another {@link FeatureCatalogue#version()}. */
public record Parameters(
        CommitteeParameters committee,
        ChampionParameters champion,
        EngagementParameters engagement,
        NegativeParameters negative,
        OpportunityParameters opportunity) {

    public static final Parameters DEFAULT = new Parameters(
            CommitteeParameters.DEFAULT,
            ChampionParameters.DEFAULT,
            EngagementParameters.DEFAULT,
            NegativeParameters.DEFAULT,
            OpportunityParameters.DEFAULT);
}
