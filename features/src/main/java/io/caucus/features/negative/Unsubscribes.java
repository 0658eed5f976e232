package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often somebody asked to be left alone. */
final class Unsubscribes implements Feature {

    private static final Set<ConversationSignal> ASKED = EnumSet.of(ConversationSignal.UNSUBSCRIBE);

    private final NegativeParameters parameters;

    Unsubscribes(NegativeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "negative.unsubscribes_90d",
                "Asked not to be written to",
                "Conversations of the window in which UNSUBSCRIBE was heard with a confidence of %s or more."
                        .formatted(parameters.leastConfidence()),
                Unit.COUNT,
                Optional.of(parameters.window()),
                Heard.WHEN_MISSING,
                Actors.BUYER,
                List.of("window", "leastConfidence"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var heard = Heard.of(account, parameters);
        if (heard.isNothing()) {
            return FeatureValue.missing();
        }
        var asked = heard.saying(ASKED);
        citations.cite(() -> heard.cite(asked, ASKED));
        return FeatureValue.of(asked.size());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Heard.statementParameters(asOf, ASKED, parameters);
    }
}
