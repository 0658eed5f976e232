package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many of the technical, the business and the executive family are engaged. */
final class FamiliesCovered implements Feature {

    private final CommitteeParameters parameters;

    FamiliesCovered(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.families_covered",
                "Function families covered",
                "How many of the families technical, business and executive have somebody engaged in the window;"
                        + " executives count as executive whatever their function.",
                Unit.COUNT,
                Optional.of(parameters.engagedFor()),
                "Nobody is known to be employed at the account, or people are engaged but the family of none of them is known;"
                        + " 0 if people are known and none acted.",
                Actors.BUYER,
                List.of("engagedFor"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var engaged = account.committee().engaged();
        var placed =
                engaged.stream().filter(member -> member.family().isPresent()).toList();
        if (account.committee().members().isEmpty() || (placed.isEmpty() && !engaged.isEmpty())) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Breadth.standings(placed));
        return FeatureValue.of((double) placed.stream()
                .map(Member::family)
                .flatMap(Optional::stream)
                .distinct()
                .count());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Statements.since(asOf, parameters.engagedFor()),
                "technicalFunctions", Statements.technicalFunctions(),
                "executiveSeniorities", Statements.executiveSeniorities());
    }
}
