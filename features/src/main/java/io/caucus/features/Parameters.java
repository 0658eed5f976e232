package io.caucus.features;

import io.caucus.features.champion.ChampionParameters;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.engagement.EngagementParameters;
import io.caucus.features.negative.NegativeParameters;
import io.caucus.features.network.NetworkParameters;
import io.caucus.features.opportunity.OpportunityParameters;
import io.caucus.features.product.ProductParameters;
import io.caucus.features.record.RecordParameters;
import io.caucus.features.support.SupportParameters;

/** Every window, weight and cut-point of the catalogue. Another value makes another {@link FeatureCatalogue#version()}. */
public record Parameters(
        CommitteeParameters committee,
        ChampionParameters champion,
        EngagementParameters engagement,
        NegativeParameters negative,
        OpportunityParameters opportunity,
        ProductParameters product,
        SupportParameters support,
        RecordParameters record,
        NetworkParameters network) {

    public static final Parameters DEFAULT = new Parameters(
            CommitteeParameters.DEFAULT,
            ChampionParameters.DEFAULT,
            EngagementParameters.DEFAULT,
            NegativeParameters.DEFAULT,
            OpportunityParameters.DEFAULT,
            ProductParameters.DEFAULT,
            SupportParameters.DEFAULT,
            RecordParameters.DEFAULT,
            NetworkParameters.DEFAULT);
}
