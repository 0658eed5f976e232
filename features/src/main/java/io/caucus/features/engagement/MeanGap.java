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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the account usually stays away between two bursts. */
final class MeanGap implements Feature {

    private static final double DAY = Duration.ofDays(1).toMillis();

    private final EngagementParameters parameters;

    MeanGap(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.mean_gap_days",
                "Mean gap between bursts",
                "Mean time, in days, from the last buyer action of a burst to the first of the next, where %d days or more without one end a burst."
                        .formatted(parameters.burstGap().toDays()),
                Unit.DAYS,
                Optional.empty(),
                "There were fewer than two bursts.",
                Actors.BUYER,
                List.of("burstGap"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var actions = activity.actions();
        var openings = parameters.returnsAfterSilence(actions);
        if (openings.isEmpty()) {
            return FeatureValue.missing();
        }
        long silence = 0;
        for (int opening : openings) {
            silence += between(actions.get(opening - 1), actions.get(opening)).toMillis();
        }
        citations.cite(() -> evidence(activity, openings));
        return FeatureValue.of(silence / (double) openings.size() / DAY);
    }

    private static Duration between(Engagement earlier, Engagement later) {
        return Duration.between(earlier.time().occurredAt(), later.time().occurredAt());
    }

    /** What ended and opened a burst, then what lay between, each newest first. */
    private static List<EvidenceItem> evidence(Activity activity, List<Integer> openings) {
        var actions = activity.actions();
        var edges = openings.stream()
                .flatMap(opening -> Stream.of(actions.get(opening - 1), actions.get(opening)))
                .distinct()
                .toList();
        var others = actions.stream().filter(action -> !edges.contains(action)).toList();
        return Stream.of(activity.cite(edges), activity.cite(others))
                .<EvidenceItem>flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("burstGapMillis", parameters.burstGap().toMillis());
    }
}
