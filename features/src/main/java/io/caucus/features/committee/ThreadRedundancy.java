package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Connection;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.VertexCut;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many people would have to be lost before nothing connects us to those who decide. */
final class ThreadRedundancy implements Feature {

    private final CommitteeParameters parameters;

    ThreadRedundancy(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.thread_redundancy",
                "Thread redundancy",
                "The largest number of paths of ties from our people to the holders of decision seats ("
                        + parameters.decisionSeats().stream()
                                .map(CommitteeRole::name)
                                .collect(Collectors.joining(", "))
                        + ") of which no two share a person other than the holder. As many people, ours or theirs but"
                        + " not a holder, are the fewest whose loss would cut us off; 0 if no path leads there.",
                Unit.PEOPLE,
                Optional.of(parameters.tieWindow()),
                "No decision seat is held on an open opportunity.",
                Actors.BUYER,
                List.of("tieWindow", "tieHalfLife", "channelWeights", "leastConfidence", "decisionSeats"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var committee = account.committee();
        var deciders = committee.assignedTo(parameters.decisionSeats());
        if (deciders.isEmpty()) {
            return FeatureValue.missing();
        }
        var people = new Numbering(committee);
        var cut = VertexCut.between(
                people.colleaguesAndUs(),
                people.users(),
                deciders.stream().mapToInt(people::of).toArray());
        citations.cite(() -> cut.vertices().stream()
                .map(people::key)
                .map(key -> new Connection(key, engagementsOf(key, committee)))
                .toList());
        return FeatureValue.of(cut.size());
    }

    /** What ties somebody to anybody, ours or theirs. */
    private static List<EngagementId> engagementsOf(EntityKey key, CommitteeMap committee) {
        var toColleagues = committee.ties().stream()
                .filter(tie -> tie.one().equals(key) || tie.other().equals(key))
                .flatMap(tie -> tie.engagements().stream());
        var toUs = committee.tiesToUs().stream()
                .filter(tie -> tie.user().equals(key) || tie.person().equals(key))
                .flatMap(tie -> tie.engagements().stream());
        return Stream.concat(toColleagues, toUs).distinct().sorted().toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Statements.decisionPaths(asOf, parameters);
    }
}
