package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the account has been acting at all. */
final class DaysSinceFirst implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.days_since_first",
                "Days since the first action",
                "Age, in days with fractions, of the first buyer action of anybody employed at the account.",
                Unit.DAYS,
                Optional.empty(),
                "Nobody employed at the account ever acted.",
                Actors.BUYER,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var actions = account.activity().actions();
        if (actions.isEmpty()) {
            return FeatureValue.missing();
        }
        var first = actions.getFirst().time().occurredAt();
        citations.cite(() -> account.activity().cite(DaysSinceLast.actionsAt(first, actions)));
        return FeatureValue.of(account.asOf().daysSince(first));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
