package io.caucus.graphmodel.vocabulary;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a dated link between two things may mean. Its ends, and what it means, are those of the {@link RelationshipType} of the same
 * name.
 */
public enum LinkType {
    INVESTED_IN,
    PARTNER_OF,
    REFERRED,
    IN_TERRITORY,
    IN_SEGMENT,
    MEMBER_OF,
    /** Counts change: each count is a link of its own, dated when it was counted. */
    USES,
    /** Third-party intent; each reading is a link of its own. */
    INTENT,
    CONCERNS,
    FORWARDED,
    INTRODUCED;

    /** A number that a link may carry. */
    public enum Measure {
        SEATS_BOUGHT("seatsBought"),
        SEATS_ACTIVE("seatsActive"),
        /** As the source says it, 0 or more; only comparable within one source. */
        STRENGTH("strength");

        private final String inCypher;

        Measure(String inCypher) {
            this.inCypher = inCypher;
        }

        public String inCypher() {
            return inCypher;
        }
    }

    public RelationshipType relationship() {
        return RelationshipType.valueOf(name());
    }

    public boolean links(NodeLabel from, NodeLabel to) {
        return relationship().from().contains(from) && relationship().to().contains(to);
    }

    /** What it may carry. */
    public Set<Measure> measures() {
        return switch (this) {
            case USES -> EnumSet.of(Measure.SEATS_BOUGHT, Measure.SEATS_ACTIVE);
            case INTENT -> EnumSet.of(Measure.STRENGTH);
            case INVESTED_IN,
                    PARTNER_OF,
                    REFERRED,
                    IN_TERRITORY,
                    IN_SEGMENT,
                    MEMBER_OF,
                    CONCERNS,
                    FORWARDED,
                    INTRODUCED -> EnumSet.noneOf(Measure.class);
        };
    }

    /** Whether it is evidence that an engagement gave: such a link names the engagement. */
    public boolean isThroughEngagement() {
        return this == FORWARDED || this == INTRODUCED;
    }
}
