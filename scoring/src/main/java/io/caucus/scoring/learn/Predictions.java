package io.caucus.scoring.learn;

import java.util.List;

/**
 * What a model says of the rows of a table, in their order.
 *
 * @param undated rows without a cutoff, which cannot be asked about
 */
public record Predictions(TrainedModel model, List<Prediction> rows, int undated) {

    public Predictions {
        rows = List.copyOf(rows);
    }

    /** @param prediction one of the rows */
    public Breakdown explain(Prediction prediction) {
        return Breakdown.of(model.scorer(), prediction);
    }
}
