package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.SharedTie;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.Betweenness;
import io.caucus.features.algorithms.IntGraph;
import io.caucus.features.committee.CommitteeMap.Tie;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whether what goes on between colleagues goes through one of them. */
final class BetweennessCentralization implements Feature {

    private final CommitteeParameters parameters;

    BetweennessCentralization(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.betweenness_centralization",
                "Centralization of ties",
                "Freeman's centralization of betweenness among the people of the account who have a tie to a"
                        + " colleague: 0 if all stand between others alike, 1 if one person connects all the others. A tie"
                        + " has length 1, however strong.",
                Unit.RATIO,
                Optional.of(parameters.tieWindow()),
                "Fewer than three people have ties to colleagues.",
                Actors.BUYER,
                List.of("tieWindow", "tieHalfLife", "channelWeights"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var ties = account.committee().ties();
        var tied = ties.stream()
                .flatMap(tie -> Stream.of(tie.one(), tie.other()))
                .distinct()
                .sorted()
                .toList();
        if (tied.size() < 3) {
            return FeatureValue.missing();
        }
        var betweenness = Betweenness.of(IntGraph.of(
                tied.size(),
                ties.stream().mapToInt(tie -> number(tie.one(), tied)).toArray(),
                ties.stream().mapToInt(tie -> number(tie.other(), tied)).toArray()));
        citations.cite(() -> brokersFirst(ties, person -> betweenness[number(person, tied)]));
        return FeatureValue.of(Betweenness.centralization(betweenness));
    }

    private static int number(PersonId person, List<PersonId> tied) {
        return Collections.binarySearch(tied, person);
    }

    private static List<SharedTie> brokersFirst(List<Tie> ties, ToDoubleFunction<PersonId> betweenness) {
        return ties.stream()
                .sorted(Comparator.comparingDouble((Tie tie) ->
                                Math.max(betweenness.applyAsDouble(tie.one()), betweenness.applyAsDouble(tie.other())))
                        .thenComparingDouble(Tie::strength)
                        .reversed())
                .map(tie -> new SharedTie(tie.one(), tie.other(), tie.strength(), tie.engagements()))
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "tiesSince", Statements.since(asOf, parameters.tieWindow()),
                "tyingKinds", Statements.tyingKinds(parameters));
    }
}
