package io.caucus.features.engagement;

/** How an account's activity stands. The first that fits, in this order, is the state. */
public enum EngagementState {
    /** Long silent. */
    DORMANT,
    /** Acted for the first time only lately, so there is nothing to compare with. */
    NEW,
    /** Back, lately, after a silence as long as a dormant account's. */
    REENGAGED,
    /** Acts more often than it did. */
    ACCELERATING,
    /** Acts less often than it did. */
    COOLING,
    /** None of these. */
    STEADY
}
