package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A source deleted one of its records, or took it out of the bin again. Nothing that was told of the record is lost: as of an
 * instant before the deletion was known all of it is seen, afterwards none. Of several tombstones of one record the one known last
 * counts, of those the one that speaks of the latest instant, of those a deletion.
 *
 * <p>Facts told of a record do not restore it; only a lifted tombstone does. So the rows of a file that was exported before the
 * deletion may arrive after it.
 *
 * @param entity the record; people who took part in an engagement stay named in it when their records are deleted
 * @param lifted whether the record was restored
 */
public record Tombstone(EntityRef entity, boolean lifted, FactTime time) implements Fact {

    /** What tombstones can be told of. Roles and employments end instead. */
    public static final Set<NodeLabel> LABELS = Collections.unmodifiableSet(EnumSet.of(
            NodeLabel.ACCOUNT, NodeLabel.PERSON, NodeLabel.OPPORTUNITY, NodeLabel.ENGAGEMENT, NodeLabel.TICKET));

    public Tombstone {
        if (!LABELS.contains(entity.label())) {
            throw new IllegalArgumentException("%s cannot be deleted; what can is %s"
                    .formatted(entity, LABELS.stream().map(NodeLabel::inCypher).toList()));
        }
        EntityKey.check(entity.label().inCypher(), entity.key());
    }

    /** The record was deleted. */
    public static Tombstone of(EntityKey entity, FactTime time) {
        return new Tombstone(entity.ref(), false, time);
    }

    /** The record was restored. */
    public static Tombstone lifted(EntityKey entity, FactTime time) {
        return new Tombstone(entity.ref(), true, time);
    }
}
