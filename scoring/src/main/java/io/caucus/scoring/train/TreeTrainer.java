package io.caucus.scoring.train;

import io.caucus.scoring.model.BoostedTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees by XGBoost, on one thread: more make it neither faster on few cores nor repeatable on all.
 *
 * <p>Missing values take the side of each split that training finds better. Inputs with a direction are bound to it.
 *
 * @param rounds how many trees
 * @param depth of each
 * @param rate how much of each tree is taken
 */
public record TreeTrainer(int rounds, int depth, double rate, long seed) implements Trainer {

    /** A leaf needs so much Hessian: about 4 rows a unit at even odds, more at others. It is also what makes every cover positive. */
    private static final int LEAST_HESSIAN = 3;

    private static final String LIBRARY_VERSION = libraryVersion();

    public TreeTrainer {
        if (rounds < 1 || depth < 1 || !(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "rounds, depth, rate are %d, %d, %s; must be positive, the rate at most 1"
                            .formatted(rounds, depth, rate));
        }
    }

    /** Whether the library loads on this machine: it is native code, and wants the OpenMP runtime of the system. */
    public static boolean isAvailable() {
        return findHindrance().isEmpty();
    }

    /** Why the library does not load on this machine; empty if it does. */
    public static Optional<String> findHindrance() {
        try {
            matrix(new double[][] {{0}}, 1, 0).dispose();
            return Optional.empty();
        } catch (LinkageError | XGBoostError e) {
            return Optional.of("%s".formatted(e.getMessage()));
        }
    }

    @Override
    public String name() {
        return "boosted trees, %d of depth %d".formatted(rounds, depth);
    }

    @Override
    public SortedMap<String, String> settings() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                "kind", "boosted trees",
                "library", "XGBoost %s, hist".formatted(LIBRARY_VERSION),
                "rounds", Integer.toString(rounds),
                "depth", Integer.toString(depth),
                "rate", Double.toString(rate),
                "leastHessian", Integer.toString(LEAST_HESSIAN),
                "seed", Long.toString(seed))));
    }

    @Override
    public BoostedTrees train(TrainingRows rows) {
        rows.checkLearnable();
        return withBooster(rows, booster -> TreeDump.read(booster, rows.inputs(), base(rows)));
    }

    /**
     * Trees, and what each input earned.
     *
     * @param gain the sum of the loss reductions of each input's splits
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Trained(BoostedTrees trees, double[] gain) {}

    /** @throws IllegalArgumentException if only one outcome occurs, or there are no inputs */
    public Trained trainWithGain(TrainingRows rows) {
        rows.checkLearnable();
        return withBooster(rows, booster -> {
            double[] gain = new double[rows.inputs()];
            booster.getScore("", "total_gain").forEach((input, sum) -> gain[TreeDump.inputOf(input)] = sum);
            return new Trained(TreeDump.read(booster, rows.inputs(), base(rows)), gain);
        });
    }

    private static String libraryVersion() {
        try (var stream = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
            if (stream == null) {
                throw new IllegalStateException("resource 'xgboost4j-version.properties' is not in the jar of XGBoost");
            }
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version", "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException("resource 'xgboost4j-version.properties' cannot be read", e);
        }
    }

    /** What is asked of a booster before it is closed. */
    interface Question<T> {
        T ask(Booster booster) throws XGBoostError;
    }

    <T> T withBooster(TrainingRows rows, Question<T> question) {
        try {
            var matrix = matrix(rows.values(), rows.inputs(), base(rows));
            try {
                matrix.setLabel(labels(rows));
                matrix.setWeight(weights(rows));
                var booster = XGBoost.train(matrix, parameters(rows), rounds, Map.of(), null, null);
                try {
                    return question.ask(booster);
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not train on %d rows of %d inputs: %s"
                            .formatted(rows.size(), rows.inputs(), e.getMessage()),
                    e);
        }
    }

    /** The library's own table, each row beginning at the base. */
    static DMatrix matrix(double[][] values, int inputs, float base) throws XGBoostError {
        float[] flat = new float[values.length * inputs];
        for (int row = 0; row < values.length; row++) {
            for (int input = 0; input < inputs; input++) {
                flat[row * inputs + input] = (float) values[row][input];
            }
        }
        var matrix = new DMatrix(flat, values.length, inputs, Float.NaN);
        float[] margins = new float[values.length];
        Arrays.fill(margins, base);
        matrix.setBaseMargin(margins);
        return matrix;
    }

    private Map<String, Object> parameters(TrainingRows rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", 0.5); // a margin of exactly 0; the base rate is in the rows' base margin
        parameters.put("tree_method", "hist");
        parameters.put("nthread", 1);
        parameters.put("seed", seed);
        parameters.put("max_depth", depth);
        parameters.put("eta", rate);
        parameters.put("min_child_weight", LEAST_HESSIAN);
        parameters.put("verbosity", 0);
        parameters.put(
                "monotone_constraints",
                Arrays.stream(rows.direction()).mapToObj(Integer::toString).collect(Collectors.joining(",", "(", ")")));
        return parameters;
    }

    /** The log-odds of the weighted base rate. */
    static float base(TrainingRows rows) {
        double successes = 0;
        double all = 0;
        for (int row = 0; row < rows.size(); row++) {
            all += rows.weight()[row];
            successes += rows.success()[row] ? rows.weight()[row] : 0;
        }
        return (float) StrictMath.log(successes / (all - successes));
    }

    private static float[] labels(TrainingRows rows) {
        float[] labels = new float[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.success()[row] ? 1 : 0;
        }
        return labels;
    }

    private static float[] weights(TrainingRows rows) {
        float[] weights = new float[rows.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) rows.weight()[row];
        }
        return weights;
    }
}
