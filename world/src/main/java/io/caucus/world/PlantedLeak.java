package io.caucus.world;

import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;

/**
 * An attribute that is written only once the outcome is known.
 *
 * @param isDated whether its records say when it was written; else it is dated back, and no clock protects from it
 */
public record PlantedLeak(NodeLabel label, ChangeField field, boolean isDated) {

    /** As in {@code Opportunity.LEAD_SOURCE}. */
    public String name() {
        return label.inCypher() + "." + field;
    }
}
