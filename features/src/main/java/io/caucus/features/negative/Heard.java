package io.caucus.features.negative;

import io.caucus.features.AccountContext;
import io.caucus.features.EvidenceItem;
import io.caucus.features.Feature;
import io.caucus.features.activity.Conversation;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the conversations of the window tell. Words that nobody read tell nothing, which is not the same as nothing said. */
record Heard(List<Conversation> conversations, NegativeParameters parameters) {

    static final String WHEN_MISSING = "No words of the window were read; 0 if some were and this was not found.";

    static Heard of(AccountContext account, NegativeParameters parameters) {
        var window = account.asOf().last(parameters.window());
        return new Heard(
                account.conversations().stream()
                        .filter(conversation -> window.contains(conversation.at()))
                        .toList(),
                parameters);
    }

    boolean isNothing() {
        return conversations.isEmpty();
    }

    /** The conversations in which one of these was said, oldest first. */
    List<Conversation> saying(Set<ConversationSignal> kinds) {
        return conversations.stream()
                .filter(conversation ->
                        !conversation.said(kinds, parameters.leastConfidence()).isEmpty())
                .toList();
    }

    /** What was said in some conversations, newest first; of none, that what was read did not tell it. */
    List<EvidenceItem> cite(List<Conversation> saying, Set<ConversationSignal> kinds) {
        return saying.isEmpty()
                ? conversations.reversed().stream()
                        .<EvidenceItem>map(Conversation::citeSilence)
                        .toList()
                : saying.reversed().stream()
                        .<EvidenceItem>flatMap(conversation -> conversation.cite(kinds, parameters.leastConfidence()))
                        .toList();
    }

    /** The parameters of statements about one kind of signal. */
    static Map<String, Object> statementParameters(
            AsOf asOf, Set<ConversationSignal> kinds, NegativeParameters parameters) {
        return Map.of(
                "since",
                Feature.since(asOf, parameters.window()),
                "signals",
                kinds.stream().map(Enum::name).toList(),
                "leastConfidence",
                parameters.leastConfidence());
    }
}
