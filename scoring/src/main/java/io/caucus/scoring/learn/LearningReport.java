package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of learning, as maps, lists, words and finite numbers: a JSON document. */
public final class LearningReport {

    private LearningReport() {}

    public static Map<String, Object> of(Learning learning) {
        var table = learning.table();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("target", table.schema().target());
        report.put("horizonDays", table.schema().horizon().toDays());
        report.put("verdict", learning.verdict().name());
        report.put("tier", learning.tier().name());
        learning.judged().ifPresent(judged -> {
            report.put("model", judged.model());
            report.put("learnedUntil", judged.learnedUntil().toString());
            report.put("rowsNotNewer", judged.notNewer());
        });
        report.put("rows", table.rows().size());
        report.put("successes", table.successes());
        report.put("leftOutRows", table.leftOut());
        report.put("observedUntil", table.observedUntil().toString());
        report.put("dataFingerprint", table.fingerprint());
        report.put("inputs", learning.inputs());
        report.put("leftOutColumns", learning.leftOut());
        report.put("leaks", learning.leaks().stream().map(LearningReport::leak).toList());
        learning.fit().ifPresent(fit -> {
            report.put("windows", windows(fit.split()));
            report.put("settings", fit.settings());
            report.put(
                    "candidates",
                    fit.candidates().stream().map(LearningReport::candidate).toList());
            report.put("baseRate", fit.baseRate());
            report.put("judgement", judgement(fit.judgement()));
            report.put("confidence", confidence(fit.confidence()));
            Map<String, Object> baselines = new LinkedHashMap<>();
            fit.baselines().forEach((name, judgement) -> baselines.put(name, judgement(judgement)));
            report.put("baselines", baselines);
            report.put("importance", fit.importance());
            Map<String, Object> segments = new LinkedHashMap<>();
            fit.segments().forEach((name, figures) -> segments.put(name, segment(figures)));
            report.put("segments", segments);
            report.put("ablation", ablation(fit.ablation()));
            fit.segmentModels().ifPresent(its -> report.put("segmentModels", segmentModels(its)));
            report.put("drift", drift(fit.drift()));
            fit.handRaisers().ifPresent(its -> report.put("handRaisers", handRaisers(its)));
            report.put("confidenceLine", confidenceLine(fit.confidenceLine()));
            report.put(
                    "segmentCalibration",
                    fit.segmentCalibration().stream().map(LearningReport::trial).toList());
            report.put(
                    "months", fit.months().stream().map(LearningReport::month).toList());
        });
        return report;
    }

