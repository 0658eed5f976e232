package io.caucus.scoring.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.scoring.Tier;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.calibration.SamplingBand;
import io.caucus.scoring.calibration.Sigmoid;
import io.caucus.scoring.calibration.VennAbers;
import io.caucus.scoring.model.BoostedTrees;
import io.caucus.scoring.model.LearnedModel;
import io.caucus.scoring.model.LogisticModel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A {@link TrainedModel} as JSON and back, to the same bits: numbers are written by their shortest decimal. */
final class ModelDocument {

    static final String FORMAT = "caucus-model";
    /**
     * 2 tells the tier, the types of columns, and what training rows usually have in them; 3 also how each segment is calibrated, and what
     * later rows are held against; 4 how far the luck of the calibration rows could have moved them.
     */
    static final int VERSION = 4;

    private ModelDocument() {}

    static Map<String, Object> of(TrainedModel trained, Map<String, Object> provenance) {
        var scorer = trained.scorer();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("formatVersion", VERSION);
        document.put("target", trained.target());
        document.put("horizonDays", trained.horizon().toDays());
        document.put("tier", trained.tier().name());
        document.put("provenance", provenance);
        document.put("columns", scorer.encoding().columns());
        document.put("model", of(scorer.model()));
        document.put("calibration", of(scorer.calibration()));
        scorer.segments().ifPresent(segments -> document.put("segments", of(segments)));
        document.put("origin", of(trained.origin()));
        return document;
    }

