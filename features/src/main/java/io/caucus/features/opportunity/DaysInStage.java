package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.StageEntered;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.KaplanMeier;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How slow the account's slowest open deal is, among all deals that were in its stage. */
final class DaysInStage implements Feature {

    private final OpportunityParameters parameters;

    /** Of the peers asked about last, kept since they are the same for all accounts of a batch, and there may be hundreds of thousands of stays. */
    private volatile Curves curves = new Curves(StageSpells.NONE);

    DaysInStage(OpportunityParameters parameters) {
        this.parameters = parameters;
    }

    /** How long stays last in each stage. */
    private record Curves(StageSpells spells, Map<String, KaplanMeier> byStage) {

        Curves(StageSpells spells) {
            this(spells, new ConcurrentHashMap<>());
        }

        KaplanMeier in(String stage) {
            return byStage.computeIfAbsent(
                    stage,
                    first -> KaplanMeier.of(spells.in(stage).stream()
                            .map(spell -> new KaplanMeier.Stay(spell.days(), spell.ended()))
                            .toList()));
        }
    }

    /** An open deal's stay in its stage. */
    private record Stay(StageChange entered, double percentile) {}

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "opportunity.days_in_stage",
                "Time in stage among similar deals",
                "For the account's open opportunity that stands stillest: the share of stays in its stage, of all accounts,"
                        + " that ended sooner than its own has lasted (Kaplan–Meier, so that stays which are not over count too).",
                Unit.PERCENTILE,
                Optional.empty(),
                "No open opportunity is in a stage in which at least %d stays are known."
                        .formatted(parameters.fewestPeers()),
                Actors.NOBODY,
                List.of("fewestPeers"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var stays = account.history().opportunities().stream()
                .flatMap(opportunity -> stay(account, opportunity))
                .toList();
        var slowest = stays.stream().mapToDouble(Stay::percentile).max();
        if (slowest.isEmpty()) {
            return FeatureValue.missing();
        }
        double percentile = slowest.getAsDouble();
        citations.cite(() -> longestFirst(
                stays.stream().filter(stay -> stay.percentile() == percentile).toList()));
        return FeatureValue.of(percentile);
    }

    private Stream<Stay> stay(AccountContext account, Opportunity opportunity) {
        return entered(account.history().stagesOf(opportunity.id()))
                .filter(entered -> account.peers().spells().in(entered.stage()).size() >= parameters.fewestPeers())
                .map(entered -> new Stay(entered, percentile(account, entered)))
                .stream();
    }

    /** When an open opportunity came into its stage: being put there again does not start the clock again. */
    private static Optional<StageChange> entered(List<StageChange> stages) {
        if (stages.isEmpty() || stages.getLast().outcome() != Outcome.OPEN) {
            return Optional.empty();
        }
        var stage = stages.getLast().stage();
        int first = stages.size() - 1;
        while (first > 0 && stages.get(first - 1).stage().equals(stage)) {
            first--;
        }
        return Optional.of(stages.get(first));
    }

    private double percentile(AccountContext account, StageChange entered) {
        var peers = of(account.peers().spells()).in(entered.stage());
        return 1
                - peers.shareLastingUntil(
                        account.asOf().daysSince(entered.time().occurredAt()));
    }

    @SuppressWarnings(
            "ReferenceEquality") // others that are equal would have the same curves; to find that out takes longer than
    // to draw them
    private Curves of(StageSpells spells) {
        var last = curves;
        if (last.spells() != spells) {
            last = new Curves(spells);
            curves = last;
        }
        return last;
    }

    private static List<StageEntered> longestFirst(List<Stay> stays) {
        return stays.stream()
                .map(Stay::entered)
                .sorted(Comparator.comparing(StageChange::time))
                .map(entered -> new StageEntered(
                        entered.opportunity(), entered.stage(), entered.time().occurredAt()))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("fewestPeers", parameters.fewestPeers());
    }
}
