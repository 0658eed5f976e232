package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.evaluation.Shares;
import io.caucus.scoring.learn.Ablation;
import io.caucus.scoring.learn.Candidate;
import io.caucus.scoring.learn.Judgement;
import io.caucus.scoring.learn.Leak;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.MonthFigures;
import io.caucus.scoring.learn.SegmentCalibrator;
import io.caucus.scoring.learn.SegmentFigures;
import io.caucus.scoring.learn.TimeSplit;
import io.caucus.scoring.learn.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the numbers say, one sentence each. No sentence holds anything that the numbers could contradict. */
final class Findings {

    private Findings() {}

    static String verdict(Learning learning) {
        return switch (learning.verdict()) {
            case SIGNAL -> "There is a usable signal: %s.".formatted(pairs(judgement(learning)));
            case NO_SIGNAL -> noSignal(judgement(learning));
            case LEAKS -> leaks(learning);
            case TOO_FEW -> tooFew(learning.table());
        };
    }

    private static Judgement judgement(Learning learning) {
        return learning.fit().orElseThrow().judgement();
    }

    private static String pairs(Judgement judgement) {
        return "on the newest %s, which nothing was learned from, the model puts a success before a failure in %s of pairs (95\u00a0%%: %s; a coin: 50\u00a0%%)"
                .formatted(
                        Show.count(judgement.rows(), "row"),
                        Show.percent(judgement.auc().value()),
                        Show.percent(judgement.auc()));
    }

    private static String noSignal(Judgement judgement) {
        var why = judgement.auc().isAbove(0.5)
                ? "what it gains in average precision over the base rate, %s (95\u00a0%%: %s), is not above zero beyond doubt"
                        .formatted(Show.figure(judgement.overBaseRate().value()), Show.range(judgement.overBaseRate()))
                : "that is not above the coin beyond doubt";
        return "There is no usable signal: %s, and %s.".formatted(pairs(judgement), why);
    }

    private static String leaks(Learning learning) {
        var names = learning.leaks().stream()
                .filter(leak -> !leak.isWaived())
                .map(Leak::column)
                .map(Show::name)
                .toList();
        return "Nothing was learned: %s tell the outcome instead of foretelling it: %s."
                .formatted(Show.count(names.size(), "column"), Show.list(names))
                .replace("1\u00a0column tell", "1\u00a0column tells");
    }

    private static String tooFew(LearningTable table) {
        long successes = table.successes();
        return "Too few outcomes to learn from: of %s, %s succeeded and %s failed; the oldest window needs %s of each, and the later ones some of both."
                .formatted(
                        Show.count(table.rows().size(), "row"),
                        Show.count(successes),
                        Show.count(table.rows().size() - successes),
                        Learner.LEAST_FOR_POOLED);
    }

    static String judged(Learning.Judged judged, int rows) {
        return "Judged was “%s”, which learned until %s, on %s newer than that by %s and more; nothing was learned. %s not newer, and left out."
                .formatted(
                        judged.model(),
                        Show.day(judged.learnedUntil()),
                        Show.count(rows, "row"),
                        Show.count(judged.embargo().toDays(), "day"),
                        judged.notNewer() == 1
                                ? "1\u00a0usable row is"
                                : Show.count(judged.notNewer(), "usable row") + " are");
    }

    static String tier(Learning learning) {
        if (learning.judged().isPresent()) {
            return "Tier %s, which it was given when it was trained. %s"
                    .formatted(
                            learning.tier(),
                            learning.verdict() == Verdict.SIGNAL
                                    ? "On these rows it still sorts better than chance."
                                    : "On these rows it does not sort better than chance beyond doubt: train again, or"
                                            + " let rules serve.");
        }
        long successes = learning.table().successes();
        long rarer = Math.min(successes, learning.table().rows().size() - successes);
        var what = switch (learning.verdict()) {
            case SIGNAL -> "the model can serve";
            case NO_SIGNAL, TOO_FEW -> "rules go on serving, and no model is written";
            case LEAKS -> "what the outcomes suffice for once the leaks are out";
        };
        return "Tier %s: %s. The rarer outcome occurs in %s; a model takes %s, a segment's own calibration %s, its own model %s."
                .formatted(
                        learning.tier(),
                        what,
                        Show.count(rarer, "row"),
                        Learner.LEAST_FOR_POOLED,
                        Learner.LEAST_FOR_CALIBRATED,
                        Show.count(Learner.LEAST_FOR_SEGMENT));
    }

