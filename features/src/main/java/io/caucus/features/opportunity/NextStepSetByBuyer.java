package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        var recent = activity.actionsIn(account.asOf().last(parameters.nextStepWindow()));
        var said = recent.stream().map(action -> action.id()).collect(Collectors.toSet());
        var readings = account.history().signalReadings().stream()
                .filter(reading -> said.contains(reading.engagement()))
                .toList();
        if (readings.isEmpty() || OpenOpportunities.of(account.history()).isEmpty()) {
            return FeatureValue.missing();
        }
        var telling = telling(readings);
        citations.cite(() -> activity.cite(
                recent.stream().filter(action -> telling.contains(action.id())).toList()));
        return FeatureValue.of(telling.isEmpty() ? 0 : 1);
    }

    private Set<EngagementId> telling(List<SignalReading> readings) {
        return readings.stream()
                .filter(reading -> reading.signals().stream().anyMatch(this::isNextStep))
                .map(SignalReading::engagement)
                .collect(Collectors.toSet());
    }

    private boolean isNextStep(SignalReading.Signal signal) {
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
