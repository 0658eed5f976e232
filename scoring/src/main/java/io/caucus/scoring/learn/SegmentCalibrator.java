package io.caucus.scoring.learn;

import io.caucus.scoring.LogOdds;
import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.calibration.CalibrationRows;
import io.caucus.scoring.learn.SegmentCalibration.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits a {@link SegmentCalibration} on the calibration window.
 *
 * <p><b>Definition.</b> A segment with {@value Learner#LEAST_FOR_CALIBRATED} successes and as many failures may have a calibration of its
 * own. The others are pooled: each has a shift δ in log-odds on top of the calibration of all, the mode of its posterior under
 * {@code δ ~ N(0, τ²)}, where τ² is how far segments differ beyond what luck explains. So a segment of few rows hardly moves, and none
 * does where segments do not differ. How far segments unlike all those seen may differ is bounded by the upper 97.5 % of τ²,
 * in the normal approximation.
 *
 * <p>Both must earn their place: fitted on the older two thirds of the calibration window, they must have no higher log loss than the
 * calibration of all on its newest third; one's own segment by segment, with 50 such rows, shifts all together. Then they are fitted
 * anew on the whole window. The test window is never looked at.
 *
 * <p><b>Source.</b> Partial pooling: A. Gelman, J. Hill, "Data Analysis Using Regression and Multilevel/Hierarchical Models" (2007),
 * chapter 12. τ² by moments: R. DerSimonian, N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986), a
 * segment's estimate being one step of Newton's from 0. Rows of one group count as one witness.
 */
public final class SegmentCalibrator {

    private static final double HELD_OUT_FROM = 2.0 / 3;
    private static final int LEAST_HELD_OUT = SegmentFigures.LEAST_ROWS;
    /** Of the normal distribution, at 0.975. */
    private static final double QUANTILE = 1.959963984540054;
    /** A shift is sought within ± so much, in log-odds. */
    private static final double FARTHEST = 10;

    private static final String OWN = "own";

    private static final double NEARLY = 1e-9;

    /**
     * What a segment was tried with.
     *
     * @param rows in the calibration window
     * @param kind own, pooled or all: what serves
     * @param shift in log-odds; 0 unless pooled
     * @param heldOut rows on which it was put to the test; 0 if it could not be
     * @param logLossOfAll on them, by the calibration of all; NaN without rows
     * @param logLoss on them, by what was tried
     * @param reason in a sentence
     */
    public record Trial(
            String segment,
            int rows,
            long successes,
            String kind,
            double shift,
            int heldOut,
            double logLossOfAll,
            double logLoss,
            String reason) {}

    /** A row with its margin. */
    private record Sample(LearningTable.Row row, double margin) {

        double loss(Calibrated told) {
            double given = row.success() ? told.probability() : 1 - told.probability();
            return -StrictMath.log(Math.clamp(given, 1e-15, 1));
        }
    }

    private final String column;
    private final int place;
    private final long seed;
    private final SortedMap<String, List<Sample>> all;
    private final SortedMap<String, Step> steps = new TreeMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Spread spread;

    private SegmentCalibrator(String column, int place, List<Sample> samples, Calibration ofAll, long seed) {
        this.column = column;
        this.place = place;
        this.seed = seed;
        this.all = bySegment(samples);
        this.spread = Spread.of(all, ofAll);
        fit(samples, ofAll);
    }

    /**
     * @param places of the model's columns
     * @param rows of the calibration window, oldest first
     * @param ofAll fitted on them
     * @param seed of the samples that intervals of segments of their own are told by
     * @return empty if the model reads no column of segments, or there are not two of them
     */
    static Optional<SegmentCalibrator> of(
            TableSchema schema,
            int[] places,
            List<LearningTable.Row> rows,
            ToDoubleFunction<LearningTable.Row> margin,
            Calibration ofAll,
            long seed) {
        var segment = segmentPlace(schema, places);
        if (segment.isEmpty()) {
            return Optional.empty();
        }
        var samples = rows.stream()
                .map(row -> new Sample(row, margin.applyAsDouble(row)))
                .toList();
        int place = segment.getAsInt();
        return rows.stream()
                                .map(row -> SegmentCalibration.segment(row.question(), place))
                                .distinct()
                                .limit(2)
                                .count()
                        < 2
                ? Optional.empty()
                : Optional.of(new SegmentCalibrator(schema.inputs().get(place).name(), place, samples, ofAll, seed));
    }

    private static OptionalInt segmentPlace(TableSchema schema, int[] places) {
        return IntStream.of(places)
                .filter(place -> schema.inputs().get(place).role() == Column.Role.SEGMENT)
                .findFirst();
    }