    /** @param notNewer rows that could have been used, but for what the model learned from */
    static String rows(LearningTable table, int notNewer) {
        var left = table.leftOut();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        reasons.put("without a cutoff", left.undated());
        reasons.put("too old", left.before());
        reasons.put("decided before their cutoff", left.decided());
        reasons.put("whose horizon is not over", left.unripe());
        reasons.put("neither success nor failure", left.undecided());
        reasons.put("not newer than what the model learned from", notNewer);
        var said = reasons.entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> "%s %s".formatted(Show.count(reason.getValue()), reason.getKey()))
                .toList();
        return "Of %s read, %s could be used, and %s of those succeeded (%s). %s"
                .formatted(
                        Show.count(left.read(), "row"),
                        Show.count(table.rows().size()),
                        Show.count(table.successes()),
                        Show.percent((double) table.successes() / table.rows().size()),
                        said.isEmpty() ? "None was left out." : "Left out: %s.".formatted(Show.list(said)));
    }

    static String inputs(Learning learning) {
        return learning.inputs().isEmpty()
                ? "No column was learned from."
                : "Learned from %s: %s."
                        .formatted(
                                Show.count(learning.inputs().size(), "column"),
                                Show.list(learning.inputs().stream()
                                        .map(Show::name)
                                        .toList()));
    }

    static String windows(Learning learning, TimeSplit split) {
        long days = split.embargo().toDays();
        long horizon = learning.table().schema().horizon().toDays();
        return days < horizon
                ? "Between the windows lie %s, %s, and an outcome may take %s: some outcomes that were learned from were not known yet when the next window began, so the figures flatter a little."
                        .formatted(
                                Show.count(days, "day"),
                                split.isShortened() ? "since the table is too short for more" : "as the schema asks",
                                Show.count(horizon, "day"))
                : "Between the windows lie %s, so that every outcome learned from was known when the next one began."
                        .formatted(Show.count(days, "day"));
    }

    static String reliability(Newest newest, List<Probabilities.Bin> bins, OptionalDouble calibrated) {
        long kept = bins.stream()
                .filter(bin -> isWithin(bin.told(), newest.share(bin.happened(), bin.rows())))
                .count();
        boolean isLuck = isWithin(newest.told(), newest.share(newest.rate(), newest.size()));
        return "In %s of %s, each of rows told about the same, what was told lies within the 95\u00a0%% interval of what happened; over all rows %s was told and %s happened, which is %s luck explains%s."
                .formatted(
                        kept,
                        Show.count(bins.size(), "bin"),
                        Show.percent(newest.told()),
                        Show.percent(newest.rate()),
                        isLuck ? "no more apart than" : "further apart than",
                        calibrated.isPresent()
                                ? " (where it was calibrated, %s succeeded)"
                                        .formatted(Show.percent(calibrated.getAsDouble()))
                                : "");
    }

    private static boolean isWithin(double value, Interval interval) {
        return value >= interval.low() && value <= interval.high();
    }

    static String segments(Newest newest, Map<String, SegmentFigures> segments) {
        long kept = segments.values().stream()
                .filter(its -> isWithin(its.told(), newest.share(its.happened(), its.rows())))
                .count();
        var furthest = segments.entrySet().stream()
                .max(Comparator.comparingDouble(entry ->
                        Math.abs(entry.getValue().told() - entry.getValue().happened())))
                .orElseThrow();
        return "In %s of %s what was told on average lies within the 95\u00a0%% interval of what happened; furthest apart is %s, told %s while %s happened."
                .formatted(
                        kept,
                        Show.count(segments.size(), "segment"),
                        Show.name(furthest.getKey()),
                        Show.percent(furthest.getValue().told()),
                        Show.percent(furthest.getValue().happened()));
    }

    static String months(List<MonthFigures> months) {
        var newest =
                months.stream().filter(month -> month.window().equals("test")).toList();
        var known = newest.stream()
                .filter(month -> !Double.isNaN(month.calibrationError()))
                .toList();
        if (known.isEmpty()) {
            return "Of %s in the test window none has rows enough to say anything of it."
                    .formatted(Show.count(newest.size(), "month"));
        }
        long kept = known.stream()
                .filter(month -> isWithin(month.told(), Shares.interval(month.rate(), month.groups())))
                .count();
        return "In %s of %s of the test window what was told on average lies within the 95\u00a0%% interval of what happened; from %s to %s the rate of success went from %s to %s."
                .formatted(
                        kept,
                        Show.count(known.size(), "month"),
                        months.getFirst().month(),
                        months.getLast().month(),
                        Show.percent(months.getFirst().rate()),
                        Show.percent(months.getLast().rate()));
    }

    static String segmentCalibration(List<SegmentCalibrator.Trial> trials) {
        return "Of %s, calibrated on their own: %s; pooled: %s; by the calibration of all: %s. One that was never seen has that of all, with a wider interval."
                .formatted(
                        Show.count(trials.size(), "segment"),
                        count(trials, "own"),
                        count(trials, "pooled"),
                        count(trials, "all"));
    }

    private static long count(List<SegmentCalibrator.Trial> trials, String kind) {
        return trials.stream().filter(trial -> trial.kind().equals(kind)).count();
    }

    static String curve(Newest newest) {
        var half = newest.curve().stream()
                .filter(point -> point.recall() >= 0.5)
                .findFirst()
                .orElseThrow();
        return "To find %s of the successes, pick the best %s of the rows: %s of those succeed, where at random it would be %s."
                .formatted(
                        Show.percent(half.recall()),
                        Show.percent(half.picked()),
                        Show.percent(half.precision()),
                        Show.percent(newest.rate()));
    }

    /** The points of a curve that a table can hold: the first to reach each tenth of the successes. */
    static List<Ranking.Point> tenthsOfRecall(List<Ranking.Point> curve) {
        var points = new ArrayList<Ranking.Point>();
        for (int tenth = 1; tenth <= 10; tenth++) {
            double wanted = tenth / 10.0 - 1e-9;
            curve.stream()
                    .filter(point -> point.recall() >= wanted)
                    .findFirst()
                    .filter(point -> !points.contains(point))
                    .ifPresent(points::add);
        }
        return points;
    }

    static String tenths(List<Interval> tenths, Interval lift, double rate) {
        return "The best tenth of the rows succeeds %s as often as all rows (95\u00a0%%: %s), the last tenth %s as often."
                .formatted(
                        Show.times(lift.value()),
                        Show.times(lift),
                        Show.times(tenths.getLast().value() / rate));
    }

    static String importance(SortedMap<String, Double> importance) {
        double sum = importance.values().stream().mapToDouble(each -> each).sum();
        var first = byValue(importance).getFirst();
        return sum == 0
                ? "No column moves the model's answer."
                : "%s moves the model's answer most: by %s in log-odds on average, %s of what all columns move it."
                        .formatted(
                                Show.name(first.getKey()),
                                Show.figure(first.getValue()),
                                Show.percent(first.getValue() / sum));
    }

    static String ablation(List<Ablation.Part> parts) {
        long helpful = parts.stream()
                .filter(part -> part.averagePrecision().isAbove(0))
                .count();
        return "%s %s. Of all that were taken away one by one, %s of %s %s something beyond noise."
                .formatted(
                        Show.name(parts.getFirst().family()),
                        parts.getFirst().sentence(),
                        helpful,
                        parts.size(),
                        helpful == 1 ? "adds" : "add");
    }

    static List<Map.Entry<String, Double>> byValue(SortedMap<String, Double> importance) {
        return importance.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    static String candidates(List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return "“%s” serves: %s."
                    .formatted(
                            candidates.getFirst().name(), candidates.getFirst().reason());
        }
        var chosen = candidates.stream().filter(Candidate::isChosen).findFirst().orElseThrow();
        var best = candidates.stream()
                .max(Comparator.comparingDouble(Candidate::averagePrecision))
                .orElseThrow();
        var simplest = candidates.getFirst().equals(chosen) ? "the simplest" : "better than a simpler one beyond noise";
        return best.equals(chosen)
                ? "“%s” serves: %s, and of %s ways to learn the one with the best average precision, %s."
                        .formatted(chosen.name(), simplest, candidates.size(), Show.figure(best.averagePrecision()))
                : "“%s” serves with an average precision of %s: %s; “%s” reached %s, but did not beat a simpler one in both average precision, beyond noise, and log loss."
                        .formatted(
                                chosen.name(),
                                Show.figure(chosen.averagePrecision()),
                                simplest,
                                best.name(),
                                Show.figure(best.averagePrecision()));
    }

    static String baselines(Judgement model, SortedMap<String, Judgement> baselines) {
        var mine = model.averagePrecision();
        var beaten = names(baselines, its -> its.high() < mine.low());
        var better = names(baselines, its -> its.low() > mine.high());
        var close = names(baselines, its -> its.high() >= mine.low() && its.low() <= mine.high());
        var said = new ArrayList<String>();
        beaten.ifPresent(names -> said.add("lies wholly above that of " + names));
        close.ifPresent(names -> said.add("overlaps with that of " + names));
        better.ifPresent(names -> said.add("lies wholly below that of " + names));
        return "The 95\u00a0%% interval of the model's average precision, %s, %s."
                .formatted(Show.range(mine), Show.list(said));
    }

    private static Optional<String> names(SortedMap<String, Judgement> baselines, Predicate<Interval> which) {
        var names = baselines.entrySet().stream()
                .filter(entry -> which.test(entry.getValue().averagePrecision()))
                .map(entry -> "“%s”".formatted(entry.getKey()))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Show.list(names));
    }

    static String metrics(Judgement model) {
        double gained = model.logLossOfBaseRate() - model.logLoss();
        return "The model's log loss is %s, %s than the %s of somebody who always tells the base rate."
                .formatted(
                        Show.figure(model.logLoss()),
                        gained > 0 ? "lower" : "no lower",
                        Show.figure(model.logLossOfBaseRate()));
    }

    static String calibrationError(Judgement model, double byLuck) {
        return "Honest probabilities would show a calibration error of about %s by luck alone; the model's is %s."
                .formatted(Show.figure(byLuck), Show.figure(model.calibrationError()));
    }

    static String picked(Newest.Part all, Newest.Part high) {
        var certain = high.rows() < Newest.LEAST_PICKED
                ? "%s told %s\u00a0%% or more, too few to say how many of such succeed"
                        .formatted(was(high.rows()), Math.round(100 * Newest.HIGH))
                : "%s told %s\u00a0%% or more, and %s of those succeeded"
                        .formatted(
                                was(high.rows()),
                                Math.round(100 * Newest.HIGH),
                                Show.percent((double) high.successes() / high.rows()));
        return "Picked are the %s that the model puts first (%s of all: a tenth%s). %s."
                .formatted(
                        Show.count(all.picked(), "row"),
                        Show.percent((double) all.picked() / all.rows()),
                        all.picked() > Math.ceil(all.rows() / 10.0) ? ", and those that tie with its last" : "",
                        certain);
    }

    private static String was(int rows) {
        return Show.count(rows, "row") + (rows == 1 ? " was" : " were");
    }

    static String precisions(List<Newest.Part> parts) {
        return extremes(parts, Newest.Part::precision)
                .map(ends ->
                        "Of the picked rows, %s of those of %s succeeded, the most, and %s of those of %s, the least."
                                .formatted(
                                        Show.percent(ends.most()
                                                .precision()
                                                .orElseThrow()
                                                .value()),
                                        ends.most().name(),
                                        Show.percent(ends.least()
                                                .precision()
                                                .orElseThrow()
                                                .value()),
                                        ends.least().name()))
                .orElse("Fewer than two bands have the %s picked rows that it takes to say anything."
                        .formatted(Newest.LEAST_PICKED));
    }

    static String recalls(List<Newest.Part> parts) {
        return extremes(parts, Newest.Part::recall)
                .map(ends -> "Of the successes of %s, %s are picked, the most; of those of %s, %s, the least."
                        .formatted(
                                Show.name(ends.most().name()),
                                Show.percent(ends.most().recall().orElseThrow().value()),
                                Show.name(ends.least().name()),
                                Show.percent(ends.least().recall().orElseThrow().value())))
                .orElse("Fewer than two segments have the %s successes that it takes to say anything."
                        .formatted(Newest.LEAST_SUCCESSES));
    }

    private record Ends(Newest.Part most, Newest.Part least) {}

    private static Optional<Ends> extremes(List<Newest.Part> parts, Function<Newest.Part, Optional<Interval>> figure) {
        var known = parts.stream()
                .filter(part -> figure.apply(part).isPresent())
                .sorted(Comparator.comparingDouble(
                        part -> figure.apply(part).orElseThrow().value()))
                .toList();
        return known.size() < 2 ? Optional.empty() : Optional.of(new Ends(known.getLast(), known.getFirst()));
    }
}
