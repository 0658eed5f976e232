package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.SharedTie;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.ConnectedComponents;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.features.committee.CommitteeMap.Tie;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the engaged people are one group or several that do not know of each other. */
final class Cohesion implements Feature {

    private final CommitteeParameters parameters;

    Cohesion(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.cohesion",
                "Cohesion",
                "Share of the engaged people who belong to the connected component of the tie graph that holds most of"
                        + " them. The graph has everyone employed at the account, so a colleague who is not engaged may link"
                        + " two who are; ties come from the window, engagement from the last "
                        + parameters.engagedFor().toDays() + " days.",
                Unit.RATIO,
                Optional.of(parameters.tieWindow()),
                "Fewer than two people are engaged.",
                Actors.BUYER,
                List.of("engagedFor", "tieWindow", "tieHalfLife", "channelWeights"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var committee = account.committee();
        var engaged = committee.engaged();
        if (engaged.size() < 2) {
            return FeatureValue.missing();
        }
        var people = new Numbering(committee);
        var component = ConnectedComponents.of(people.colleagues());
        var engagedIn = new int[component.length];
        engaged.forEach(member -> engagedIn[component[people.of(member.person())]]++);
        int most = Arrays.stream(engagedIn).max().orElseThrow();
        citations.cite(() -> evidence(
                engaged,
                committee.ties().stream()
                        .filter(tie -> engagedIn[component[people.of(tie.one())]] == most)
                        .toList()));
        return FeatureValue.of((double) most / engaged.size());
    }

    /** The people first, since they are what is counted; then what links them, strongest first. */
    private static List<EvidenceItem> evidence(List<Member> engaged, List<Tie> ties) {
        var items = new ArrayList<EvidenceItem>(Breadth.standings(engaged));
        ties.stream()
                .sorted(Comparator.comparingDouble(Tie::strength).reversed())
                .map(tie -> new SharedTie(tie.one(), tie.other(), tie.strength(), tie.engagements()))
                .forEach(items::add);
        return items;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Statements.since(asOf, parameters.engagedFor()),
                "tiesSince", Statements.since(asOf, parameters.tieWindow()),
                "tyingKinds", Statements.tyingKinds(parameters));
    }
}
