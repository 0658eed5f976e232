package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.EffectiveNumber;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.JobFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many functions the engaged people come from, counting a lopsided mix for less. */
final class FunctionDiversity implements Feature {

    private final CommitteeParameters parameters;

    FunctionDiversity(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.function_diversity",
                "Effective number of functions",
                "exp(Shannon entropy) of the job functions of the people engaged in the window; people whose function is"
                        + " unknown are left out.",
                Unit.EFFECTIVE_NUMBER,
                Optional.of(parameters.engagedFor()),
                "No engaged person has a known function.",
                Actors.BUYER,
                List.of("engagedFor"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var known = account.committee().engaged().stream()
                .filter(member -> member.function() != JobFunction.UNKNOWN)
                .toList();
        if (known.isEmpty()) {
            return FeatureValue.missing();
        }
        citations.cite(() -> Breadth.standings(known));
        return FeatureValue.of(EffectiveNumber.of(counts(known)));
    }

    private static int[] counts(List<Member> members) {
        var counts = new EnumMap<JobFunction, Integer>(JobFunction.class);
        members.forEach(member -> counts.merge(member.function(), 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of("since", Statements.since(asOf, parameters.engagedFor()));
    }
}
