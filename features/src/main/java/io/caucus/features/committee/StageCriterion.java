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
    /** The account acts less often than it did. */
    COOLING,
    /** There was a champion when the committee had formed, and there is none now. */
    CHAMPION_LOST,
    /** A seat was live when the committee had formed, and is not now; measured in seats. */
    SEAT_LOST
}