    private static Map<String, Object> leak(Leak leak) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", leak.column());
        document.put("rule", leak.rule().name().toLowerCase(Locale.ROOT));
        document.put("evidence", leak.evidence());
        document.put("waived", leak.isWaived());
        return document;
    }

    private static Map<String, Object> windows(TimeSplit split) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("embargoDays", split.embargo().toDays());
        document.put("embargoDaysWanted", split.wanted().toDays());
        document.put("rowsInEmbargo", split.left());
        if (!split.train().isEmpty()) {
            document.put("train", window(split.train()));
            document.put("calibrate", window(split.calibrate()));
        }
        document.put("test", window(split.test()));
        return document;
    }

    private static Map<String, Object> window(List<LearningTable.Row> rows) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", rows.size());
        document.put(
                "successes", rows.stream().filter(LearningTable.Row::success).count());
        document.put("from", rows.getFirst().cutoff().toString());
        document.put("to", rows.getLast().cutoff().toString());
        return document;
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", candidate.name());
        put(document, "averagePrecision", candidate.averagePrecision());
        put(document, "logLoss", candidate.logLoss());
        document.put("chosen", candidate.isChosen());
        document.put("reason", candidate.reason());
        return document;
    }

    private static Map<String, Object> judgement(Judgement judgement) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", judgement.rows());
        document.put("successes", judgement.successes());
        document.put("auc", interval(judgement.auc()));
        document.put("averagePrecision", interval(judgement.averagePrecision()));
        document.put("averagePrecisionOverBaseRate", interval(judgement.overBaseRate()));
        put(document, "liftAtTopTenth", judgement.liftAtTop());
        put(document, "logLoss", judgement.logLoss());
        put(document, "logLossOfBaseRate", judgement.logLossOfBaseRate());
        put(document, "calibrationError", judgement.calibrationError());
        document.put("brier", brier(judgement.brier()));
        document.put("reliability", judgement.bins());
        return document;
    }

    private static Map<String, Object> confidence(ConfidenceCheck check) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("errorFalls", check.holds());
        document.put("sentence", check.sentence());
        document.put("thirds", check.thirds());
        document.put("errorOfLeastLessMost", interval(check.gap()));
        return document;
    }

    private static Map<String, Object> ablation(Ablation ablation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "parts", ablation.parts().stream().map(LearningReport::part).toList());
        ablation.notDone().ifPresent(why -> document.put("notDone", why));
        return document;
    }

    private static Map<String, Object> part(Ablation.Part part) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("family", part.family());
        document.put("columns", part.columns());
        document.put("averagePrecision", interval(part.averagePrecision()));
        document.put("logLoss", interval(part.logLoss()));
        document.put("sentence", "%s %s".formatted(part.family(), part.sentence()));
        return document;
    }

    private static Map<String, Object> segmentModels(SegmentModels its) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sentence", its.sentence());
        document.put(
                "candidates",
                its.candidates().stream().map(LearningReport::candidacy).toList());
        return document;
    }

    private static Map<String, Object> candidacy(SegmentModels.Candidacy its) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("segment", its.segment());
        document.put("outcomes", its.outcomes());
        document.put("rate", its.rate());
        document.put("leads", its.leads());
        put(document, "logLossOfOne", its.logLossOfOne());
        put(document, "logLoss", its.logLoss());
        return document;
    }

    private static Map<String, Object> drift(Drift drift) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sentence", drift.sentence());
        document.put("witnessesThen", drift.witnessesThen());
        document.put("witnessesNow", drift.witnessesNow());
        document.put("drifted", drift.drifted());
        document.put("columns", drift.columns());
        return document;
    }

    private static Map<String, Object> month(MonthFigures figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("month", figures.month().toString());
        document.put("window", figures.window());
        document.put("rows", figures.rows());
        document.put("successes", figures.successes());
        document.put("happened", figures.rate());
        document.put("told", figures.told());
        put(document, "calibrationError", figures.calibrationError());
        put(document, "averagePrecision", figures.averagePrecision());
        return document;
    }

    private static Map<String, Object> handRaisers(HandRaisers its) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", its.rows());
        document.put("successes", its.successes());
        document.put("missed", its.missed());
        its.share().ifPresent(share -> document.put("missedShare", interval(share)));
        document.put("alarm", its.isAlarm());
        document.put("sentence", its.sentence());
        return document;
    }

    private static Map<String, Object> confidenceLine(ConfidenceLine line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", ConfidenceLine.LINE);
        document.put("below", side(line.below()));
        document.put("above", side(line.above()));
        document.put("sentence", line.sentence());
        return document;
    }

    private static Map<String, Object> side(ConfidenceLine.Side side) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", side.rows());
        document.put("successes", side.successes());
        put(document, "told", side.told());
        side.share().ifPresent(share -> document.put("happened", interval(share)));
        return document;
    }

    private static Map<String, Object> trial(SegmentCalibrator.Trial trial) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("segment", trial.segment());
        document.put("rows", trial.rows());
        document.put("successes", trial.successes());
        document.put("calibration", trial.kind());
        document.put("shift", trial.shift());
        document.put("heldOutRows", trial.heldOut());
        put(document, "logLossOfAll", trial.logLossOfAll());
        put(document, "logLoss", trial.logLoss());
        document.put("reason", trial.reason());
        return document;
    }

    private static Map<String, Object> segment(SegmentFigures figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", figures.rows());
        document.put("told", figures.told());
        document.put("happened", figures.happened());
        put(document, "auc", figures.auc());
        return document;
    }

    private static Map<String, Object> brier(Probabilities.Brier brier) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "score", brier.score());
        put(document, "reliability", brier.reliability());
        put(document, "resolution", brier.resolution());
        put(document, "uncertainty", brier.uncertainty());
        put(document, "withinBins", brier.withinBins());
        return document;
    }

    private static Map<String, Object> interval(Interval interval) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "value", interval.value());
        put(document, "low", interval.low());
        put(document, "high", interval.high());
        return document;
    }

    /** What is undefined is left out: JSON has no such number. */
    private static void put(Map<String, Object> document, String key, double value) {
        if (Double.isFinite(value)) {
            document.put(key, value);
        }
    }
}