    SegmentCalibration calibration() {
        return new SegmentCalibration(column, place, steps, spread.unseenDeviation());
    }

    /** By segment. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    private SortedMap<String, List<Sample>> bySegment(List<Sample> samples) {
        return samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> SegmentCalibration.segment(sample.row().question(), place),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void fit(List<Sample> samples, Calibration ofAll) {
        Instant from = samples.get((int) (HELD_OUT_FROM * samples.size())).row().cutoff();
        var older = samples.stream()
                .filter(sample -> sample.row().cutoff().isBefore(from))
                .toList();
        var newer = bySegment(samples.stream()
                .filter(sample -> !sample.row().cutoff().isBefore(from))
                .toList());
        if (!hasBoth(older)) {
            all.keySet()
                    .forEach(segment -> ofAll(segment, "the calibration window is too short to put it to the test"));
            return;
        }
        var before = calibrated(older);
        var olderBySegment = bySegment(older);
        var tried = new TreeMap<String, Trial>();
        all.forEach((segment, its) -> {
            if (mayHaveItsOwn(its)) {
                tried.put(
                        segment,
                        tryOwn(
                                segment,
                                olderBySegment.getOrDefault(segment, List.of()),
                                newer.getOrDefault(segment, List.of()),
                                before));
            }
        });
        var own = tried.values().stream()
                .filter(trial -> trial.kind().equals(OWN))
                .map(Trial::segment)
                .collect(Collectors.toSet());
        var others =
                all.keySet().stream().filter(segment -> !own.contains(segment)).toList();
        boolean poolingEarns = poolingEarns(olderBySegment, newer, others, before);
        all.forEach(
                (segment, its) -> decide(segment, its, Optional.ofNullable(tried.get(segment)), poolingEarns, ofAll));
    }

    private void decide(
            String segment, List<Sample> its, Optional<Trial> own, boolean poolingEarns, Calibration ofAll) {
        if (own.filter(trial -> trial.kind().equals(OWN)).isPresent()) {
            steps.put(segment, new Step.Own(calibrated(its)));
            trials.add(own.get());
        } else if (poolingEarns && spread.variance() > 0) {
            var shift = spread.shift(its, ofAll);
            steps.put(segment, shift);
            trials.add(trial(segment, "pooled", shift.shift(), own, "shifts have no higher log loss, all together"));
        } else {
            steps.put(segment, new Step.OfAll());
            var why = spread.variance() > 0
                    ? "shifts have a higher log loss, all together"
                    : "segments differ no further than luck explains";
            trials.add(trial(
                    segment,
                    "all",
                    0,
                    own,
                    own.map(Trial::reason).map(reason -> reason + "; " + why).orElse(why)));
        }
    }

    private Trial trial(String segment, String kind, double shift, Optional<Trial> tried, String reason) {
        return new Trial(
                segment,
                samplesOf(segment).size(),
                successes(samplesOf(segment)),
                kind,
                shift,
                tried.map(Trial::heldOut).orElse(0),
                tried.map(Trial::logLossOfAll).orElse(Double.NaN),
                tried.map(Trial::logLoss).orElse(Double.NaN),
                reason);
    }

    private void ofAll(String segment, String reason) {
        steps.put(segment, new Step.OfAll());
        trials.add(trial(segment, "all", 0, Optional.empty(), reason));
    }

    private List<Sample> samplesOf(String segment) {
        return all.getOrDefault(segment, List.of());
    }

    private Trial tryOwn(String segment, List<Sample> older, List<Sample> newer, Calibration before) {
        if (!hasBoth(older) || newer.size() < LEAST_HELD_OUT) {
            return trial(segment, "all", 0, Optional.empty(), "too few rows to put one of its own to the test");
        }
        var candidate = calibrated(older);
        double lossOfAll = loss(newer, sample -> before.of(sample.margin()));
        double loss = loss(newer, sample -> candidate.of(sample.margin()));
        return new Trial(
                segment,
                samplesOf(segment).size(),
                successes(samplesOf(segment)),
                loss <= lossOfAll ? OWN : "all",
                0,
                newer.size(),
                lossOfAll,
                loss,
                loss <= lossOfAll ? "one of its own has no higher log loss" : "one of its own has a higher log loss");
    }

    private static boolean poolingEarns(
            SortedMap<String, List<Sample>> older,
            SortedMap<String, List<Sample>> newer,
            List<String> pooled,
            Calibration before) {
        var spread = Spread.of(older, before);
        double lossOfAll = 0;
        double loss = 0;
        int heldOut = 0;
        for (String segment : pooled) {
            var shift = spread.shift(older.getOrDefault(segment, List.of()), before);
            for (Sample sample : newer.getOrDefault(segment, List.of())) {
                var told = before.of(sample.margin());
                lossOfAll += sample.loss(told);
                loss += sample.loss(SegmentCalibration.moved(told, shift.shift(), 0));
                heldOut++;
            }
        }
        return heldOut >= LEAST_HELD_OUT && loss <= lossOfAll;
    }

    private static double loss(List<Sample> samples, Function<Sample, Calibrated> calibration) {
        return samples.stream()
                .mapToDouble(sample -> sample.loss(calibration.apply(sample)))
                .average()
                .orElseThrow();
    }

    private Calibration calibrated(List<Sample> samples) {
        return Calibration.fit(
                new CalibrationRows(
                        samples.stream().mapToDouble(Sample::margin).toArray(),
                        LearningTable.outcomes(samples.stream().map(Sample::row).toList()),
                        LearningTable.groups(samples.stream().map(Sample::row).toList())),
                seed);
    }

    private static boolean mayHaveItsOwn(List<Sample> samples) {
        long successes = successes(samples);
        return Math.min(successes, samples.size() - successes) >= Learner.LEAST_FOR_CALIBRATED;
    }

    private static boolean hasBoth(List<Sample> samples) {
        long successes = successes(samples);
        return successes > 0 && successes < samples.size();
    }

    private static long successes(List<Sample> samples) {
        return samples.stream().filter(sample -> sample.row().success()).count();
    }

    /**
     * How far segments differ from the calibration of all.
     *
     * @param variance τ², of log-odds
     * @param unseenDeviation the square root of its upper bound
     */
    private record Spread(double variance, double unseenDeviation) {

