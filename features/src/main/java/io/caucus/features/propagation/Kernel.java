package io.caucus.features.propagation;

/**
 * How the pull of an action fades: g(lag) = (1 + lag/c)^(−γ), 1 at once, with a heavy tail.
 *
 * <p><b>Source.</b> The power law of waiting times in correspondence: A.-L. Barabási, "The origin of bursts and heavy tails in human
 * dynamics", Nature 435 (2005); the shifted form is Omori's, as in Y. Ogata's models of aftershocks (1988).
 *
 * @param scale c, in the ticks of the log
 * @param exponent γ
 */
public record Kernel(double scale, double exponent) {

    public Kernel {
        if (!(scale > 0) || !(exponent > 0)) {
            throw new IllegalArgumentException(
                    "kernel has scale %s and exponent %s, both must be positive".formatted(scale, exponent));
        }
    }

    /** g after so many ticks. */
    public double at(double lag) {
        return Math.pow(1 + lag / scale, -exponent);
    }

    /** ∫ g from one lag to another, in multiples of the scale. */
    double mass(double from, double to) {
        double begin = 1 + from / scale;
        double end = 1 + to / scale;
        return exponent == 1
                ? Math.log(end / begin)
                : (Math.pow(begin, 1 - exponent) - Math.pow(end, 1 - exponent)) / (exponent - 1);
    }
}
