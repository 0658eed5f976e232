package io.caucus.scoring.evaluation;

/**
 * The chi-square distribution: how often luck alone comes so far.
 *
 * <p><b>Definition.</b> With k degrees of freedom the chance to exceed x is Q(k/2, x/2), the regularised upper incomplete gamma
 * function.
 *
 * <p><b>Source.</b> NIST Digital Library of Mathematical Functions, 8.11.4 (the series, below k/2 + 1) and 8.9.2 (the continued
 * fraction, above), evaluated by Lentz's method. Γ at halves is exact: a product from √π or 1.
 *
 * <p><b>Cost.</b> O(√k) terms. <b>Determinism.</b> {@link StrictMath} throughout.
 */
public final class ChiSquare {

    private static final double ROUNDING = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 10_000;

    private ChiSquare() {}

    /**
     * The chance to exceed x.
     *
     * @throws IllegalArgumentException if x is negative or no number, or there are no degrees of freedom
     */
    public static double survival(double x, int degrees) {
        if (!(x >= 0) || degrees < 1) {
            throw new IllegalArgumentException(
                    "x is %s with %d degrees of freedom; must not be negative, of at least 1".formatted(x, degrees));
        }
        double shape = degrees / 2.0;
        double half = x / 2;
        if (half == 0) {
            return 1;
        }
        double logScale = shape * StrictMath.log(half) - half - logGamma(degrees);
        return half < shape + 1
                ? 1 - StrictMath.exp(logScale) * series(shape, half)
                : StrictMath.exp(logScale) * fraction(shape, half);
    }

    /**
     * What is exceeded with that chance only: the inverse of {@link #survival}, by halving.
     *
     * @throws IllegalArgumentException if the chance does not lie in (0, 1]
     */
    public static double exceededWith(double chance, int degrees) {
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("the chance is %s, must lie in (0, 1]".formatted(chance));
        }
        double high = degrees;
        while (survival(high, degrees) > chance) {
            high *= 2;
        }
        double low = 0;
        for (int halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            if (survival(middle, degrees) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double series(double shape, double half) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * ROUNDING; n++) {
            term *= half / (shape + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double shape, double half) {
        double b = half + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double product = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / awayFromZero(a * d + b);
            c = awayFromZero(b + a / c);
            product *= c * d;
            if (Math.abs(c * d - 1) < ROUNDING) {
                break;
            }
        }
        return product;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ(k/2). */
    private static double logGamma(int degrees) {
        double sum = degrees % 2 == 0 ? 0 : StrictMath.log(Math.PI) / 2;
        for (int twice = degrees % 2 == 0 ? 2 : 1; twice < degrees; twice += 2) {
            sum += StrictMath.log(twice / 2.0);
        }
        return sum;
    }
}
