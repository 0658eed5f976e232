package io.caucus.features.committee;

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

/** How likely chance alone would have colleagues act on the same days so often. */
final class CoordinationP implements Feature {

    private final CommitteeParameters parameters;

    CoordinationP(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "committee.coordination_p",
                "Coordination by chance",
                """
                How likely chance alone would make as many pairs as committee.coordination_lift counts: everyone's number of \
                active days is kept and the days are drawn at random, %d times; (1 + draws with as many pairs or more) ÷ (1 + \
                draws). The draws are seeded by the account's id, so that the same facts give the same number. No statement \
                recomputes it, for Cypher has no seeded draws.\
                """.formatted(parameters.coordination().draws()),
                Unit.CHANCE,
                Optional.of(parameters.engagedFor()),
                "Fewer than two people are engaged.",
                Actors.BOTH,
                List.of("engagedFor", "coordination"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var coordination = new Coordination(account.activity(), parameters);
        if (coordination.people() < 2) {
            return FeatureValue.missing();
        }
        citations.cite(coordination::cite);
        return FeatureValue.of(coordination.p());
    }

    /** There is none to tell anything. */
    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of();
    }
}
