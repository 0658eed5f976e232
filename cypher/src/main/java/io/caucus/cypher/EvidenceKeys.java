package io.caucus.cypher;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Value;

/** References to nodes of several kinds, as statements take and return them. */
final class EvidenceKeys {

    /** The property that identifies a node, by its label. */
    static final Map<String, String> NAMES =
            Stream.of(NodeLabel.values()).collect(Collectors.toUnmodifiableMap(NodeLabel::inCypher, NodeLabel::key));

    private EvidenceKeys() {}

    /** Distinct keys in order, by label. */
    static Map<String, List<String>> byLabel(Collection<EntityRef> references) {
        var keys = new TreeMap<String, List<String>>();
        for (EntityRef reference : new TreeSet<>(references)) {
            keys.computeIfAbsent(reference.label().inCypher(), first -> new ArrayList<>())
                    .add(reference.key());
        }
        return keys;
    }

    /** As {@link #byLabel}, with an empty list for each label that has none. */
    static Map<String, List<String>> ofEachLabel(Collection<EntityRef> references) {
        var keys = new TreeMap<String, List<String>>();
        NAMES.keySet().forEach(label -> keys.put(label, List.of()));
        keys.putAll(byLabel(references));
        return keys;
    }

    /** From a list of pairs of label and key. */
    static SortedSet<EntityRef> references(Value pairs) {
        var references = new TreeSet<EntityRef>();
        for (var pair : pairs.values()) {
            references.add(reference(pair.get(0).asString(), pair.get(1).asString()));
        }
        return references;
    }

    static EntityRef reference(String label, String key) {
        var known = NodeLabel.findInCypher(label)
                .orElseThrow(() -> new IllegalStateException(
                        "The graph has a node with label '%s', which is not in the vocabulary.".formatted(label)));
        return new EntityRef(known, key);
    }
}
