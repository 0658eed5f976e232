package io.caucus.graphmodel.quality;

import java.util.List;

/** Counts flaws. Each measure passes over everything it counts, so it takes as long as there is much. */
public interface DataQuality {

    /**
     * One measurement; of missing fields one for each field, or none when there is nothing that could have them; of batched moves
     * one for all, followed by one for each owner with the habit: at most 20, those with most moves first.
     */
    List<Measurement> measure(QualityMeasure measure, QualityQuestion question, QualityRules rules);
}
