package io.caucus.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes from a service's answer what can be true: kinds from the closed list, characters that are in the text, names that were
 * listed. All else is dropped, and said to be. No word of the answer is repeated, since it may be anything.
 */
final class AnswerCheck {

    private static final int MOST_SIGNALS = 100;

    private final String text;
    private final Competitors competitors;
    private final List<String> dropped = new ArrayList<>();

    /** A part of the answer that does not count; the message says why. */
    private static final class Implausible extends Exception {

        private static final long serialVersionUID = 1L;

        Implausible(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** @param text what the service was sent */
    AnswerCheck(String text, Competitors competitors) {
        this.text = text;
        this.competitors = competitors;
    }

    Extraction check(JsonNode answer, boolean cut) {
        var signals = answer.path("signals");
        if (!signals.isArray() || signals.size() > MOST_SIGNALS) {
            return new Extraction.NotRead(
                    "the extractor's answer has no list 'signals' of at most %d entries".formatted(MOST_SIGNALS));
        }
        var found = new SpottedSignals();
        for (JsonNode entry : signals) {
            try {
                found.add(spotted(entry));
            } catch (Implausible e) {
                dropped.add(e.reason());
            }
        }
        return new Extraction.Read(found.inOrder(), cut, dropped);
    }

    private Spotted spotted(JsonNode entry) throws Implausible {
        var kind = kind(entry.path("kind"));
        var detail = detail(kind, entry.path("detail"));
        double confidence = entry.path("confidence").asDouble(0);
        if (!entry.path("confidence").isNumber() || !(confidence > 0 && confidence <= 1)) {
            throw new Implausible("the confidence of a signal does not lie in (0, 1]");
        }
        int start = character(entry.path("start"));
        int end = character(entry.path("end"));
        if (start >= end || text.substring(start, end).isBlank()) {
            throw new Implausible("the characters of a signal hold no words");
        }
        return new Spotted(new Signal(kind, detail, confidence), start, end);
    }

    private static ConversationSignal kind(JsonNode value) throws Implausible {
        return Arrays.stream(ConversationSignal.values())
                .filter(kind -> kind.name().equals(value.textValue()))
                .findFirst()
                .orElseThrow(() -> new Implausible("the kind of a signal is none of those listed"));
    }

    private Optional<String> detail(ConversationSignal kind, JsonNode value) throws Implausible {
        var name = Optional.ofNullable(value.textValue()).filter(given -> !given.isEmpty());
        if (kind == ConversationSignal.NAMES_COMPETITOR) {
            if (name.filter(competitors.names()::containsKey).isEmpty()) {
                throw new Implausible("a competitor is named that is not listed");
            }
            return name;
        }
        if (name.isPresent()) {
            throw new Implausible("a signal has a detail, which only a competitor's name is");
        }
        return Optional.empty();
    }

    private int character(JsonNode value) throws Implausible {
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > text.length()) {
            throw new Implausible("the characters of a signal lie outside the text");
        }
        return value.intValue();
    }
}