    private static Map<String, Object> of(SegmentCalibration segments) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", segments.column());
        document.put("place", segments.place());
        document.put("unseenDeviation", segments.unseenDeviation());
        Map<String, Object> steps = new LinkedHashMap<>();
        segments.steps().forEach((segment, step) -> steps.put(segment, of(step)));
        document.put("steps", steps);
        return document;
    }

    private static Map<String, Object> of(SegmentCalibration.Step step) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (step) {
            case SegmentCalibration.Step.OfAll all -> document.put("kind", "all");
            case SegmentCalibration.Step.Own own -> {
                document.put("kind", "own");
                document.put("calibration", of(own.calibration()));
            }
            case SegmentCalibration.Step.Pooled pooled -> {
                document.put("kind", "pooled");
                document.put("shift", pooled.shift());
                document.put("deviation", pooled.deviation());
            }
        }
        return document;
    }

    private static Map<String, Object> of(TrainedModel.Origin origin) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("learnedUntil", origin.learnedUntil().toString());
        document.put("embargo", origin.embargo().toString());
        document.put("baseRate", origin.baseRate());
        document.put("reference", origin.reference());
        return document;
    }

    private static Map<String, Object> of(LearnedModel model) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (model) {
            case LogisticModel logistic -> {
                document.put("kind", "logistic");
                document.put("intercept", logistic.intercept());
                document.put("mean", logistic.means());
                document.put("scale", logistic.scales());
                document.put("weight", logistic.weights());
                document.put("whenMissing", logistic.whenMissing());
            }
            case BoostedTrees trees -> {
                document.put("kind", "trees");
                document.put("inputs", trees.inputs());
                document.put("base", trees.base());
                document.put("roots", trees.roots());
                document.put("split", trees.nodes().split());
                document.put("value", trees.nodes().value());
                document.put("left", trees.nodes().left());
                document.put("right", trees.nodes().right());
                document.put("missing", trees.nodes().missing());
                document.put("cover", trees.nodes().cover());
            }
        }
        return document;
    }

    private static Map<String, Object> of(Calibration calibration) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (calibration) {
            case VennAbers table -> {
                document.put("kind", "venn-abers");
                document.put("margin", table.margins());
                document.put("p0", table.lower());
                document.put("p1", table.upper());
                document.put("band", of(table.band()));
            }
            case Sigmoid sigmoid -> {
                document.put("kind", "sigmoid");
                document.put("intercept", sigmoid.intercept());
                document.put("slope", sigmoid.slope());
                document.put("interceptVariance", sigmoid.interceptVariance());
                document.put("slopeVariance", sigmoid.slopeVariance());
                document.put("covariance", sigmoid.covariance());
            }
        }
        return document;
    }

    private static Map<String, Object> of(SamplingBand band) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", band.from());
        document.put("low", band.low());
        document.put("high", band.high());
        return document;
    }

    /** @throws LearningRefused if the document is of another format, or lacks a part */
    static TrainedModel read(String name, JsonNode document) {
        checkFormat(name, document);
        try {
            return new TrainedModel(
                    document.required("target").asText(),
                    Duration.ofDays(document.required("horizonDays").asLong()),
                    Tier.valueOf(document.required("tier").asText()),
                    new LearnedScorer(
                            encoding(document.required("columns")),
                            model(document.required("model")),
                            calibration(document.required("calibration")),
                            document.hasNonNull("segments")
                                    ? Optional.of(segments(document.required("segments")))
                                    : Optional.empty()),
                    origin(document.required("origin")));
        } catch (IllegalArgumentException
                | DateTimeException e) { // also what a missing field or a refused array comes as
            throw new LearningRefused("%s does not hold a whole model: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void checkFormat(String name, JsonNode document) {
        var format = document.path("format").asText();
        int version = document.path("formatVersion").asInt();
        if (!format.equals(FORMAT)) {
            throw new LearningRefused("%s is not a model of format %s %d; it says '%s' %s"
                    .formatted(
                            name,
                            FORMAT,
                            VERSION,
                            format,
                            document.path("formatVersion").asText()));
        }
        if (version < VERSION) {
            throw new LearningRefused(
                    "%s is of format %s %d, which does not tell how far luck could have moved its calibration; format %d does: train again"
                            .formatted(name, FORMAT, version, VERSION));
        }
        if (version > VERSION) {
            throw new LearningRefused("%s is of format %s %d, this Caucus reads %d; use the Caucus that wrote it"
                    .formatted(name, FORMAT, version, VERSION));
        }
    }

    private static SegmentCalibration segments(JsonNode segments) {
        var steps = new TreeMap<String, SegmentCalibration.Step>();
        segments.required("steps").properties().forEach(entry -> steps.put(entry.getKey(), step(entry.getValue())));
        return new SegmentCalibration(
                segments.required("column").asText(),
                segments.required("place").asInt(),
                steps,
                segments.required("unseenDeviation").asDouble());
    }

    private static SegmentCalibration.Step step(JsonNode step) {
        var kind = step.required("kind").asText();
        return switch (kind) {
            case "all" -> new SegmentCalibration.Step.OfAll();
            case "own" -> new SegmentCalibration.Step.Own(calibration(step.required("calibration")));
            case "pooled" ->
                new SegmentCalibration.Step.Pooled(
                        step.required("shift").asDouble(),
                        step.required("deviation").asDouble());
            default ->
                throw new IllegalArgumentException(
                        "a segment is of kind '%s', must be all, own or pooled".formatted(kind));
        };
    }

    private static TrainedModel.Origin origin(JsonNode origin) {
        var reference = origin.required("reference");
        var columns = new ArrayList<Reference.Binned>();
        for (JsonNode column : reference.required("columns")) {
            columns.add(new Reference.Binned(
                    column.required("column").asText(),
                    column.required("place").asInt(),
                    Arrays.stream(doubles(column.required("edges"))).boxed().toList(),
                    words(column.required("words")),
                    Arrays.stream(ints(column.required("counts"))).boxed().toList()));
        }
        return new TrainedModel.Origin(
                Instant.parse(origin.required("learnedUntil").asText()),
                Duration.parse(origin.required("embargo").asText()),
                origin.required("baseRate").asDouble(),
                new Reference(
                        reference.required("rows").asInt(),
                        reference.required("groups").asInt(),
                        columns));
    }

    private static Encoding encoding(JsonNode columns) {
        var read = new ArrayList<Encoding.Encoded>();
        for (JsonNode column : columns) {
            read.add(new Encoding.Encoded(
                    column.required("column").asText(),
                    column.required("place").asInt(),
                    Column.Type.valueOf(column.required("type").asText()),
                    column.required("direction").asInt(),
                    words(column.required("frequent")),
                    words(column.required("rare")),
                    usual(column.required("usual"))));
        }
        return new Encoding(read);
    }

    private static Encoding.Usual usual(JsonNode usual) {
        return new Encoding.Usual(
                usual.required("missing").asDouble(),
                usual.required("mean").asDouble(),
                usual.required("deviation").asDouble());
    }

    private static LearnedModel model(JsonNode model) {
        var kind = model.required("kind").asText();
        return switch (kind) {
            case "logistic" ->
                new LogisticModel(
                        model.required("intercept").asDouble(),
                        doubles(model.required("mean")),
                        doubles(model.required("scale")),
                        doubles(model.required("weight")),
                        doubles(model.required("whenMissing")));
            case "trees" ->
                new BoostedTrees(
                        model.required("inputs").asInt(),
                        Float.parseFloat(model.required("base").asText()),
                        ints(model.required("roots")),
                        new BoostedTrees.Nodes(
                                ints(model.required("split")),
                                floats(model.required("value")),
                                ints(model.required("left")),
                                ints(model.required("right")),
                                ints(model.required("missing")),
                                floats(model.required("cover"))));
            default ->
                throw new IllegalArgumentException("its kind is '%s', must be logistic or trees".formatted(kind));
        };
    }

    private static Calibration calibration(JsonNode calibration) {
        var kind = calibration.required("kind").asText();
        return switch (kind) {
            case "venn-abers" ->
                new VennAbers(
                        doubles(calibration.required("margin")),
                        doubles(calibration.required("p0")),
                        doubles(calibration.required("p1")),
                        band(calibration.required("band")));
            case "sigmoid" ->
                new Sigmoid(
                        calibration.required("intercept").asDouble(),
                        calibration.required("slope").asDouble(),
                        calibration.required("interceptVariance").asDouble(),
                        calibration.required("slopeVariance").asDouble(),
                        calibration.required("covariance").asDouble());
            default ->
                throw new IllegalArgumentException(
                        "its calibration is '%s', must be venn-abers or sigmoid".formatted(kind));
        };
    }

    private static SamplingBand band(JsonNode band) {
        return new SamplingBand(
                doubles(band.required("from")), doubles(band.required("low")), doubles(band.required("high")));
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    /** By way of the decimal, since the double next to it need not be next to the float. */
    private static float[] floats(JsonNode array) {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.parseFloat(array.get(i).asText());
        }
        return floats;
    }
}
