package io.caucus.api.cli;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.learn.Ablation;
import io.caucus.scoring.learn.Candidate;
import io.caucus.scoring.learn.Judgement;
import io.caucus.scoring.learn.Leak;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.SegmentFigures;
import io.caucus.scoring.learn.TimeSplit;
import io.caucus.scoring.learn.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What came of learning from a table, as a newcomer reads it. */
final class TrainText {

    private static final int MOST_COLUMNS = 10;

    private final Learning learning;
    private final List<String> lines = new ArrayList<>();

    private TrainText(Learning learning) {
        this.learning = learning;
    }

    static List<String> lines(Learning learning) {
        var text = new TrainText(learning);
        text.verdict();
        text.rows();
        text.columns();
        learning.fit().ifPresent(text::fit);
        return text.lines;
    }

    private void line(String text) {
        lines.add(text);
    }

    private void verdict() {
        line("Verdict: %s.".formatted(learning.verdict().words()));
        line(
                switch (learning.verdict()) {
                    case SIGNAL ->
                        "On the newest rows, which nothing was learned from, the model sorts better than chance,"
                                + " beyond doubt.";
                    case NO_SIGNAL ->
                        "On the newest rows the model does not sort better than chance beyond doubt. "
                                + (learning.judged().isPresent()
                                        ? "Train again, or let rules serve."
                                        : "Rules go on serving; no model is written.");
                    case TOO_FEW ->
                        "Learning needs at least %d successes and %d failures in the training window, and some of both in the others. Rules go on serving; no model is written."
                                .formatted(Learner.LEAST_FOR_POOLED, Learner.LEAST_FOR_POOLED);
                    case LEAKS ->
                        "Nothing was learned. Take these columns out of the schema or give them role: ignored; or run"
                                + " again with --drop-leaks; or, if you know better, name them under waive.";
                });
        line("Tier: %s".formatted(learning.tier()));
        line("");
    }

    private void rows() {
        var table = learning.table();
        learning.judged()
                .ifPresent(judged -> line(
                        "Judged: %s, which learned until %s. %,d usable rows are not newer than that by %d days, and left out."
                                .formatted(
                                        judged.model(),
                                        judged.learnedUntil(),
                                        judged.notNewer(),
                                        judged.embargo().toDays())));
        line("Predicted: %s".formatted(table.schema().target()));
        line("%,d rows, of which %,d succeeded (%.1f %%). Of %s."
                .formatted(
                        table.rows().size(),
                        table.successes(),
                        100.0 * table.successes() / table.rows().size(),
                        table.leftOut().sentence()));
    }

    private void columns() {
        var leaks = learning.leaks();
        if (!leaks.isEmpty()) {
            line("");
            line("Columns that leak the outcome:");
            for (Leak leak : leaks) {
                line("  %s".formatted(leak));
            }
        }
        var others = learning.leftOut().entrySet().stream()
                .filter(entry -> leaks.stream().noneMatch(leak -> leak.column().equals(entry.getKey())))
                .toList();
        if (!others.isEmpty()) {
            line("");
            line("Columns left out:");
            others.forEach(entry -> line("  %s: %s".formatted(entry.getKey(), entry.getValue())));
        }
    }

    private void fit(Learning.Fit fit) {
        windows(fit.split());
        if (!fit.candidates().isEmpty()) {
            line("");
            line("Chosen among, on rolling origins within the training window (average precision, log loss):");
            fit.candidates().forEach(this::candidate);
        }
        judgement(fit);
        reliability(fit);
        if (learning.verdict() == Verdict.SIGNAL) {
            segments(fit);
            importance(fit);
            ablation(fit.ablation());
            fit.segmentModels().ifPresent(its -> line(its.sentence()));
        }
    }

    private void windows(TimeSplit split) {
        line("");
        line("Windows of time:");
        if (!split.train().isEmpty()) {
            window("learned from", split.train());
            window("calibrated on", split.calibrate());
        }
        window("judged on", split.test());
        if (split.isShortened()) {
            line(
                    "  The table is too short for %d days between windows; there are %d. Some outcomes that were learned from"
                            .formatted(split.wanted().toDays(), split.embargo().toDays()));
            line("  were not known yet when the next window began, so the figures flatter a little.");
        } else if (split.embargo().compareTo(learning.table().schema().horizon()) < 0) {
            line(
                    "  The schema asks for %d days between windows, less than the horizon of %d. Some outcomes that were learned from"
                            .formatted(
                                    split.embargo().toDays(),
                                    learning.table().schema().horizon().toDays()));
            line("  were not known yet when the next window began, so the figures flatter a little.");
        } else {
            line("  %d days lie between windows, so that every outcome learned from was known."
                    .formatted(split.embargo().toDays()));
        }
    }

