package io.caucus.features.committee;

import java.util.Set;

/** How far a buying committee has come. */
public enum CommitteeStage {
    /** Nobody of the account has acted for long. */
    UNAWARE,
    /** Few people, or people of one function. */
    SINGLE_THREADED,
    /** Several people of several functions. */
    FORMING,
    /** They move each other. */
    MOBILISED,
    /** The seats are filled by people who are active, somebody who decides among them. */
    COMPLETE,
    /** And nobody resists, and the buyer says what comes next. */
    CONSENSUS,
    /** Had formed, and is falling apart. */
    REGRESSING;

    /** The stage that criteria put a committee in: a pure function, so that a change of stage always has a cause among them. */
    static CommitteeStage of(Set<StageCriterion> met) {
        if (!met.contains(StageCriterion.ACTIVE)) {
            return UNAWARE;
        }
        return isRegressing(met) ? REGRESSING : rung(met);
    }

    private static boolean isRegressing(Set<StageCriterion> met) {
        return met.contains(StageCriterion.HAD_FORMED)
                && (met.contains(StageCriterion.COOLING)
                        || met.contains(StageCriterion.CHAMPION_LOST)
                        || met.contains(StageCriterion.SEAT_LOST));
    }

    private static CommitteeStage rung(Set<StageCriterion> met) {
        if (met.containsAll(Set.of(StageCriterion.SEATS_LIVE, StageCriterion.DECIDER_ACTIVE))) {
            return met.contains(StageCriterion.NEXT_STEP) && !met.contains(StageCriterion.CONFLICT)
                    ? CONSENSUS
                    : COMPLETE;
        }
        if (met.containsAll(Set.of(StageCriterion.SEVERAL_PEOPLE, StageCriterion.SEVERAL_FUNCTIONS))) {
            return met.contains(StageCriterion.EFFECT_CHAMPION) || met.contains(StageCriterion.COORDINATED)
                    ? MOBILISED
                    : FORMING;
        }
        return SINGLE_THREADED;
    }

    boolean isFormingOrAbove() {
        return switch (this) {
            case FORMING, MOBILISED, COMPLETE, CONSENSUS -> true;
            case UNAWARE, SINGLE_THREADED, REGRESSING -> false;
        };
    }
}
