package io.caucus.scoring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.learn.LearningReport;
import io.caucus.scoring.learn.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the registry reads of a {@link LearningReport}.
 *
 * @param named the model that the report says it is about
 * @param embargoDays between windows
 * @param leftOut columns that are no inputs, with the reason
 * @param model how it fared on the newest window
 * @param baselines how others fared there
 * @param importance mean absolute share of each column, in log-odds
 */
public record Evaluation(
        String named,
        Target target,
        Verdict verdict,
        String tier,
        long rows,
        long successes,
        Instant observedUntil,
        String fingerprint,
        List<String> inputs,
        Map<String, String> leftOut,
        List<LeakTold> leaks,
        long embargoDays,
        Map<String, WindowTold> windows,
        Figures model,
        Map<String, Figures> baselines,
        ConfidenceTold confidence,
        Map<String, Double> importance,
        Map<String, SegmentTold> segments) {

    static final String TRAIN = "train";
    static final String CALIBRATE = "calibrate";
    static final String TEST = "test";

    /** A column that seemed to know the outcome. */
    public record LeakTold(String column, String evidence, boolean isWaived) {}

    /** A window of time. */
    public record WindowTold(long rows, long successes, Instant from, Instant to) {}

    /** How predictions fared; intervals are 95 %, over groups. */
    public record Figures(
            int rows,
            int successes,
            Interval auc,
            Interval averagePrecision,
            double liftAtTopTenth,
            double logLoss,
            double calibrationError,
            List<Probabilities.Bin> bins) {

        public Figures {
            bins = List.copyOf(bins);
        }
    }

    /** Whether errors fall as confidence rises. */
    public record ConfidenceTold(boolean errorFalls, String sentence) {}

    /** What one segment was told, and what happened. */
    public record SegmentTold(long rows, double told, double happened) {}

    /** @throws IllegalArgumentException if a field is not there */
    static Evaluation read(JsonNode report) {
        var windows = report.required("windows");
        return new Evaluation(
                report.path("model").asText(),
                new Target(
                        report.required("target").asText(),
                        report.required("horizonDays").asLong()),
                Verdict.valueOf(report.required("verdict").asText()),
                report.required("tier").asText(),
                report.required("rows").asLong(),
                report.required("successes").asLong(),
                Instant.parse(report.required("observedUntil").asText()),
                report.required("dataFingerprint").asText(),
                list(report.required("inputs"), JsonNode::asText),
                map(report.required("leftOutColumns"), JsonNode::asText),
                list(report.required("leaks"), Evaluation::leak),
                windows.required("embargoDays").asLong(),
                windows(windows),
                figures(report.required("judgement")),
                map(report.required("baselines"), Evaluation::figures),
                new ConfidenceTold(
                        report.required("confidence").required("errorFalls").asBoolean(),
                        report.required("confidence").required("sentence").asText()),
                map(report.required("importance"), JsonNode::asDouble),
                map(
                        report.required("segments"),
                        its -> new SegmentTold(
                                its.required("rows").asLong(),
                                its.required("told").asDouble(),
                                its.required("happened").asDouble())));
    }

    private static LeakTold leak(JsonNode leak) {
        return new LeakTold(
                leak.required("column").asText(),
                leak.required("evidence").asText(),
                leak.required("waived").asBoolean());
    }

    private static Map<String, WindowTold> windows(JsonNode windows) {
        Map<String, WindowTold> read = new LinkedHashMap<>();
        for (String name : List.of(TRAIN, CALIBRATE, TEST)) {
            var window = windows.required(name);
            read.put(
                    name,
                    new WindowTold(
                            window.required("rows").asLong(),
                            window.required("successes").asLong(),
                            Instant.parse(window.required("from").asText()),
                            Instant.parse(window.required("to").asText())));
        }
        return read;
    }

    private static Figures figures(JsonNode judgement) {
        return new Figures(
                judgement.required("rows").asInt(),
                judgement.required("successes").asInt(),
                interval(judgement.required("auc")),
                interval(judgement.required("averagePrecision")),
                judgement.path("liftAtTopTenth").asDouble(Double.NaN),
                judgement.path("logLoss").asDouble(Double.NaN),
                judgement.path("calibrationError").asDouble(Double.NaN),
                list(
                        judgement.required("reliability"),
                        bin -> new Probabilities.Bin(
                                bin.required("rows").asInt(),
                                bin.required("told").asDouble(),
                                bin.required("happened").asDouble())));
    }

    /** What is undefined was left out. */
    private static Interval interval(JsonNode interval) {
        return new Interval(
                interval.path("value").asDouble(Double.NaN),
                interval.path("low").asDouble(Double.NaN),
                interval.path("high").asDouble(Double.NaN));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        array.forEach(each -> all.add(read.apply(each)));
        return List.copyOf(all);
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        object.properties().forEach(each -> all.put(each.getKey(), read.apply(each.getValue())));
        return all;
    }

    WindowTold test() {
        return windows.getOrDefault(TEST, new WindowTold(0, 0, observedUntil, observedUntil));
    }
}
