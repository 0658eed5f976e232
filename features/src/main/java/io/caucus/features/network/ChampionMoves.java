package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether people came here who bought elsewhere, and how lately. */
final class ChampionMoves implements Feature {

    private final NetworkParameters parameters;

    ChampionMoves(NetworkParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.champion_moves",
                "Champions who moved here",
                "Σ 2^(−days since their present job here began ÷ %d) over the people employed at the account who were recorded as %s, with a confidence of at least %s, on an opportunity of another account that was won."
                        .formatted(
                                parameters.moveHalfLife().duration().toDays(), roles(), parameters.leastConfidence()),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "Nobody is known to be employed at the account; 0 if nobody of them bought elsewhere.",
                Actors.NOBODY,
                List.of("buyingRoles", "leastConfidence", "moveHalfLife"));
    }

    private String roles() {
        return parameters.buyingRoles().stream().map(CommitteeRole::name).collect(Collectors.joining(", "));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        if (account.activity().employed().isEmpty()) {
            return FeatureValue.missing();
        }
        var weights = weights(account);
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight;
        }
        citations.cite(() -> account.pastBuyers().cite(person -> weights.getOrDefault(person, 0.0)));
        return FeatureValue.of(sum);
    }

    private SortedMap<PersonId, Double> weights(AccountContext account) {
        var weights = new TreeMap<PersonId, Double>();
        account.activity().employed().forEach((person, job) -> {
            if (account.pastBuyers().wins().containsKey(person)) {
                var age = account.asOf().ageOf(job.time().occurredAt());
                weights.put(person, parameters.moveHalfLife().weightAfter(age));
            }
        });
        return weights;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "buyingRoles",
                parameters.buyingRoles().stream().map(CommitteeRole::name).toList(),
                "leastConfidence",
                parameters.leastConfidence(),
                "moveHalfLifeMillis",
                parameters.moveHalfLife().duration().toMillis());
    }
}
