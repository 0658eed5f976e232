package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether chance alone would make these days as busy. */
final class Acceleration implements Feature {

    private final EngagementParameters parameters;

    Acceleration(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.acceleration_p",
                "Chance of so busy days",
                """
                How likely the last %d days would see as many buyer actions as they did if the pace of the %d days before had not \
                risen: the p-value of the one-sided Poisson rate test.""".formatted(parameters.surge().toDays(), parameters.baseline().toDays()),
                Unit.CHANCE,
                Optional.of(reach()),
                "No buyer action in either stretch.",
                Actors.BUYER,
                List.of("surge", "baseline"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var compared = activity.actionsIn(account.asOf().last(reach()));
        if (compared.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> activity.cite(compared));
        return FeatureValue.of(parameters.surgeP(activity, account.asOf()));
    }

    private Duration reach() {
        return parameters.surge().plus(parameters.baseline());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "surgeMillis", parameters.surge().toMillis(),
                "baselineMillis", parameters.baseline().toMillis());
    }
}
