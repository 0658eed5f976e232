package io.caucus.scoring.calibration;

/**
 * Platt's sigmoid, {@code logit(p) = intercept + slope · margin}: for few calibration rows.
 *
 * <p><b>Definition.</b> Maximum likelihood, with the targets (s + 1) / (s + 2) for each of s successes and 1 / (f + 2) for each of
 * f failures. A slope below 0 would turn the model's order round; then the slope is 0 and the curve the base rate. The
 * interval is the curve's 95 % confidence band: it tells how well the curve is known. Its variance is the inverse of the Hessian H where each
 * row is a witness of its own; where g groups share rows, {@code g / (g − 1) · H⁻¹ (Σ u uᵀ) H⁻¹}, u being the sum of a group's gradients. With
 * fewer than {@value CalibrationRows#FEWEST_GROUPS} such groups the interval is all of [0, 1].
 *
 * <p><b>Source.</b> J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999); Newton's method with halved steps after
 * H.-T. Lin, C.-J. Lin, R. Weng, "A Note on Platt's Probabilistic Outputs for Support Vector Machines", Machine Learning 68 (2007).
 * Their A and B are our −slope and −intercept. The variance of groups: K.-Y. Liang, S. Zeger, "Longitudinal data analysis using
 * generalized linear models", Biometrika 73 (1986).
 *
 * <p><b>Cost.</b> O(n) an iteration; about ten.
 *
 * @param interceptVariance of the estimate; likewise the others
 */
public record Sigmoid(double intercept, double slope, double interceptVariance, double slopeVariance, double covariance)
        implements Calibration {

    private static final int MOST_ITERATIONS = 100;
    private static final double FLAT = 1e-10;
    /** Keeps the Hessian invertible where all margins are equal. */
    private static final double RIDGE = 1e-12;

    /** The variance of what too few groups tell: the interval is all there is. */
    private static final double UNKNOWN = 1e6;

    private static final double LEAST_STEP = 1e-10;
    /** Of the normal distribution, at 0.975. */
    private static final double QUANTILE = 1.959963984540054;

    public Sigmoid {
        if (!(Double.isFinite(intercept) && slope >= 0 && Double.isFinite(slope))) {
            throw new IllegalArgumentException(
                    "intercept and slope are %s and %s, must be finite and the slope not negative"
                            .formatted(intercept, slope));
        }
        if (!(interceptVariance >= 0 && slopeVariance >= 0)) {
            throw new IllegalArgumentException(
                    "variances are %s and %s, must not be negative".formatted(interceptVariance, slopeVariance));
        }
    }

    public static Sigmoid fit(CalibrationRows rows) {
        var free = new Newton(rows, true);
        free.run();
        if (free.slope >= 0) {
            return free.sigmoid();
        }
        var flat = new Newton(rows, false);
        flat.run();
        return flat.sigmoid();
    }

    @Override
    public Calibrated of(double margin) {
        if (!Double.isFinite(margin)) {
            throw new IllegalArgumentException("margin is %s, must be finite".formatted(margin));
        }
        double logit = intercept + slope * margin;
        double variance = interceptVariance + margin * margin * slopeVariance + 2 * margin * covariance;
        double halfWidth = QUANTILE * Math.sqrt(Math.max(0, variance));
        double low = probability(logit - halfWidth);
        double high = probability(logit + halfWidth);
        return new Calibrated(low, low, probability(logit), high, high);
    }

    @Override
    public String name() {
        return "sigmoid";
    }

    private static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** The fit, iterated. */
    private static final class Newton {

        private final CalibrationRows rows;
        private final double[] margins;
        private final double[] target;
        private final boolean hasSlope;
        private double intercept;
        private double slope;
        /** Of the loss: the gradient and the Hessian by intercept (0) and slope (1). */
        private double g0;

        private double g1;
        private double h00;
        private double h01;
        private double h11;

        Newton(CalibrationRows rows, boolean hasSlope) {
            this.rows = rows;
            this.margins = rows.margins();
            this.hasSlope = hasSlope;
            boolean[] success = rows.success();
            int successes = 0;
            for (boolean each : success) {
                successes += each ? 1 : 0;
            }
            int failures = success.length - successes;
            target = new double[success.length];
            for (int row = 0; row < target.length; row++) {
                target[row] = success[row] ? (successes + 1.0) / (successes + 2.0) : 1 / (failures + 2.0);
            }
            intercept = StrictMath.log((successes + 1.0) / (failures + 1.0));
        }

        void run() {
            differentiate();
            for (int i = 0; i < MOST_ITERATIONS && Math.max(Math.abs(g0), Math.abs(g1)) > FLAT * margins.length; i++) {
                if (!step()) {
                    break;
                }
                differentiate();
            }
        }

        Sigmoid sigmoid() {
            double determinant = hasSlope ? h00 * h11 - h01 * h01 : h00;
            double i00 = hasSlope ? h11 / determinant : 1 / h00;
            double i01 = hasSlope ? -h01 / determinant : 0;
            double i11 = hasSlope ? h00 / determinant : 0;
            int groups = rows.groups();
            if (groups == margins.length) {
                return new Sigmoid(intercept, slope, i00, i11, i01);
            }
            if (!rows.tellsOfLuck()) {
                return new Sigmoid(intercept, slope, UNKNOWN, 0, 0);
            }
            double[] u0 = new double[groups];
            double[] u1 = new double[groups];
            for (int row = 0; row < margins.length; row++) {
                double off = probability(intercept + slope * margins[row]) - target[row];
                u0[rows.group()[row]] += off;
                u1[rows.group()[row]] += off * margins[row];
            }
            double v00 = 0;
            double v01 = 0;
            double v11 = 0;
            for (int group = 0; group < groups; group++) {
                double by0 = i00 * u0[group] + i01 * u1[group];
                double by1 = i01 * u0[group] + i11 * u1[group];
                v00 += by0 * by0;
                v01 += by0 * by1;
                v11 += by1 * by1;
            }
            double few = groups / (groups - 1.0);
            return new Sigmoid(intercept, slope, few * v00, few * v11, few * v01);
        }

        private void differentiate() {
            g0 = 0;
            g1 = 0;
            h00 = RIDGE;
            h01 = 0;
            h11 = RIDGE;
            for (int row = 0; row < margins.length; row++) {
                double p = probability(intercept + slope * margins[row]);
                double x = hasSlope ? margins[row] : 0;
                g0 += p - target[row];
                g1 += (p - target[row]) * x;
                h00 += p * (1 - p);
                h01 += p * (1 - p) * x;
                h11 += p * (1 - p) * x * x;
            }
        }

        /** Newton's direction, halved until the loss falls; false if it falls no more. */
        private boolean step() {
            double determinant = h00 * h11 - h01 * h01;
            double towards0 = -(h11 * g0 - h01 * g1) / determinant;
            double towards1 = hasSlope ? -(h00 * g1 - h01 * g0) / determinant : 0;
            double before = loss(intercept, slope);
            double slant = g0 * towards0 + g1 * towards1;
            for (double length = 1; length >= LEAST_STEP; length /= 2) {
                if (loss(intercept + length * towards0, slope + length * towards1) <= before + 1e-4 * length * slant) {
                    intercept += length * towards0;
                    slope += length * towards1;
                    return true;
                }
            }
            return false;
        }

        private double loss(double atIntercept, double atSlope) {
            double sum = 0;
            for (int row = 0; row < margins.length; row++) {
                double logit = atIntercept + atSlope * margins[row];
                double softplus = Math.max(0, logit) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
                sum += softplus - target[row] * logit;
            }
            return sum;
        }
    }
}
