package io.caucus.features.champion;

/** What makes somebody a champion. The first that fits, in this order, is the kind. */
public enum ChampionKind {
    /** Colleagues follow them, more than chance explains. */
    EFFECT,
    /** A record says so. */
    CLAIMED,
    /** Somebody bought elsewhere and works here now. */
    PAST,
    /** There is none. */
    NONE
}
