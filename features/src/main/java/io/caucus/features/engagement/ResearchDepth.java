package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Interest;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Into how many of the things we offer the account looks. */
final class ResearchDepth implements Feature {

    private static final Set<NodeLabel> AREAS = EnumSet.of(NodeLabel.PRODUCT, NodeLabel.TOPIC);

    private final EngagementParameters parameters;

    ResearchDepth(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.research_depth",
                "Areas explored",
                "Distinct products and topics that buyer actions of the window concerned.",
                Unit.COUNT,
                Optional.of(parameters.content().window()),
                "No buyer action of the window is known to have concerned a product or a topic.",
                Actors.BUYER,
                List.of("content"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var window = account.asOf().last(parameters.content().window());
        var explored = account.interests().stream()
                .filter(interest -> AREAS.contains(interest.thing().label()) && interest.isIn(window))
                .toList();
        if (explored.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Interest.cite(explored, account.activity()));
        return FeatureValue.of(
                (double) explored.stream().map(Interest::thing).distinct().count());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Feature.since(asOf, parameters.content().window()));
    }
}
