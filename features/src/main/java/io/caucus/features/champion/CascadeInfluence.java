package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.Map;
import java.util.Optional;

/** How many colleagues the strongest person brought in through any number of others, in expectation. */
final class CascadeInfluence implements Feature {

    private final ChampionParameters parameters;

    CascadeInfluence(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.cascade_influence",
                "Cascade influence of the strongest champion",
                """
                As champion.direct_influence, through all generations: an activation counts with its credit × (1 + what the \
                actions from it up to the person's next activation brought about in the same way). It is the expected number \
                of activations that descend from the person if each draws one cause by its credits.""",
                Unit.CREDIT,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        if (!champions.areTwo()) {
            return FeatureValue.missing();
        }
        int strongest = champions.most(champions::cascadeInfluence);
        citations.cite(champions::citeCredits);
        return FeatureValue.of(champions.cascadeInfluence(strongest));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.ofCredits(parameters);
    }
}
