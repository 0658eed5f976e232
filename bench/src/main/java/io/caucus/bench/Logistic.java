package io.caucus.bench;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Logistic regression on standardised columns, by LIBLINEAR, with penalty/2 · ‖weights‖² and none on the intercept.
 *
 * <p>Mean and spread are those of the rows that were learned from. A column that never changed there counts for nothing.
 */
final class Logistic {

    private static final double TOLERANCE = 1e-6;

    private final List<Scale> scales;
    private final Model model;

    private record Scale(String column, double mean, double spread) {}

    private Logistic(List<Scale> scales, Model model) {
        this.scales = scales;
        this.model = model;
    }

    static Logistic learned(Columns columns, List<Boolean> labels, double penalty) {
        Linear.disableDebugOutput();
        var scales = scales(columns);
        var problem = new Problem();
        problem.l = labels.size();
        problem.n = scales.size() + 1;
        problem.bias = 1;
        problem.x = rows(scales, columns, labels.size());
        problem.y = labels.stream().mapToDouble(label -> label ? 1 : -1).toArray();
        var parameter = new Parameter(SolverType.L2R_LR, 1 / penalty, TOLERANCE);
        parameter.setRegularizeBias(false);
        return new Logistic(scales, Linear.train(problem, parameter));
    }

    /** Columns that were not there to learn from are left out, and those that are missing count as 0. */
    double[] logOdds(Columns columns, int rows) {
        var features = rows(scales, columns, rows);
        var logOdds = new double[rows];
        for (int row = 0; row < rows; row++) {
            var values = new double[1];
            Linear.predictValues(model, features[row], values);
            logOdds[row] = model.getLabels()[0] == 1 ? values[0] : -values[0];
        }
        return logOdds;
    }

    private static List<Scale> scales(Columns columns) {
        var scales = new ArrayList<Scale>();
        columns.values().forEach((name, column) -> {
            double mean = DoubleStream.of(column).average().orElse(0);
            double spread = Math.sqrt(DoubleStream.of(column)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0));
            if (spread > 0) {
                scales.add(new Scale(name, mean, spread));
            }
        });
        return scales;
    }

    /** The last feature of a row is the intercept's. */
    private static Feature[][] rows(List<Scale> scales, Columns columns, int rows) {
        var features = new Feature[rows][scales.size() + 1];
        for (int place = 0; place < scales.size(); place++) {
            var scale = scales.get(place);
            var column = columns.of(scale.column(), rows);
            for (int row = 0; row < rows; row++) {
                features[row][place] = new FeatureNode(place + 1, (column[row] - scale.mean()) / scale.spread());
            }
        }
        for (Feature[] row : features) {
            row[scales.size()] = new FeatureNode(scales.size() + 1, 1);
        }
        return features;
    }
}
