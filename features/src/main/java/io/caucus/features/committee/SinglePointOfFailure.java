package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.CutPoint;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.Separators;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether losing one person of the account would cut us off from everyone who decides. */
final class SinglePointOfFailure implements Feature {

    private final CommitteeParameters parameters;

    SinglePointOfFailure(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.single_point_of_failure",
                "Single point of failure",
                "1 if one person of the account, not a decision maker, lies on every path of ties from our people to the"
                        + " holders of decision seats ("
                        + parameters.decisionSeats().stream()
                                .map(CommitteeRole::name)
                                .collect(Collectors.joining(", "))
                        + "); 0 if no one does.",
                Unit.FLAG,
                Optional.of(parameters.tieWindow()),
                "No decision seat is held on an open opportunity, or no path of ties leads from us to its holders.",
                Actors.BUYER,
                List.of("tieWindow", "tieHalfLife", "channelWeights", "leastConfidence", "decisionSeats"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var committee = account.committee();
        var deciders = deciders(committee);
        var people = new Numbering(committee);
        var separators = Separators.between(
                people.colleaguesAndUs(),
                people.users(),
                deciders.stream().mapToInt(people::of).toArray());
        if (!separators.connected()) {
            return FeatureValue.missing();
        }
        var cutPoints = separators.vertices().stream()
                .filter(people::isMember)
                .map(people::member)
                .toList();
        citations.cite(() ->
                cutPoints.stream().map(person -> new CutPoint(person, deciders)).toList());
        return FeatureValue.of(cutPoints.isEmpty() ? 0 : 1);
    }

    private List<PersonId> deciders(CommitteeMap committee) {
        return committee.seats().stream()
                .filter(seat -> parameters.decisionSeats().contains(seat.role()))
                .flatMap(seat -> seat.assigned().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "tiesSince", Statements.since(asOf, parameters.tieWindow()),
                "tyingKinds", Statements.tyingKinds(parameters),
                "leastConfidence", parameters.leastConfidence(),
                "decisionSeats",
                        parameters.decisionSeats().stream()
                                .map(CommitteeRole::name)
                                .toList());
    }
}
