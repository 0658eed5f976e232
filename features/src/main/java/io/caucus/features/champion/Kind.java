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

/** What kind of champion there is. */
final class Kind implements Feature {

    private final ChampionParameters parameters;

    Kind(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.kind",
                "Kind of champion",
                """
                The first that fits of: EFFECT, somebody whom at least %d colleagues followed as champion.colleagues_in_7d \
                counts and whose cascade influence chance gives to anybody in at most %s of cases (champion.lift_p); CLAIMED, \
                somebody employed at the account is recorded as champion on an open opportunity; PAST, somebody employed at the \
                account bought elsewhere, as network.champion_moves counts; else NONE. No statement \
                recomputes it, for Cypher has no seeded draws.""".formatted(parameters.fewestFollowers(), parameters.significance()),
                Unit.CATEGORY,
                Optional.empty(),
                "Nobody employed at the account ever acted, nobody is recorded as champion, and nobody bought elsewhere.",
                Actors.BUYER,
                ChampionParameters.ofCreditsAnd(
                        "leastCredit", "followWithin", "fewestFollowers", "shifts", "shiftSeed", "significance"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var champions = account.champions();
        var effect = champions.findNumberByEffect();
        var claimed = Stated.of(account.activity()).here();
        if (effect.isPresent()) {
            citations.cite(() -> champions.citeCredits(effect.getAsInt()));
            return FeatureValue.of(ChampionKind.EFFECT);
        }
        if (!claimed.isEmpty()) {
            citations.cite(() -> Stated.cite(claimed));
            return FeatureValue.of(ChampionKind.CLAIMED);
        }
        if (!account.pastBuyers().wins().isEmpty()) {
            citations.cite(() -> account.pastBuyers().cite(person -> 1));
            return FeatureValue.of(ChampionKind.PAST);
        }
        return account.activity().actions().isEmpty() ? FeatureValue.missing() : FeatureValue.of(ChampionKind.NONE);
    }

    /** There is none to tell anything. */
    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
