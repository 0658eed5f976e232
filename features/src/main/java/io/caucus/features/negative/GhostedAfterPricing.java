package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.features.activity.Conversation;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the account fell silent once prices were talked about. */
final class GhostedAfterPricing implements Feature {

    private static final Set<ConversationSignal> PRICING = EnumSet.of(ConversationSignal.ASKS_PRICE);

    private final NegativeParameters parameters;

    GhostedAfterPricing(NegativeParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                "negative.ghosted_after_pricing",
                "Silent since prices were talked about",
                """
                1 if since the last conversation of the window in which ASKS_PRICE was heard, with a confidence of %s or more, %d or more \
                business days passed, we got in touch and no buyer action followed; else 0. Business days are Mondays to Fridays after \
                the day of that conversation, in UTC.""".formatted(parameters.leastConfidence(), parameters.patience()),
                Unit.FLAG,
                Optional.of(parameters.window()),
                "No conversation about prices was heard in the window.",
                Actors.BOTH,
                List.of("window", "leastConfidence", "patience"));
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var talks = Heard.of(account, parameters).saying(PRICING);
        if (talks.isEmpty()) {
            return FeatureValue.missing();
        }
        var last = talks.getLast().at();
        var ours = account.activity().outreach().stream()
                .filter(touch -> touch.time().occurredAt().isAfter(last))
                .toList();
        boolean answered = account.activity().findLast().stream()
                .anyMatch(action -> action.time().occurredAt().isAfter(last));
        boolean waited = BusinessDays.between(last, account.asOf().instant()) >= parameters.patience();
        citations.cite(() -> evidence(talks, ours));
        return FeatureValue.of(!answered && waited && !ours.isEmpty() ? 1 : 0);
    }

    /** The talks, then what we did since, each newest first. */
    private List<EvidenceItem> evidence(List<Conversation> talks, List<Engagement> ours) {
        return Stream.concat(
                        talks.reversed().stream().flatMap(talk -> talk.cite(PRICING, parameters.leastConfidence())),
                        ours.reversed().stream().map(Activity::citeOurs))
                .<EvidenceItem>map(item -> item)
                .toList();
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return Map.of(
                "since", Feature.since(asOf, parameters.window()),
                "leastConfidence", parameters.leastConfidence(),
                "patience", parameters.patience());
    }
}
