package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Interest;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the account looks at prices and at what other customers say. */
final class PricingAndProof implements Feature {

    private final EngagementParameters.Content parameters;
    private final Pattern proof;

    PricingAndProof(EngagementParameters.Content parameters) {
        this.parameters = parameters;
        this.proof = parameters.words().proofNames();
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "engagement.pricing_and_proof",
                "Prices and proof",
                "1 if in the window buyers visited the pricing page and an action of theirs concerned something whose name says that it is proof, such as a case study (content.words); else 0.",
                Unit.FLAG,
                Optional.of(parameters.proofWindow()),
                "No buyer action in the window.",
                Actors.BUYER,
                List.of("content"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var window = account.asOf().last(parameters.proofWindow());
        var recent = activity.actionsIn(window);
        if (recent.isEmpty()) {
            return FeatureValue.missing();
        }
        var pricing = recent.stream()
                .filter(action -> action.kind() == EngagementKind.PRICING_VISIT)
                .toList();
        var proven = account.interests().stream()
                .filter(interest ->
                        interest.isIn(window) && proof.matcher(interest.name()).matches())
                .toList();
        if (pricing.isEmpty() || proven.isEmpty()) {
            citations.cite(() -> activity.cite(recent));
            return FeatureValue.of(0);
        }
        citations.cite(() -> Stream.of(activity.cite(pricing), Interest.cite(proven, activity))
                .<EvidenceItem>flatMap(List::stream)
                .toList());
        return FeatureValue.of(1);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Feature.since(asOf, parameters.proofWindow()), "proofNames", proof.pattern());
    }
}
