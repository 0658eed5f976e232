package io.caucus.graphmodel.vocabulary;

import java.util.EnumSet;
import java.util.Set;

/**
 * The attributes that a source may tell one at a time, each as text in the form given here. Stages have their own fact, and so
 * do employments.
 */
public enum ChangeField {
    /** What people call it. */
    NAME(NodeLabel.ACCOUNT, NodeLabel.PERSON, NodeLabel.OPPORTUNITY, NodeLabel.USER),
    /** The main internet domain, lower case, as taken from a website's address. */
    DOMAIN(NodeLabel.ACCOUNT),
    /** Lower case. */
    EMAIL(NodeLabel.PERSON),
    /** Text, the source's own word. */
    INDUSTRY(NodeLabel.ACCOUNT),
    /** People employed, a whole number. */
    HEADCOUNT(NodeLabel.ACCOUNT),
    /** A decimal number in the account's own currency, for a year. */
    ANNUAL_REVENUE(NodeLabel.ACCOUNT),
    /** Whose it is, a word of {@link Ownership}; told by sources that know since when. */
    OWNERSHIP(NodeLabel.ACCOUNT),
    /** Where in the world, the source's own word. */
    REGION(NodeLabel.ACCOUNT, NodeLabel.PERSON),
    /** How we came by it, the source's own word. */
    LEAD_SOURCE(NodeLabel.ACCOUNT, NodeLabel.PERSON, NodeLabel.OPPORTUNITY),
    /**
     * The key under which another system knows the same company or person, {@code source:id}. There may be one for each kind of
     * record there; {@code source:*} takes away those that begin so.
     */
    FOREIGN_ID(NodeLabel.ACCOUNT, NodeLabel.PERSON),
    /** A decimal number in the account's own currency. */
    AMOUNT(NodeLabel.OPPORTUNITY),
    /** The day a close is expected, ISO-8601. */
    CLOSE_DATE(NodeLabel.OPPORTUNITY),
    /** The key of one of our users. */
    OWNER(NodeLabel.ACCOUNT, NodeLabel.OPPORTUNITY);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Set<NodeLabel> labels;

    ChangeField(NodeLabel first, NodeLabel... others) {
        this.labels = EnumSet.of(first, others);
    }

    public boolean appliesTo(NodeLabel label) {
        return labels.contains(label);
    }

    /** The fields that things of a label have, in order; none for what does not change. */
    public static Set<ChangeField> of(NodeLabel label) {
        var fields = EnumSet.allOf(ChangeField.class);
        fields.removeIf(field -> !field.appliesTo(label));
        return fields;
    }

    /**
     * Whether the field is part of what the thing is called and found by. Such values may be personal data: the graph keeps them
     * with the tellings of the thing and never in a key.
     */
    public boolean isIdentifying() {
        return switch (this) {
            case NAME, DOMAIN, EMAIL -> true;
            case INDUSTRY,
                    HEADCOUNT,
                    ANNUAL_REVENUE,
                    OWNERSHIP,
                    REGION,
                    LEAD_SOURCE,
                    FOREIGN_ID,
                    AMOUNT,
                    CLOSE_DATE,
                    OWNER -> false;
        };
    }
}
