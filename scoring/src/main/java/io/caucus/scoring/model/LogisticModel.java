package io.caucus.scoring.model;

/**
 * Logistic regression on standardised inputs.
 *
 * <p><b>Definition.</b> {@code margin = intercept + Σ wⱼ · (xⱼ − meanⱼ) / scaleⱼ}; where xⱼ is missing, its term is mⱼ, the
 * learned weight of "j is missing". A term is its input's contribution, so that contributions are exact and an input at its
 * mean has none. Terms are added in the order of inputs.
 */
public final class LogisticModel implements LearnedModel {

    private final double intercept;
    private final double[] mean;
    private final double[] scale;
    private final double[] weight;
    private final double[] whenMissing;

    /** @throws IllegalArgumentException if the arrays differ in length, or a scale is not positive */
    public LogisticModel(double intercept, double[] mean, double[] scale, double[] weight, double[] whenMissing) {
        this.intercept = intercept;
        this.mean = mean.clone();
        this.scale = scale.clone();
        this.weight = weight.clone();
        this.whenMissing = whenMissing.clone();
        if (scale.length != mean.length || weight.length != mean.length || whenMissing.length != mean.length) {
            throw new IllegalArgumentException(
                    "a logistic model has %d means, %d scales, %d weights, %d for missing; must be equal"
                            .formatted(mean.length, scale.length, weight.length, whenMissing.length));
        }
        for (int input = 0; input < mean.length; input++) {
            if (!(scale[input] > 0)) {
                throw new IllegalArgumentException(
                        "scale of input %d is %s, must be positive".formatted(input, scale[input]));
            }
        }
    }

    @Override
    public int inputs() {
        return mean.length;
    }

    @Override
    public double margin(double[] row) {
        return explain(row).margin();
    }

    @Override
    public Explanation explain(double[] row) {
        LearnedModel.check(row, inputs());
        double[] terms = new double[row.length];
        for (int input = 0; input < row.length; input++) {
            terms[input] = Double.isNaN(row[input])
                    ? whenMissing[input]
                    : weight[input] * ((row[input] - mean[input]) / scale[input]);
        }
        return new Explanation(intercept, terms);
    }

    public double intercept() {
        return intercept;
    }

    public double[] means() {
        return mean.clone();
    }

    public double[] scales() {
        return scale.clone();
    }

    /** Log-odds a standard deviation. */
    public double[] weights() {
        return weight.clone();
    }

    public double[] whenMissing() {
        return whenMissing.clone();
    }
}
