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
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** In how many ways the account acts when it acts most. */
final class BusiestChannels implements Feature {

    private final EngagementParameters parameters;

    BusiestChannels(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.channels_14d",
                "Channels in the busiest two weeks",
                "Distinct channels of the buyer actions in the busiest %d consecutive days of the last %d: those, among all that end with an action, that hold most actions; of equally busy ones the latest."
                        .formatted(
                                parameters.channelSpan().toDays(),
                                parameters.longWindow().toDays()),
                Unit.COUNT,
                Optional.of(parameters.longWindow()),
                "No buyer action in the window.",
                Actors.BUYER,
                List.of("channelSpan", "longWindow"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var recent = activity.actionsIn(account.asOf().last(parameters.longWindow()));
        if (recent.isEmpty()) {
            return FeatureValue.missing();
        }
        var busiest = busiest(recent);
        citations.cite(() -> evidence(activity, busiest, recent));
        return FeatureValue.of((double) busiest.stream()
                .map(action -> action.kind().channel())
                .distinct()
                .count());
    }

    /** The ends of a stretch move on together, so each action enters and leaves it once. */
    private List<Engagement> busiest(List<Engagement> recent) {
        int from = 0;
        int start = 0;
        int end = 0;
        for (int last = 0; last < recent.size(); last++) {
            var after = recent.get(last).time().occurredAt().minus(parameters.channelSpan());
            while (!recent.get(from).time().occurredAt().isAfter(after)) {
                from++;
            }
            if (last + 1 - from >= end - start) {
                start = from;
                end = last + 1;
            }
        }
        return recent.subList(start, end);
    }

    /** What the busiest stretch holds, then what it was compared with, each newest first. */
    private static List<EvidenceItem> evidence(Activity activity, List<Engagement> busiest, List<Engagement> recent) {
        var others = recent.stream().filter(action -> !busiest.contains(action)).toList();
        return Stream.of(activity.cite(busiest), activity.cite(others))
                .<EvidenceItem>flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var channels = new TreeMap<String, String>();
        for (EngagementKind kind : EngagementKind.values()) {
            channels.put(kind.name(), kind.channel().name());
        }
        return Map.of(
                "since", Feature.since(asOf, parameters.longWindow()),
                "spanMillis", parameters.channelSpan().toMillis(),
                "channels", channels);
    }
}
