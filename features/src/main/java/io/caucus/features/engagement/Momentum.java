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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the last week was busier than the last month. */
final class Momentum implements Feature {

    private final EngagementParameters parameters;

    Momentum(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.momentum_7_30",
                "Momentum",
                "Buyer actions per day in the last %1$d days ÷ those per day in the last %2$d days, with %3$s added to both counts."
                        .formatted(
                                parameters.shortWindow().toDays(),
                                parameters.longWindow().toDays(),
                                parameters.shrinkage()),
                Unit.RATE_RATIO,
                Optional.of(parameters.longWindow()),
                "No buyer action in the window: two rates of nothing have no ratio.",
                Actors.BUYER,
                List.of("shortWindow", "longWindow", "shrinkage"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var inLong = activity.actionsIn(account.asOf().last(parameters.longWindow()));
        if (inLong.isEmpty()) {
            return FeatureValue.missing();
        }
        int inShort = activity.countIn(account.asOf().last(parameters.shortWindow()));
        citations.cite(() -> activity.cite(inLong));
        return FeatureValue.of(parameters.momentum(inShort, inLong.size()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "shortSince", since(asOf, parameters.shortWindow()),
                "longSince", since(asOf, parameters.longWindow()),
                "shortDays", parameters.shortWindow().toDays(),
                "longDays", parameters.longWindow().toDays(),
                "shrinkage", parameters.shrinkage());
    }

    private static Object since(AsOf asOf, Duration window) {
        return asOf.last(window).after().atZone(ZoneOffset.UTC);
    }
}
