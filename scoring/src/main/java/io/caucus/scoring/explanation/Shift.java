package io.caucus.scoring.explanation;

import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import java.util.Comparator;
import java.util.List;

/**
 * One feature's part in the step from one state of a score to the next.
 *
 * @param logOdds what its contribution gained or lost
 * @param points the same in probability, so that 0.05 is five points
 * @param appeared what the value rests on now and did not before, most telling first
 * @param gone what it rested on before and does not now
 */
public record Shift(
        FeatureDefinition feature,
        FeatureValue before,
        FeatureValue after,
        double logOdds,
        double points,
        List<EvidenceItem> appeared,
        List<EvidenceItem> gone) {

    /** Largest effect first; equal ones by the feature's id. */
    static final Comparator<Shift> LARGEST_FIRST = Comparator.<Shift>comparingDouble(shift -> Math.abs(shift.logOdds()))
            .reversed()
            .thenComparing(shift -> shift.feature().id());

    public Shift {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** Whether the chance is moved at all: a value may change where the model does not care. */
    public boolean moves() {
        return logOdds != 0;
    }
}