    private void window(String name, List<LearningTable.Row> rows) {
        line("  %-13s  %s to %s  %,6d rows, %,5d succeeded (%.1f %%)"
                .formatted(
                        name,
                        day(rows.getFirst()),
                        day(rows.getLast()),
                        rows.size(),
                        successes(rows),
                        100.0 * successes(rows) / rows.size()));
    }

    private static LocalDate day(LearningTable.Row row) {
        return LocalDate.ofInstant(row.cutoff(), ZoneOffset.UTC);
    }

    private static long successes(List<LearningTable.Row> rows) {
        return rows.stream().filter(LearningTable.Row::success).count();
    }

    private void candidate(Candidate candidate) {
        line("  %s %-32s %.4f  %.4f  %s"
                .formatted(
                        candidate.isChosen() ? "*" : " ",
                        candidate.name(),
                        candidate.averagePrecision(),
                        candidate.logLoss(),
                        candidate.reason()));
    }

    private void judgement(Learning.Fit fit) {
        line("");
        line("Judged on the newest window (95 % intervals over groups):");
        line("  %-30s %-22s %-22s %s".formatted("", "AUC", "average precision", "calibration error"));
        judged("this model", fit.judgement());
        fit.baselines().forEach(this::judged);
        var judgement = fit.judgement();
        line("  The top tenth succeeds %.1f times as often as all. Log loss %.4f, of the base rate alone %.4f."
                .formatted(judgement.liftAtTop(), judgement.logLoss(), judgement.logLossOfBaseRate()));
    }

    private void judged(String name, Judgement judgement) {
        line("  %-30s %-22s %-22s %.3f"
                .formatted(
                        name,
                        interval(judgement.auc()),
                        interval(judgement.averagePrecision()),
                        judgement.calibrationError()));
    }

    private static String interval(Interval interval) {
        return "%.3f [%.3f, %.3f]".formatted(interval.value(), interval.low(), interval.high());
    }

    private void reliability(Learning.Fit fit) {
        line("");
        line("Does it keep its word? Rows told about the same, by %s:"
                .formatted(fit.scorer().calibration().name()));
        fit.judgement()
                .bins()
                .forEach(bin -> line("  told %5.1f %%, happened %5.1f %%, %,d rows"
                        .formatted(100 * bin.told(), 100 * bin.happened(), bin.rows())));
        var calibrated = fit.split().calibrate();
        double now = (double) fit.judgement().successes() / fit.judgement().rows();
        if (!calibrated.isEmpty()) {
            line("  The rate of success was %.1f %% where it was calibrated and is %.1f %% here."
                    .formatted(100.0 * successes(calibrated) / calibrated.size(), 100 * now));
        }
        line("");
        line("May confidence be trusted? %s".formatted(fit.confidence().sentence()));
        line("");
        line(fit.confidenceLine().sentence());
        fit.handRaisers().ifPresent(its -> line(its.sentence()));
        line(fit.drift().sentence());
    }

    private void segments(Learning.Fit fit) {
        if (!fit.segments().isEmpty()) {
            line("");
            line("By segment, of those with rows enough:");
        }
        fit.segments().forEach(this::segment);
        if (!fit.segmentCalibration().isEmpty()) {
            line("");
            line("How segments are calibrated:");
        }
        fit.segmentCalibration()
                .forEach(trial -> line("  %-24s %-7s %,6d rows; %s"
                        .formatted(trial.segment(), trial.kind(), trial.rows(), trial.reason())));
    }

    private void segment(String name, SegmentFigures figures) {
        line("  %-24s told %5.1f %%, happened %5.1f %%, %,6d rows%s"
                .formatted(
                        name,
                        100 * figures.told(),
                        100 * figures.happened(),
                        figures.rows(),
                        Double.isNaN(figures.auc()) ? "" : ", AUC %.3f".formatted(figures.auc())));
    }

    private void ablation(Ablation ablation) {
        line("");
        ablation.notDone().ifPresent(why -> line("What each family of columns adds was not tried: %s.".formatted(why)));
        if (!ablation.parts().isEmpty()) {
            line("What each family of columns adds, beside a model without it:");
        }
        ablation.parts().forEach(part -> line("  %s %s".formatted(part.family(), part.sentence())));
    }

    private void importance(Learning.Fit fit) {
        line("");
        line("Columns by their mean effect, in log-odds:");
        fit.importance().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COLUMNS)
                .forEach(entry -> line("  %.3f  %s".formatted(entry.getValue(), entry.getKey())));
    }
}
