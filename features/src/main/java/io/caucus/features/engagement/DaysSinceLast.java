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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long ago the account last did anything. */
final class DaysSinceLast implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.days_since_last",
                "Days since the last action",
                "Age, in days with fractions, of the last buyer action of anybody employed at the account.",
                Unit.DAYS,
                Optional.empty(),
                "Nobody employed at the account ever acted.",
                Actors.BUYER,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var last = activity.findLast().map(action -> action.time().occurredAt());
        citations.cite(() ->
                activity.cite(last.map(at -> actionsAt(at, activity.actions())).orElse(List.of())));
        return last.map(at -> FeatureValue.of(account.asOf().daysSince(at))).orElseGet(FeatureValue::missing);
    }

    /** All that happened at that very instant: without any one of them the value would be the same. */
    static List<Engagement> actionsAt(Instant instant, List<Engagement> actions) {
        return actions.stream()
                .filter(action -> action.time().occurredAt().equals(instant))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
