package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem.Standing;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap.LastAction;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.time.AsOf;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many people of the account are engaged. */
final class Breadth implements Feature {

    private final CommitteeParameters parameters;

    Breadth(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.breadth_30d",
                "People engaged",
                "Distinct people employed at the account with at least one buyer action in the window.",
                Unit.PEOPLE,
                Optional.of(parameters.engagedFor()),
                "Nobody is known to be employed at the account; 0 if people are known and none acted.",
                Actors.BUYER,
                List.of("engagedFor"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var committee = account.committee();
        if (committee.members().isEmpty()) {
            return FeatureValue.missing();
        }
        var engaged = committee.engaged();
        citations.cite(() -> standings(engaged));
        return FeatureValue.of(engaged.size());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Statements.since(asOf, parameters.engagedFor()));
    }

    /** Where people stand and the last action of each, newest first. */
    static List<Standing> standings(List<Member> engaged) {
        return engaged.stream()
                .sorted(Comparator.comparing(Breadth::lastSeen).reversed().thenComparing(Member::person))
                .flatMap(Breadth::standing)
                .toList();
    }

    private static Instant lastSeen(Member member) {
        return member.lastAction().map(LastAction::at).orElse(Instant.MIN);
    }

    private static Stream<Standing> standing(Member member) {
        return member.lastAction().stream()
                .map(last -> new Standing(member.person(), member.function(), member.seniority(), last.engagement()));
    }
}
