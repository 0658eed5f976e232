package io.caucus.scoring;

/** What a score rests on. */
public enum Tier {
    /** Weights set by judgement: too few closed opportunities to learn from. The interval is wide. */
    RULES
}
