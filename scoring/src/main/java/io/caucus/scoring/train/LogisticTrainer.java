package io.caucus.scoring.train;

import io.caucus.scoring.model.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Logistic regression by stochastic gradient descent.
 *
 * <p><b>Definition.</b> Numbers are standardised; inputs that are only 0 or 1 are centred and keep their scale, so that a rare
 * one is not blown up. A missing value becomes a column of its own and leaves its number at the mean. Few passes with steps that
 * shrink coordinate by coordinate keep weights of rare inputs near 0, which is the only regularisation: the number of passes
 * is what {@link #epochs} sets.
 *
 * <p><b>Source.</b> J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization", JMLR 12 (2011), as Tribuo has it. Its two weight vectors, one a class, are read as their difference.
 *
 * <p><b>Determinism.</b> Rows are visited in an order that the seed gives.
 *
 * @param epochs passes over the rows
 */
public record LogisticTrainer(int epochs, long seed) implements Trainer {

    /** Tells of each training; held here, since loggers are forgotten otherwise. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private static final Label SUCCESS = new Label("success");
    private static final Label FAILURE = new Label("failure");
    /** Always 1, since Tribuo refuses a row without a value; its weight joins the intercept. */
    private static final String ONE = "one";

    private static final double STEP = 0.03;
    private static final double FIRST_SQUARE = 0.1;

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    public LogisticTrainer {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs is %d, must be at least 1".formatted(epochs));
        }
    }

    @Override
    public String name() {
        return "logistic regression, %d passes".formatted(epochs);
    }

    @Override
    public SortedMap<String, String> settings() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                "kind", "logistic regression",
                "library", "Tribuo %s, AdaGrad, averaged".formatted(Tribuo.VERSION),
                "epochs", Integer.toString(epochs),
                "step", Double.toString(STEP),
                "seed", Long.toString(seed))));
    }

    @Override
    public LogisticModel train(TrainingRows rows) {
        rows.checkLearnable();
        var shape = Shape.of(rows);
        var provenance = new SimpleDataSourceProvenance("rows", new LabelFactory());
        var dataset = new MutableDataset<Label>(provenance, new LabelFactory());
        for (int row = 0; row < rows.size(); row++) {
            dataset.add(example(shape, rows, row));
        }
        var trainer = new LinearSGDTrainer(
                new LogMulticlass(), new ParameterAveraging(new AdaGrad(STEP, FIRST_SQUARE)), epochs, -1, 1, seed);
        return read(shape, trainer.train(dataset));
    }

    private static ArrayExample<Label> example(Shape shape, TrainingRows rows, int row) {
        double[] values = rows.values()[row];
        List<String> names = new ArrayList<>(List.of(ONE));
        List<Double> numbers = new ArrayList<>(List.of(1.0));
        for (int input = 0; input < values.length; input++) {
            if (Double.isNaN(values[input])) {
                names.add(missing(input));
                numbers.add(1.0);
            } else if (values[input] != shape.mean[input]) {
                names.add(present(input));
                numbers.add((values[input] - shape.mean[input]) / shape.scale[input]);
            }
        }
        var example = new ArrayExample<>(
                rows.success()[row] ? SUCCESS : FAILURE,
                names.toArray(String[]::new),
                numbers.stream().mapToDouble(Double::doubleValue).toArray());
        example.setWeight((float) rows.weight()[row]);
        return example;
    }

    private static LogisticModel read(Shape shape, LinearSGDModel model) {
        var weights = model.getWeightsCopy();
        int success = model.getOutputIDInfo().getID(SUCCESS);
        int failure = model.getOutputIDInfo().getID(FAILURE);
        int bias = model.getFeatureIDMap().size();
        IntToDoubleFunction difference = id -> weights.get(success, id) - weights.get(failure, id);
        ToDoubleFunction<String> weightOf = name -> {
            int id = model.getFeatureIDMap().getID(name);
            return id < 0 ? 0 : difference.applyAsDouble(id);
        };
        double[] weight = new double[shape.mean.length];
        double[] whenMissing = new double[shape.mean.length];
        Arrays.setAll(weight, input -> weightOf.applyAsDouble(present(input)));
        Arrays.setAll(whenMissing, input -> weightOf.applyAsDouble(missing(input)));
        double intercept = difference.applyAsDouble(bias) + weightOf.applyAsDouble(ONE);
        return new LogisticModel(intercept, shape.mean, shape.scale, weight, whenMissing);
    }

    private static String present(int input) {
        return "x" + input;
    }

    private static String missing(int input) {
        return "missing" + input;
    }

    /** Where each input lies and how far it spreads, over the rows that have it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Shape(double[] mean, double[] scale) {

        static Shape of(TrainingRows rows) {
            double[] mean = new double[rows.inputs()];
            double[] scale = new double[rows.inputs()];
            for (int input = 0; input < rows.inputs(); input++) {
                measure(rows, input, mean, scale);
            }
            return new Shape(mean, scale);
        }

        private static void measure(TrainingRows rows, int input, double[] mean, double[] scale) {
            double[] known = Arrays.stream(rows.values())
                    .mapToDouble(row -> row[input])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            mean[input] = Arrays.stream(known).average().orElse(0);
            double deviation = Math.sqrt(Arrays.stream(known)
                    .map(value -> (value - mean[input]) * (value - mean[input]))
                    .average()
                    .orElse(0));
            boolean isFlag = Arrays.stream(known).allMatch(value -> value == 0 || value == 1);
            scale[input] = isFlag || !(deviation > 0) ? 1 : deviation;
        }
    }
}
