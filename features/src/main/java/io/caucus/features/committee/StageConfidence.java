package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.JobFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much there is to judge the stage by. It lowers no stage; it says how far to trust one. */
final class StageConfidence implements Feature {

    private final CommitteeParameters parameters;

    StageConfidence(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        var stages = parameters.stages();
        return new FeatureDefinition(
                "committee.stage_confidence",
                "Confidence in the stage",
                """
                n ÷ (n + %d) · (1 + people whose function is known) ÷ (1 + people), n being the people employed at the account \
                and their buyer actions in %d days: few people, few actions and unknown functions each lower it.\
                """.formatted(stages.halfConfidence(), stages.awareFor().toDays()),
                Unit.RATIO,
                Optional.of(stages.awareFor()),
                "Nobody is known to be employed at the account.",
                Actors.BUYER,
                List.of("stages"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var members = account.committee().members();
        if (members.isEmpty()) {
            return FeatureValue.missing();
        }
        var recent = account.activity()
                .actionsIn(account.asOf().last(parameters.stages().awareFor()));
        citations.cite(() -> account.activity().cite(recent));
        double known = members.stream()
                .filter(member -> member.function() != JobFunction.UNKNOWN)
                .count();
        double seen = members.size() + recent.size();
        return FeatureValue.of(
                seen / (seen + parameters.stages().halfConfidence()) * ((1 + known) / (1 + members.size())));
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since",
                Statements.since(asOf, parameters.stages().awareFor()),
                "halfConfidence",
                parameters.stages().halfConfidence());
    }
}
