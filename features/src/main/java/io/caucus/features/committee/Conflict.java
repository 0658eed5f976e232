package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much open resistance there is among the people of the account. */
final class Conflict implements Feature {

    private final CommitteeParameters parameters;

    Conflict(CommitteeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        var conflict = parameters.conflict();
        return new FeatureDefinition(
                "committee.conflict",
                "Open conflict",
                """
                Σ weight · strength over people employed at the account who resist. Strength: the larger of how sure a source is \
                that they are a BLOCKER on an open opportunity, and how surely %s was heard in an action of theirs of the last \
                %d days, unless %s was heard in a later one. Weight: the largest of %s among the roles they are assigned, %s if \
                there is none.\
                """.formatted(
                                listed(conflict.objections()),
                                conflict.openFor().toDays(),
                                listed(conflict.answers()),
                                conflict.roleWeights(),
                                conflict.otherWeight()),
                Unit.COUNT,
                Optional.of(conflict.openFor()),
                "Nobody is known to be employed at the account; 0 if people are known and none resists.",
                Actors.BUYER,
                List.of("leastConfidence", "conflict"));
    }

    private static String listed(Collection<ConversationSignal> signals) {
        return signals.stream().map(ConversationSignal::name).collect(Collectors.joining(" or "));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var committee = account.committee();
        if (committee.members().isEmpty()) {
            return FeatureValue.missing();
        }
        var resistance = Resistance.of(account.activity(), committee, parameters.conflict());
        citations.cite(() -> resistance.cite(account.activity()));
        return FeatureValue.of(resistance.total());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var conflict = parameters.conflict();
        return Map.of(
                "openSince", Statements.since(asOf, conflict.openFor()),
                "objections", Statements.names(conflict.objections()),
                "answers", Statements.names(conflict.answers()),
                "roleWeights",
                        conflict.roleWeights().entrySet().stream()
                                .map(role -> Map.<String, Object>of(
                                        "role", role.getKey().name(), "weight", role.getValue()))
                                .toList(),
                "otherWeight", conflict.otherWeight(),
                "leastConfidence", parameters.leastConfidence());
    }
}
