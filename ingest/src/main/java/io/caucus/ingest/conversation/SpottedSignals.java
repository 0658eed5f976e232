package io.caucus.ingest.conversation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is found in one conversation: of each kind and detail the surest, of equally sure ones the first. */
final class SpottedSignals {

    private final Map<List<Object>, Spotted> found = new LinkedHashMap<>();

    void add(Spotted spotted) {
        found.merge(
                List.of(spotted.signal().kind(), spotted.signal().detail()),
                spotted,
                (one, other) -> other.signal().confidence() > one.signal().confidence() ? other : one);
    }

    /** In the order in which the words stand. */
    List<Spotted> inOrder() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(Spotted::start).thenComparing(Spotted::signal))
                .toList();
    }
}
