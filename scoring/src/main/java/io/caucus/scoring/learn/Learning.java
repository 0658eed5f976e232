package io.caucus.scoring.learn;

import io.caucus.scoring.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that came of learning from one table.
 *
 * @param leaks found among the schema's inputs, waived ones included
 * @param inputs the columns that were learned from
 * @param leftOut columns that were not, each with the reason
 * @param tier what the outcomes suffice for
 * @param fit empty if nothing could be learned
 * @param judged the model, if one that was kept was judged and nothing was learned
 */
public record Learning(
        LearningTable table,
        Verdict verdict,
        Tier tier,
        List<Leak> leaks,
        List<String> inputs,
        SortedMap<String, String> leftOut,
        Optional<Fit> fit,
        Optional<Judged> judged) {

    /**
     * A model that was kept, judged on rows that are newer than what it learned from.
     *
     * @param model its name
     * @param learnedUntil the newest cutoff of what it learned from
     * @param embargo that lies between
     * @param notNewer usable rows that were left out, since they are not newer
     */
    public record Judged(String model, Instant learnedUntil, Duration embargo, int notNewer) {}

    /**
     * @param baseRate of the training window: the baseline that knows nothing
     * @param confidence whether errors fall as confidence rises
     * @param baselines others to compare with, judged on the same rows
     * @param importance the mean absolute contribution of each column over the test rows, in log-odds
     * @param segments of the test rows, those with rows enough; empty if the schema names no segment
     * @param settings of training, for provenance
     * @param ablation what each family of columns adds
     * @param drift whether the test rows still look like those learned from
     * @param months how predictions fared in each, oldest first
     * @param handRaisers how many of them are missed; empty if the schema names none
     * @param confidenceLine what became of uncertain rows
     * @param segmentCalibration how each segment came to its calibration; empty if there are none
     * @param reference what training rows had in each column
     * @param segmentModels whether segments would earn models of their own; empty where nothing was trained
     */
    public record Fit(
            TimeSplit split,
            LearnedScorer scorer,
            double baseRate,
            List<Candidate> candidates,
            Judgement judgement,
            ConfidenceCheck confidence,
            SortedMap<String, Judgement> baselines,
            SortedMap<String, Double> importance,
            SortedMap<String, SegmentFigures> segments,
            SortedMap<String, String> settings,
            Ablation ablation,
            Drift drift,
            List<MonthFigures> months,
            Optional<HandRaisers> handRaisers,
            ConfidenceLine confidenceLine,
            List<SegmentCalibrator.Trial> segmentCalibration,
            Reference reference,
            Optional<SegmentModels> segmentModels) {}
}
