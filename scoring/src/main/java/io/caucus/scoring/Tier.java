package io.caucus.scoring;

/** What a score rests on: how much there was to learn from. */
public enum Tier {
    /** Weights set by judgement: too few closed opportunities to learn from. The interval is wide. */
    RULES,
    /** One model for all, calibrated for all. */
    POOLED,
    /** One model for all, with enough outcomes for a calibration of a segment's own. */
    CALIBRATED,
    /** Enough outcomes for a model of a segment's own, should it earn its place. */
    SEGMENT
}
