package io.caucus.features.propagation;

/**
 * How a log is read.
 *
 * @param lookBack events this many ticks before a response, or longer, explain nothing of it
 * @param silence an event after at least so many ticks without one of the same person is a response; 0 makes every event one,
 *     {@link Long#MAX_VALUE} only the first
 * @param spontaneous whether people also begin by themselves; if not, only a response without candidates has no cause
 */
public record Settings(
        Kernel kernel,
        Odds odds,
        Prior prior,
        long lookBack,
        long silence,
        boolean spontaneous,
        double tolerance,
        int maxIterations) {

    private static final double TOLERANCE = 1e-7;
    private static final int MAX_ITERATIONS = 2000;

    public Settings {
        if (lookBack <= 0 || silence < 0) {
            throw new IllegalArgumentException(
                    "look-back is %d and silence %d ticks; the first must be positive, the second not negative"
                            .formatted(lookBack, silence));
        }
        if (!(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "tolerance is %s with %d iterations; both must be positive".formatted(tolerance, maxIterations));
        }
    }

    public static Settings of(Kernel kernel, Odds odds, Prior prior, long lookBack, long silence, boolean spontaneous) {
        return new Settings(kernel, odds, prior, lookBack, silence, spontaneous, TOLERANCE, MAX_ITERATIONS);
    }

    public Settings withKernel(Kernel other) {
        return new Settings(other, odds, prior, lookBack, silence, spontaneous, tolerance, maxIterations);
    }

    public Settings withOdds(Odds other) {
        return new Settings(kernel, other, prior, lookBack, silence, spontaneous, tolerance, maxIterations);
    }

    public Settings withPrior(Prior other) {
        return new Settings(kernel, odds, other, lookBack, silence, spontaneous, tolerance, maxIterations);
    }

    public Settings withMaxIterations(int most) {
        return new Settings(kernel, odds, prior, lookBack, silence, spontaneous, tolerance, most);
    }
}
