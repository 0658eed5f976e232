package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Conversation;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether something stands against us that nobody has taken back. */
final class ObjectionOpen implements Feature {

    private final NegativeParameters parameters;

    ObjectionOpen(NegativeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "negative.objection_open",
                "Open objections",
                "Kinds of objection (negative.objections) heard in the window, with a confidence of %s or more, after which no conversation without an objection told what closes one (negative.resolving) as surely."
                        .formatted(parameters.leastConfidence()),
                Unit.COUNT,
                Optional.of(parameters.window()),
                Heard.WHEN_MISSING,
                Actors.BUYER,
                List.of("window", "leastConfidence", "objections", "resolving"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var heard = Heard.of(account, parameters);
        if (heard.isNothing()) {
            return FeatureValue.missing();
        }
        var open = open(heard);
        citations.cite(() -> heard.cite(open, parameters.objections()));
        return FeatureValue.of((double) open.stream()
                .flatMap(conversation ->
                        conversation.said(parameters.objections(), parameters.leastConfidence()).stream())
                .distinct()
                .count());
    }

    private List<Conversation> open(Heard heard) {
        var objections = heard.saying(parameters.objections());
        var resolved = heard.saying(parameters.resolving()).stream()
                .filter(conversation -> !objections.contains(conversation))
                .toList();
        return resolved.isEmpty()
                ? objections
                : objections.stream()
                        .filter(objection ->
                                !objection.at().isBefore(resolved.getLast().at()))
                        .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Feature.since(asOf, parameters.window()),
                "objections", parameters.objections().stream().map(Enum::name).toList(),
                "resolving", parameters.resolving().stream().map(Enum::name).toList(),
                "leastConfidence", parameters.leastConfidence());
    }
}
