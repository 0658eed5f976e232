package io.caucus.ingest.conversation;

import io.caucus.graphmodel.fact.SignalReading.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an extractor gives the same answer twice. A model that does not is a source of noise, and its share is the noise's size.
 *
 * @param equal texts for which both readings found the same kinds and names; confidences and places may differ
 * @param notRead texts that could not be read at least once
 * @param different the positions of the other texts, from 1
 */
public record Stability(int texts, int equal, int notRead, List<Integer> different) {

    public Stability {
        different = List.copyOf(different);
        if (texts != equal + notRead + different.size()) {
            throw new IllegalArgumentException(
                    "stability does not add up: %d texts, %d equal, %d not read, %d different"
                            .formatted(texts, equal, notRead, different.size()));
        }
    }

    /** Has every conversation read twice: all of them once, then all once more. */
    public static Stability of(SignalExtractor extractor, List<Conversation> conversations) {
        var first = conversations.stream().map(one -> found(extractor, one)).toList();
        int equal = 0;
        int notRead = 0;
        var different = new ArrayList<Integer>();
        for (int index = 0; index < conversations.size(); index++) {
            var again = found(extractor, conversations.get(index));
            if (again.isEmpty() || first.get(index).isEmpty()) {
                notRead++;
            } else if (again.equals(first.get(index))) {
                equal++;
            } else {
                different.add(index + 1);
            }
        }
        return new Stability(conversations.size(), equal, notRead, different);
    }

    private static Optional<Set<List<Object>>> found(SignalExtractor extractor, Conversation conversation) {
        return switch (extractor.extract(conversation)) {
            case Extraction.NotRead notRead -> Optional.empty();
            case Extraction.Read read ->
                Optional.of(read.spotted().stream()
                        .map(Spotted::signal)
                        .map(Stability::what)
                        .collect(Collectors.toSet()));
        };
    }

    private static List<Object> what(Signal signal) {
        return List.of(signal.kind(), signal.detail());
    }
}
