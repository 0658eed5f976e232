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

/** How likely chance gives anybody as much influence. */
final class LiftP implements Feature {

    private final ChampionParameters parameters;

    LiftP(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.lift_p",
                "Cascade influence by chance",
                """
                How likely chance would give anybody as much cascade influence: (1 + shifted logs of champion.lift with as much or \
                more) ÷ (1 + %d). No statement recomputes it, for Cypher has no seeded draws.""".formatted(parameters.shifts()),
                Unit.CHANCE,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd("shifts", "shiftSeed"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        if (!champions.areTwo()) {
            return FeatureValue.missing();
        }
        citations.cite(champions::citeCredits);
        return FeatureValue.of(champions.chance().p());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
