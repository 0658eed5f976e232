package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How much was recorded that does not count as engagement. */
final class Excluded implements Feature {

    private final EngagementParameters parameters;

    Excluded(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.excluded_30d",
                "Not counted by rule",
                "Engagements of either side in the window that are kept but not counted: bulk mail, automatic replies, bot opens, messages to more than 50 people, meetings that were not held.",
                Unit.COUNT,
                Optional.of(parameters.longWindow()),
                "Never: it is 0 where nothing of the kind is recorded.",
                Actors.BOTH,
                List.of("longWindow"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.longWindow());
        var excluded = account.history().engagements().stream()
                .filter(engagement -> engagement.excluded().isPresent()
                        && window.contains(engagement.time().occurredAt()))
                .toList();
        citations.cite(
                () -> excluded.reversed().stream().flatMap(Excluded::cite).toList());
        return FeatureValue.of(excluded.size());
    }

    private static Stream<EvidenceItem.NotCounted> cite(Engagement engagement) {
        return engagement.excluded().stream()
                .map(reason -> new EvidenceItem.NotCounted(
                        engagement.id(),
                        engagement.kind(),
                        reason,
                        engagement.time().occurredAt()));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Feature.since(asOf, parameters.longWindow()));
    }
}
