package io.caucus.features.committee;

/** What the rules of {@link CommitteeStage} ask. */
public enum StageCriterion {
    /** Somebody of the account acted lately; measured in actions. */
    ACTIVE,
    /** Several people are engaged; measured in people. */
    SEVERAL_PEOPLE,
    /** The engaged people are of several functions; measured in functions. */
    SEVERAL_FUNCTIONS,
    /** One person's action was followed by several colleagues' activations. */
    EFFECT_CHAMPION,
    /** People act on the same days more often than chance explains; measured as the chance. */
    COORDINATED,
    /** The required seats are filled by active people; measured as live completeness. */
    SEATS_LIVE,
    /** An executive or an economic buyer is engaged. */
    DECIDER_ACTIVE,
    /** Somebody resists; measured as the weight of it. */
    CONFLICT,
    /** The buyer said what comes next. */
    NEXT_STEP,
    /** At FORMING or above at one of the earlier looks. */
    HAD_FORMED,
    /** The account acts less often than it did, and did so at the look before. */
    COOLING,
    /** Champions of when the committee had formed have left, are silent or are assigned no more, and there is no other. */
    CHAMPION_LOST,
    /** Those who held a seat when the committee had formed have left, are silent or are assigned no more; measured in seats. */
    SEAT_LOST
}
