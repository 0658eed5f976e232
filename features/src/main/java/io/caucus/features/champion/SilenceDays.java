package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long the recorded champions have been silent. */
final class SilenceDays implements Feature {

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.silence_days",
                "Days of the champion's silence",
                "Age, in days with fractions, of the last buyer action of anybody employed at the account who is recorded as"
                        + " champion on an open opportunity.",
                Unit.DAYS,
                Optional.empty(),
                "Nobody employed at the account is recorded as champion, or none of them ever acted.",
                Actors.BUYER,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var theirs = actionsOf(Stated.of(activity).here(), activity);
        if (theirs.isEmpty()) {
            return FeatureValue.missing();
        }
        var last = at(theirs.getLast());
        citations.cite(() -> activity.cite(
                theirs.stream().filter(action -> at(action).equals(last)).toList()));
        return FeatureValue.of(account.asOf().daysSince(last));
    }

    private static List<Engagement> actionsOf(Set<PersonId> champions, Activity activity) {
        return activity.actions().stream()
                .filter(action -> activity.performersOf(action).stream().anyMatch(champions::contains))
                .toList();
    }

    private static Instant at(Engagement action) {
        return action.time().occurredAt();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
