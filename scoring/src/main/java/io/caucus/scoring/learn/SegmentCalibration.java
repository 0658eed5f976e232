package io.caucus.scoring.learn;

import io.caucus.scoring.LogOdds;
import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.calibration.Calibration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is added to a model's calibration for each segment, so that 70 % means 70 % in that segment. {@link SegmentCalibrator} fits it.
 *
 * <p>A segment that calibration never saw keeps the probability of all, with an interval wider by 1.96 standard deviations of how far
 * segments differ, in log-odds, on either side.
 *
 * @param column of segments
 * @param place of it among the inputs
 * @param steps by segment, of all that calibration saw
 * @param unseenDeviation how far segments may well differ, in log-odds
 */
public record SegmentCalibration(String column, int place, SortedMap<String, Step> steps, double unseenDeviation) {

    /** What a row without a segment is counted as. */
    public static final String NONE = "(none)";

    /** Of the normal distribution, at 0.975. */
    private static final double QUANTILE = 1.959963984540054;

    /** How a segment's probabilities are made. */
    public sealed interface Step {

        /** By the calibration of all. */
        record OfAll() implements Step {}

        /** By one of its own. */
        record Own(Calibration calibration) implements Step {}

        /**
         * By that of all, moved.
         *
         * @param shift in log-odds
         * @param deviation of the shift's own uncertainty
         */
        record Pooled(double shift, double deviation) implements Step {

            public Pooled {
                if (!Double.isFinite(shift) || !(deviation >= 0 && Double.isFinite(deviation))) {
                    throw new IllegalArgumentException(
                            "shift and deviation are %s and %s, must be finite and the deviation not negative"
                                    .formatted(shift, deviation));
                }
            }
        }
    }

    public SegmentCalibration {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
        if (!(unseenDeviation >= 0 && Double.isFinite(unseenDeviation))) {
            throw new IllegalArgumentException(
                    "unseenDeviation is %s, must be finite and not negative".formatted(unseenDeviation));
        }
    }

    /** @param ofAll the calibration of all segments together */
    Calibrated of(Calibration ofAll, double margin, Question question) {
        var step = steps.get(segment(question, place));
        if (step == null) {
            return moved(ofAll.of(margin), 0, unseenDeviation);
        }
        return switch (step) {
            case Step.OfAll all -> ofAll.of(margin);
            case Step.Own own -> own.calibration().of(margin);
            case Step.Pooled(var shift, var deviation) -> moved(ofAll.of(margin), shift, deviation);
        };
    }

    static String segment(Question question, int place) {
        var word = question.words()[place];
        return word == null ? NONE : word;
    }

    /** A probability and its interval, moved in log-odds, the interval made wider by the move's own uncertainty. */
    static Calibrated moved(Calibrated told, double shift, double deviation) {
        double wider = QUANTILE * deviation;
        double probability = shift == 0 ? told.probability() : moved(told.probability(), shift);
        double p0 = Math.min(moved(told.p0(), shift), probability);
        double p1 = Math.max(moved(told.p1(), shift), probability);
        return new Calibrated(
                Math.min(moved(told.low(), shift - wider), p0),
                p0,
                probability,
                p1,
                Math.max(moved(told.high(), shift + wider), p1));
    }

    private static double moved(double probability, double by) {
        return LogOdds.toProbability(LogOdds.of(probability) + by);
    }

    /** Whether it leaves the order of margins as it is. */
    boolean keepsOrder() {
        return steps.values().stream().allMatch(Step.OfAll.class::isInstance);
    }

    /** The same, for rows with other inputs that have the column among them. */
    SegmentCalibration placedIn(List<String> inputs) {
        return new SegmentCalibration(column, inputs.indexOf(column), steps, unseenDeviation);
    }
}
