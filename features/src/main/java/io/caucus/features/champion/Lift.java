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

/** How many times chance the strongest cascade is. */
final class Lift implements Feature {

    private final ChampionParameters parameters;

    Lift(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.lift",
                "Cascade influence against chance",
                """
                champion.cascade_influence ÷ its mean when each person's own times are kept but all shifted by one amount drawn \
                evenly, around a circle from the account's first action to the instant asked about, %d times by seed %d; the account itself is \
                counted in that mean. 1 if nobody has any influence. No statement recomputes it, for Cypher has no seeded \
                draws.""".formatted(parameters.shifts(), parameters.shiftSeed()),
                Unit.RATE_RATIO,
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
        return FeatureValue.of(champions.chance().lift());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
