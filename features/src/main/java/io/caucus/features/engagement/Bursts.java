package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In how many separate runs the account acted. */
final class Bursts implements Feature {

    private final EngagementParameters parameters;

    Bursts(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.bursts",
                "Bursts of engagement",
                "Number of runs of buyer actions, where %d days or more without one end a run."
                        .formatted(parameters.burstGap().toDays()),
                Unit.COUNT,
                Optional.empty(),
                "Nobody employed at the account ever acted.",
                Actors.BUYER,
                List.of("burstGap"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var actions = activity.actions();
        if (actions.isEmpty()) {
            return FeatureValue.missing();
        }
        var openings = openings(actions);
        citations.cite(() -> evidence(activity, openings));
        return FeatureValue.of(openings.size());
    }

    private List<Engagement> openings(List<Engagement> actions) {
        var openings = new ArrayList<Engagement>(List.of(actions.getFirst()));
        for (int i = 1; i < actions.size(); i++) {
            var silenceUntil = actions.get(i - 1).time().occurredAt().plus(parameters.burstGap());
            if (!actions.get(i).time().occurredAt().isBefore(silenceUntil)) {
                openings.add(actions.get(i));
            }
        }
        return openings;
    }

    /** What opened each burst, then what kept it going, newest first. */
    private static List<EvidenceItem> evidence(Activity activity, List<Engagement> openings) {
        var others = activity.actions().stream()
                .filter(action -> !openings.contains(action))
                .toList();
        return Stream.of(activity.cite(openings), activity.cite(others))
                .<EvidenceItem>flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("burstGapMillis", parameters.burstGap().toMillis());
    }
}
