package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often accounts with the same surroundings bought. */
final class SimilarWinRate implements Feature {

    private final NetworkParameters parameters;

    SimilarWinRate(NetworkParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "network.similar_win_rate",
                "Win rate of similar accounts",
                "(number that bought + %1$s · base rate) ÷ (their number + %1$s), over the %2$d other accounts, or fewer, with the most similar surroundings (FastRP, %3$d coordinates) that had bought or decided against it by the beginning of the day, UTC; the base rate is the share that bought among all others of which that is known. No statement recomputes it, for Cypher has no such coordinates."
                        .formatted(
                                parameters.priorOutcomes(),
                                parameters.neighbours(),
                                parameters.embedding().dimension()),
                Unit.RATIO,
                Optional.empty(),
                "The account had to do with no other, or of no other it is known whether it bought.",
                Actors.NOBODY,
                List.of("embedding", "neighbours", "priorOutcomes"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var vertex = account.network().vertex(account.history().account().id());
        return vertex.isEmpty()
                ? FeatureValue.missing()
                : compute(account.network().resemblance(), vertex.getAsInt(), citations);
    }

    private static FeatureValue compute(Resemblance resemblance, int vertex, Citations citations) {
        var rate = resemblance.rate(vertex);
        if (rate.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> resemblance.similar(vertex));
        return FeatureValue.of(rate.getAsDouble());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
