package io.caucus.features.champion;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Influence;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many colleagues the strongest person brought in, in expectation. */
final class DirectInfluence implements Feature {

    private final ChampionParameters parameters;

    DirectInfluence(ChampionParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "champion.direct_influence",
                "Direct influence of the strongest champion",
                """
                For the person with most of it: the sum of their credit for colleagues' activations (a first buyer action, \
                or the first after %d days of silence). An action of theirs within %d days before weighs \
                %s · κ · (1 + lag/%d h)^−%s ÷ people reached, with κ = %s where one of the two actions names the other \
                person, else 1; its credit is its weight ÷ (%s + all weights).""".formatted(
                                parameters.silence().toDays(),
                                parameters.lookBack().toDays(),
                                parameters.pairStrength(),
                                parameters.kernelScale().toHours(),
                                parameters.kernelExponent(),
                                parameters.explicitOdds(),
                                parameters.baseRate()),
                Unit.CREDIT,
                Optional.empty(),
                "Fewer than two people employed at the account ever acted.",
                Actors.BUYER,
                List.of(
                        "silence",
                        "lookBack",
                        "kernelScale",
                        "kernelExponent",
                        "pairStrength",
                        "explicitOdds",
                        "baseRate"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var activity = account.activity();
        if (activity.byPerson().size() < 2) {
            return FeatureValue.missing();
        }
        var strongest = strongest(creditsByPerson(account).values());
        citations.cite(() -> strongest.stream()
                .sorted(Comparator.comparingDouble(Credit::share).reversed())
                .map(DirectInfluence::cite)
                .toList());
        return FeatureValue.of(total(strongest));
    }

    private SortedMap<PersonId, List<Credit>> creditsByPerson(AccountContext account) {
        var byPerson = new TreeMap<PersonId, List<Credit>>();
        for (Activation activation : Activation.of(account.activity(), parameters.silence())) {
            Credit.of(activation, account.activity(), parameters)
                    .forEach(credit -> byPerson.computeIfAbsent(credit.from(), nobody -> new ArrayList<>())
                            .add(credit));
        }
        return byPerson;
    }

    /** The credits of the person who has most; of the smallest id among equals; none if nobody has any. */
    private static List<Credit> strongest(Collection<List<Credit>> byPerson) {
        return byPerson.stream()
                .reduce((one, other) -> total(other) > total(one) ? other : one)
                .orElse(List.of());
    }

    private static double total(List<Credit> credits) {
        double total = 0;
        for (Credit credit : credits) {
            total += credit.share();
        }
        return total;
    }

    private static Influence cite(Credit credit) {
        return new Influence(
                credit.from(),
                credit.activation().person(),
                credit.share(),
                credit.lag(),
                credit.action().id(),
                credit.activation().action().id());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "silenceMillis", parameters.silence().toMillis(),
                "lookBackMillis", parameters.lookBack().toMillis(),
                "kernelScaleMillis", parameters.kernelScale().toMillis(),
                "kernelExponent", parameters.kernelExponent(),
                "pairStrength", parameters.pairStrength(),
                "explicitOdds", parameters.explicitOdds(),
                "baseRate", parameters.baseRate());
    }
}
