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

/** How many colleagues the strongest person brought in, in expectation. */
final class DirectInfluence implements Feature {

    private final ChampionParameters parameters;

    DirectInfluence(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.direct_influence",
                "Direct influence of the strongest champion",
                """
                For the person with most of it: the sum of their credit for colleagues' activations (a first buyer action, \
                or the first after %d days of silence). An action of theirs within %d days before weighs \
                %s · κ · (1 + lag/%d h)^−%s ÷ people reached, with κ = %s where one of the two actions names the other \
                person, else 1; its credit is its weight ÷ (%s + all weights).""".formatted(
                                parameters.silence().toDays(),
                                parameters.lookBack().toDays(),
                                parameters.pairStrength(),
                                parameters.kernelScale().toHours(),
                                parameters.kernelExponent(),
                                parameters.explicitOdds(),
                                parameters.baseRate()),
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
        int strongest = champions.most(champions::directInfluence);
        citations.cite(() -> champions.citeCredits(strongest));
        return FeatureValue.of(champions.directInfluence(strongest));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.ofCredits(parameters);
    }
}
