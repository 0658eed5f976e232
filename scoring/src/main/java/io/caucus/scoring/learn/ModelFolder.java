package io.caucus.scoring.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.caucus.scoring.table.PredictionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a model lies: {@code model-HASH/model.json}, under the hash of its own bytes, so that no model is ever changed and none
 * that was cut short is ever read. Beside it {@code report.json} and {@code predictions.csv}.
 */
public final class ModelFolder {

    public static final String PREFIX = "model-";
    public static final String FILE = "model.json";
    /** Beside the folder: what came of learning. */
    public static final String REPORT = "report.json";
    /** Beside the folder: what the model says of the rows of training. */
    public static final String PREDICTIONS = "predictions.csv";

    private static final int HASH_DIGITS = 16;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelFolder() {}

    /**
     * Writes the report alone.
     *
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static Path writeReport(Path out, Learning learning) {
        var file = out.resolve(REPORT);
        try {
            Files.createDirectories(out);
            put(file, JSON.writeValueAsBytes(LearningReport.of(learning)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("folder '%s' cannot be written: %s".formatted(out, e.getMessage()), e);
        }
    }

    /**
     * Writes the report, and where there is a usable signal the model and its predictions.
     *
     * @param version of Caucus, for provenance
     * @param seed that was learned with
     * @return the model's folder, if there is one
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static Optional<Path> write(Path out, Learning learning, String version, long seed) {
        try {
            Files.createDirectories(out);
            var model = writeModel(out, learning, version, seed);
            put(out.resolve(REPORT), JSON.writeValueAsBytes(report(learning, model)));
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("folder '%s' cannot be written: %s".formatted(out, e.getMessage()), e);
        }
    }

    private static Optional<Path> writeModel(Path out, Learning learning, String version, long seed)
            throws IOException {
        if (learning.verdict() != Verdict.SIGNAL) {
            Files.deleteIfExists(out.resolve(PREDICTIONS)); // of an earlier run
            return Optional.empty();
        }
        var fit = learning.fit().orElseThrow();
        PredictionTable.write(out.resolve(PREDICTIONS), predictions(fit));
        var trained = new TrainedModel(
                learning.table().schema().target(),
                learning.table().schema().horizon(),
                learning.tier(),
                fit.scorer(),
                new TrainedModel.Origin(
                        fit.split().calibrate().getLast().cutoff(),
                        fit.split().embargo(),
                        fit.baseRate(),
                        fit.reference()));
        byte[] model = JSON.writeValueAsBytes(ModelDocument.of(trained, provenance(learning, fit, version, seed)));
        var folder = Files.createDirectories(out.resolve(PREFIX + hash(model)));
        put(folder.resolve(FILE), model);
        return Optional.of(folder);
    }

    /** The report as it is written: it names the model that it is about, if there is one. */
    public static Map<String, Object> report(Learning learning, Optional<Path> model) {
        var report = LearningReport.of(learning);
        model.ifPresent(folder -> report.put("model", name(folder)));
        return report;
    }

    /** @throws LearningRefused if the folder holds no model, or not the one that its name promises */
    public static TrainedModel read(Path folder) {
        var file = folder.resolve(FILE);
        try {
            byte[] bytes = Files.readAllBytes(file);
            var promised = name(folder);
            if (!promised.equals(PREFIX + hash(bytes))) {
                throw new LearningRefused(
                        "%s is damaged or was changed: its hash is %s; train again, or restore the folder"
                                .formatted(file, hash(bytes)));
            }
            return ModelDocument.read(file.toString(), JSON.readTree(bytes));
        } catch (NoSuchFileException e) {
            throw new LearningRefused(
                    "there is no model %s; name the folder model-HASH that training wrote".formatted(file), e);
        } catch (JsonProcessingException e) {
            throw new LearningRefused("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("model '%s' cannot be read".formatted(file), e);
        }
    }

    /** What a model is called: the last part of its folder's path. */
    public static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static Map<String, Object> provenance(Learning learning, Learning.Fit fit, String version, long seed) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("caucus", version);
        provenance.put("dataFingerprint", learning.table().fingerprint());
        provenance.put("trainedFrom", fit.split().train().getFirst().cutoff().toString());
        provenance.put("trainedTo", fit.split().train().getLast().cutoff().toString());
        provenance.put(
                "calibratedTo", fit.split().calibrate().getLast().cutoff().toString());
        provenance.put("rows", fit.split().train().size());
        provenance.put("baseRate", fit.baseRate());
        provenance.put("seed", seed);
        provenance.put("settings", fit.settings());
        return provenance;
    }

    private static Stream<PredictionTable.Row> predictions(Learning.Fit fit) {
        return Stream.of(
                        rows("train", fit.split().train(), fit.scorer()),
                        rows("calibrate", fit.split().calibrate(), fit.scorer()),
                        rows("test", fit.split().test(), fit.scorer()))
                .flatMap(rows -> rows);
    }

    private static Stream<PredictionTable.Row> rows(String split, List<LearningTable.Row> rows, LearnedScorer scorer) {
        return rows.stream()
                .map(row -> new PredictionTable.Row(row.id(), row.cutoff(), row.success(), split, scorer.score(row)));
    }

    /** Appears under its name when it is complete. */
    private static void put(Path file, byte[] bytes) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
