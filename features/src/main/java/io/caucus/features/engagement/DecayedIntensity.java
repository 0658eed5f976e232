package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.HalfLife;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much the account does, where what is old counts for less. */
final class DecayedIntensity implements Feature {

    private final String id;
    private final String title;
    private final String halfLifeName;
    private final HalfLife halfLife;
    private final EngagementParameters.Intensity parameters;

    private DecayedIntensity(
            String id,
            String title,
            String halfLifeName,
            HalfLife halfLife,
            EngagementParameters.Intensity parameters) {
        this.id = id;
        this.title = title;
        this.halfLifeName = halfLifeName;
        this.halfLife = halfLife;
        this.parameters = parameters;
    }

    /** These days', these weeks' and this season's: how they differ tells more than any one of them. */
    static List<Feature> all(EngagementParameters.Intensity parameters) {
        return List.of(
                new DecayedIntensity(
                        "engagement.intensity_3d",
                        "Intensity of these days",
                        "shortHalfLife",
                        parameters.shortHalfLife(),
                        parameters),
                new DecayedIntensity(
                        "engagement.intensity_14d",
                        "Intensity of these weeks",
                        "middleHalfLife",
                        parameters.middleHalfLife(),
                        parameters),
                new DecayedIntensity(
                        "engagement.intensity_60d",
                        "Intensity of this season",
                        "longHalfLife",
                        parameters.longHalfLife(),
                        parameters));
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                id,
                title,
                "Σ weight · 2^(−age ÷ half-life) over all buyer actions, with weights by kind of action (intensity.actionWeights) and a half-life of %d days (intensity.%s)."
                        .formatted(halfLife.duration().toDays(), halfLifeName),
                Unit.WEIGHTED_ACTIONS,
                Optional.empty(),
                "Nobody employed at the account ever acted.",
                Actors.BUYER,
                List.of("intensity"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var actions = account.activity().actions();
        if (actions.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> account.activity().cite(actions));
        double sum = 0;
        for (Engagement action : actions) {
            sum += parameters.weight(action.kind())
                    * halfLife.weightAfter(account.asOf().ageOf(action.time().occurredAt()));
        }
        return FeatureValue.of(sum);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "actionWeights",
                parameters.weightsByName(),
                "halfLifeMillis",
                halfLife.duration().toMillis());
    }
}
