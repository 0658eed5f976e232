package io.caucus.bench;

import io.caucus.scoring.model.BoostedTrees;
import io.caucus.scoring.train.TrainingRows;
import io.caucus.scoring.train.TreeTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** PERF-8: boosted trees trained, served and explained, against XGBoost called directly with the same settings on the same rows. */
@Command(
        name = "PERF-8",
        description = "Trains on drawn rows, scores and explains them, beside XGBoost called directly.",
        mixinStandardHelpOptions = true)
final class TrainingBench implements Callable<Integer> {

    private static final String DIRECTLY = "XGBoost called directly";
    private static final String CAUCUS = "Caucus";
    private static final double RATE = 0.1;
    private static final int LEAST_HESSIAN = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--rows", description = "Drawn, trained on and scored (${DEFAULT-VALUE}).")
    private int rows = 100_000;

    @Option(names = "--inputs", description = "Of each row (${DEFAULT-VALUE}).")
    private int inputs = 80;

    @Option(names = "--explained", description = "Rows explained in each round (${DEFAULT-VALUE}).")
    private int explained = 2_000;

    @Option(names = "--trees", description = "Trained (${DEFAULT-VALUE}).")
    private int trees = 150;

    @Option(names = "--depth", description = "Of each tree (${DEFAULT-VALUE}).")
    private int depth = 4;

    @Option(names = "--rounds", description = "Rounds, after one to warm up (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seed", description = "Of the drawn rows and of training (${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException, XGBoostError {
        var screen = spec.commandLine().getOut();
        if (IntStream.of(rows, inputs, explained, trees, depth, rounds).anyMatch(least -> least < 1)
                || explained > rows) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s, %,d explained: each must be at least 1, and no more rows explained than there are"
                            .formatted(settings(), explained));
        }
        var machine = Machine.here();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var works = new Works("PERF-8", settings());
        var drawn = drawn();
        for (int round = 0; round <= rounds; round++) {
            screen.printf("%s%n", round == 0 ? "warming up ..." : "round " + round + " ...");
            screen.flush();
            run(round, drawn, works);
        }
        works.print(machine, screen);
        screen.printf(
                "%nScoring %,d rows: %.2f s. One explanation: %.3f ms. A row in memory: %,d bytes in Caucus, %,d in XGBoost's own table.%n",
                rows,
                works.seconds("scoring", CAUCUS),
                1_000 * works.seconds("explaining", CAUCUS) / explained,
                (long) inputs * Double.BYTES + 16 + Integer.BYTES,
                (long) inputs * Float.BYTES);
        works.save(out, machine, begun, screen);
        return 0;
    }

    private void run(int round, TrainingRows drawn, Works works) throws XGBoostError {
        long start = System.nanoTime();
        var matrix = matrix(drawn.values());
        try {
            matrix.setLabel(labels(drawn));
            var booster = XGBoost.train(matrix, parameters(), trees, Map.of(), null, null);
            works.add("training", DIRECTLY, round, rows, Works.secondsSince(start));
            peers(round, drawn, booster, works);
            booster.dispose();
        } finally {
            matrix.dispose();
        }
        start = System.nanoTime();
        var model = new TreeTrainer(trees, depth, RATE, seed).train(drawn);
        works.add("training", CAUCUS, round, rows, Works.secondsSince(start));
        works.lap("scoring", CAUCUS, round, rows, () -> sum(model, drawn.values()));
        works.lap("explaining", CAUCUS, round, explained, () -> explain(model, drawn.values()));
    }

    /** What the library takes for rows that come as ours do. */
    private void peers(int round, TrainingRows drawn, Booster booster, Works works) throws XGBoostError {
        long start = System.nanoTime();
        var all = matrix(drawn.values());
        booster.predict(all, true);
        all.dispose();
        works.add("scoring", DIRECTLY, round, rows, Works.secondsSince(start));
        start = System.nanoTime();
        var some = matrix(Arrays.copyOf(drawn.values(), explained));
        booster.predictContrib(some, 0);
        some.dispose();
        works.add("explaining", DIRECTLY, round, explained, Works.secondsSince(start));
    }

    private static double sum(BoostedTrees model, double[][] values) {
        double sum = 0;
        for (double[] row : values) {
            sum += model.margin(row);
        }
        return sum;
    }

    private double explain(BoostedTrees model, double[][] values) {
        double sum = 0;
        for (int row = 0; row < explained; row++) {
            sum += model.explain(values[row]).contributions()[0];
        }
        return sum;
    }

    /** A tenth of the inputs move the chance, two of them only together; one value in ten is missing. */
    private TrainingRows drawn() {
        var random = new SplittableRandom(seed);
        var values = new double[rows][inputs];
        var success = new boolean[rows];
        var weight = new double[rows];
        Arrays.fill(weight, 1);
        for (int row = 0; row < rows; row++) {
            double logOdds = -1.5;
            for (int input = 0; input < inputs; input++) {
                values[row][input] = random.nextGaussian();
                logOdds += input % 10 == 0 ? values[row][input] / 2 : 0;
            }
            logOdds += values[row][0] > 0 && values[row][inputs - 1] > 0 ? 1 : 0;
            success[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            for (int input = 0; input < inputs; input++) {
                values[row][input] = random.nextInt(10) == 0 ? Double.NaN : values[row][input];
            }
        }
        return new TrainingRows(
                IntStream.range(0, inputs).mapToObj(input -> "x" + input).toList(),
                new int[inputs],
                values,
                success,
                weight);
    }

    private DMatrix matrix(double[][] values) throws XGBoostError {
        var flat = new float[values.length * inputs];
        for (int row = 0; row < values.length; row++) {
            for (int input = 0; input < inputs; input++) {
                flat[row * inputs + input] = (float) values[row][input];
            }
        }
        return new DMatrix(flat, values.length, inputs, Float.NaN);
    }

    private static float[] labels(TrainingRows drawn) {
        var labels = new float[drawn.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = drawn.success()[row] ? 1 : 0;
        }
        return labels;
    }

    private Map<String, Object> parameters() {
        return Map.of(
                "objective",
                "binary:logistic",
                "tree_method",
                "hist",
                "nthread",
                1,
                "seed",
                seed,
                "max_depth",
                depth,
                "eta",
                RATE,
                "min_child_weight",
                LEAST_HESSIAN,
                "verbosity",
                0);
    }

    private String settings() {
        return "%,d rows of %d inputs, %d trees of depth %d, one thread, %d rounds, seed %d"
                .formatted(rows, inputs, trees, depth, rounds, seed);
    }
}
