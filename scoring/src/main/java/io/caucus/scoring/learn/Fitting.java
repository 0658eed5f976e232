package io.caucus.scoring.learn;

import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.train.Trainer;
import java.util.List;

/** One way of learning, ready to be tried on any choice of columns of the same windows of time. */
record Fitting(TableSchema schema, TimeSplit split, Trainer trainer) {

    /** @param places of the columns to learn from, among the schema's inputs */
    LearnedScorer fit(int[] places) {
        var encoding = Encoding.learn(schema, places, split.train());
        var model = trainer.train(Learner.rows(encoding, split.train(), schema));
        double[] margins = split.calibrate().stream()
                .mapToDouble(row -> model.margin(encoding.encode(row.question())))
                .toArray();
        var ofAll = Calibration.fit(margins, LearningTable.outcomes(split.calibrate()));
        return new LearnedScorer(
                encoding,
                model,
                ofAll,
                SegmentCalibrator.of(
                                schema,
                                places,
                                split.calibrate(),
                                row -> model.margin(encoding.encode(row.question())),
                                ofAll)
                        .map(SegmentCalibrator::calibration));
    }

    /** How each segment came to its calibration; empty if there are none. */
    List<SegmentCalibrator.Trial> trials(LearnedScorer fitted, int[] places) {
        return SegmentCalibrator.of(schema, places, split.calibrate(), fitted::margin, fitted.calibration())
                .map(SegmentCalibrator::trials)
                .orElse(List.of());
    }
}