        static Spread of(Map<String, List<Sample>> bySegment, Calibration ofAll) {
            double information = 0;
            double squares = 0;
            double weighted = 0;
            int segments = 0;
            var estimates = new ArrayList<double[]>();
            for (List<Sample> samples : bySegment.values()) {
                var logOdds = new Shifted(samples, ofAll);
                double its = logOdds.information(0);
                double estimate = logOdds.slope(0) / its;
                estimates.add(new double[] {its, estimate});
                information += its;
                squares += its * its;
                weighted += its * estimate;
                segments++;
            }
            double mean = weighted / information;
            double excess = 1.0 - segments;
            for (double[] each : estimates) {
                excess += each[0] * (each[1] - mean) * (each[1] - mean);
            }
            double scale = information - squares / information;
            if (!(scale > 0)) {
                return new Spread(0, 0);
            }
            double luck = QUANTILE * Math.sqrt(2.0 * (segments - 1));
            return new Spread(Math.max(0, excess) / scale, Math.sqrt((Math.max(0, excess) + luck) / scale));
        }

        /** The mode of a segment's posterior, and its standard deviation there. */
        Step.Pooled shift(List<Sample> samples, Calibration ofAll) {
            if (variance == 0) {
                return new Step.Pooled(0, 0);
            }
            var shifted = new Shifted(samples, ofAll);
            double low = -FARTHEST;
            double high = FARTHEST;
            for (int halving = 0; halving < 60; halving++) {
                double middle = (low + high) / 2;
                if (shifted.slope(middle) - middle / variance > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return new Step.Pooled(low, Math.sqrt(1 / (shifted.information(low) + 1 / variance)));
        }
    }

    /** The log-likelihood of a segment's rows as its log-odds move. */
    private static final class Shifted {

        private final List<Sample> samples;
        private final double[] logOdds;
        private final double witnessesPerRow;

        Shifted(List<Sample> samples, Calibration ofAll) {
            this.samples = samples;
            this.logOdds = samples.stream()
                    .mapToDouble(sample ->
                            LogOdds.of(Math.clamp(ofAll.of(sample.margin()).probability(), NEARLY, 1 - NEARLY)))
                    .toArray();
            this.witnessesPerRow =
                    (double) Reference.groups(samples.stream().map(Sample::row).toList()) / Math.max(1, samples.size());
        }

        double slope(double shift) {
            double sum = 0;
            for (int i = 0; i < logOdds.length; i++) {
                sum += (samples.get(i).row().success() ? 1 : 0) - LogOdds.toProbability(logOdds[i] + shift);
            }
            return witnessesPerRow * sum;
        }

        double information(double shift) {
            return witnessesPerRow
                    * Arrays.stream(logOdds)
                            .map(each -> LogOdds.toProbability(each + shift))
                            .map(chance -> chance * (1 - chance))
                            .sum();
        }
    }
}
