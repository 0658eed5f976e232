package io.caucus.features.engagement;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the account asked for us. */
final class HandRaise implements Feature {

    private final EngagementParameters parameters;

    HandRaise(EngagementParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        var raises = parameters.handRaises();
        return new FeatureDefinition(
                "engagement.hand_raise",
                "Hand raised",
                "1 if the window holds a buyer action that asks for us: of kind %s, or one in whose words %s was heard with a confidence of %s or more; else 0."
                        .formatted(listed(raises.kinds()), listed(raises.signals()), raises.leastConfidence()),
                Unit.FLAG,
                Optional.of(parameters.longWindow()),
                "No buyer action in the window.",
                Actors.BUYER,
                List.of("handRaises", "longWindow"));
    }

    private static String listed(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).collect(Collectors.joining(" or "));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        var recent = activity.actionsIn(account.asOf().last(parameters.longWindow()));
        if (recent.isEmpty()) {
            return FeatureValue.missing();
        }
        var asked = asked(account);
        var raises = recent.stream()
                .filter(action ->
                        parameters.handRaises().kinds().contains(action.kind()) || asked.contains(action.id()))
                .toList();
        citations.cite(() -> activity.cite(raises.isEmpty() ? recent : raises));
        return FeatureValue.of(raises.isEmpty() ? 0 : 1);
    }

    private Set<EngagementId> asked(AccountContext account) {
        var raises = parameters.handRaises();
        return account.conversations().stream()
                .filter(conversation -> !conversation
                        .said(raises.signals(), raises.leastConfidence())
                        .isEmpty())
                .map(conversation -> conversation.engagement().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var raises = parameters.handRaises();
        return Map.of(
                "since", Feature.since(asOf, parameters.longWindow()),
                "kinds", raises.kinds().stream().map(Enum::name).toList(),
                "signals", raises.signals().stream().map(Enum::name).toList(),
                "leastConfidence", raises.leastConfidence());
    }
}
