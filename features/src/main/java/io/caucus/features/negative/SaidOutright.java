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

/** Whether somebody said no in so many words. */
final class SaidOutright implements Feature {

    private final String id;
    private final String title;
    private final Set<ConversationSignal> signal;
    private final NegativeParameters parameters;

    private SaidOutright(String id, String title, ConversationSignal signal, NegativeParameters parameters) {
        this.id = id;
        this.title = title;
        this.signal = EnumSet.of(signal);
        this.parameters = parameters;
    }

    static Feature notAFit(NegativeParameters parameters) {
        return new SaidOutright("negative.said_not_a_fit", "Said not a fit", ConversationSignal.NOT_A_FIT, parameters);
    }

    static Feature choseCompetitor(NegativeParameters parameters) {
        return new SaidOutright(
                "negative.chose_competitor", "Chose a competitor", ConversationSignal.CHOSE_COMPETITOR, parameters);
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                id,
                title,
                "1 if %s was heard in a conversation of the window with a confidence of %s or more; else 0."
                        .formatted(signal.iterator().next(), parameters.leastConfidence()),
                Unit.FLAG,
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
        var said = heard.saying(signal);
        citations.cite(() -> heard.cite(said, signal));
        return FeatureValue.of(said.isEmpty() ? 0 : 1);
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Heard.statementParameters(asOf, signal, parameters);
    }
}
