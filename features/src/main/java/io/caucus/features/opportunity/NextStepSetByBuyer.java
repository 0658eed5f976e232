package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the buyer said what comes next. What our own people write down as the next step is no sign of it and is not read. */
final class NextStepSetByBuyer implements Feature {

    private final OpportunityParameters parameters;

    NextStepSetByBuyer(OpportunityParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.next_step_set_by_buyer",
                "Next step set by the buyer",
                "1 if somebody employed at the account set a next step in the words of a buyer action in the last %d days, as an"
                                .formatted(parameters.nextStepWindow().toDays())
                        + " extractor read them with confidence of at least %s: %s. Else 0."
                                .formatted(
                                        parameters.leastConfidence(),
                                        parameters.nextSteps().stream()
                                                .map(ConversationSignal::meaning)
                                                .collect(Collectors.joining("; "))),
                Unit.FLAG,
                Optional.of(parameters.nextStepWindow()),
                "No open opportunity, or no extractor read the words of any buyer action in the window.",
                Actors.BUYER,
                List.of("nextStepWindow", "nextSteps", "leastConfidence"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        if (readings(activity, parameters).isEmpty()
                || account.history().openOpportunities().isEmpty()) {
            return FeatureValue.missing();
        }
        var telling = telling(activity, parameters);
        citations.cite(() -> activity.cite(telling));
        return FeatureValue.of(telling.isEmpty() ? 0 : 1);
    }

    /** The actions in whose words a next step was set, oldest first. */
    static List<Engagement> telling(Activity activity, OpportunityParameters parameters) {
        var telling = readings(activity, parameters).stream()
                .filter(reading -> reading.signals().stream().anyMatch(signal -> isNextStep(signal, parameters)))
                .map(SignalReading::engagement)
                .collect(Collectors.toSet());
        return recent(activity, parameters).stream()
                .filter(action -> telling.contains(action.id()))
                .toList();
    }

    private static List<SignalReading> readings(Activity activity, OpportunityParameters parameters) {
        var said = recent(activity, parameters).stream().map(Engagement::id).collect(Collectors.toSet());
        return activity.history().signalReadings().stream()
                .filter(reading -> said.contains(reading.engagement()))
                .toList();
    }

    private static List<Engagement> recent(Activity activity, OpportunityParameters parameters) {
        return activity.actionsIn(activity.history().asOf().last(parameters.nextStepWindow()));
    }

    private static boolean isNextStep(SignalReading.Signal signal, OpportunityParameters parameters) {
        return parameters.nextSteps().contains(signal.kind()) && signal.confidence() >= parameters.leastConfidence();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since",
                asOf.last(parameters.nextStepWindow()).after().atZone(ZoneOffset.UTC),
                "signals",
                parameters.nextSteps().stream().map(ConversationSignal::name).toList(),
                "leastConfidence",
                parameters.leastConfidence());
    }
}
