package io.caucus.scoring.train;

import io.caucus.scoring.model.LearnedModel;
import java.util.SortedMap;

/** Learns a model from rows: the same rows and the same settings give the same bits. */
public sealed interface Trainer permits LogisticTrainer, TreeTrainer {

    /** Short, for reports: the kind of model and what sets it apart from its rivals. */
    String name();

    /** All that training depends on beside the rows, for provenance. */
    SortedMap<String, String> settings();

    /** @throws IllegalArgumentException if only one outcome occurs, or there are no inputs */
    LearnedModel train(TrainingRows rows);
}
