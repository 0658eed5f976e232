package io.caucus.scoring.learn;

import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.train.Trainer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way of learning, ready to be tried on any choice of columns of the same windows of time.
 *
 * @param seed of the samples that intervals are told by
 */
record Fitting(TableSchema schema, TimeSplit split, Trainer trainer, long seed) {

    /** @param places of the columns to learn from, among the schema's inputs */
    LearnedScorer fit(int[] places) {
        var encoding = Encoding.learn(schema, places, split.train());
        var model = trainer.train(Learner.rows(encoding, split.train(), schema));
        ToDoubleFunction<LearningTable.Row> margin = row -> model.margin(encoding.encode(row.question()));
        var ofAll = Calibration.fit(LearningTable.toCalibrate(split.calibrate(), margin), seed);
        return new LearnedScorer(
                encoding,
                model,
                ofAll,
                SegmentCalibrator.of(schema, places, split.calibrate(), margin, ofAll, seed)
                        .map(SegmentCalibrator::calibration));
    }

    /** How each segment came to its calibration; empty if there are none. */
    List<SegmentCalibrator.Trial> trials(LearnedScorer fitted, int[] places) {
        return SegmentCalibrator.of(schema, places, split.calibrate(), fitted::margin, fitted.calibration(), seed)
                .map(SegmentCalibrator::trials)
                .orElse(List.of());
    }
}
