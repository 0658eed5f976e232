package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Comparator;

/** Points at one node of the graph, of any kind. Evidence is made of these. */
public record EntityRef(NodeLabel label, String key) implements Comparable<EntityRef> {

    private static final Comparator<EntityRef> ORDER =
            Comparator.comparing(EntityRef::label).thenComparing(EntityRef::key);

    @Override
    public int compareTo(EntityRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return label.inCypher() + " " + key;
    }
}
