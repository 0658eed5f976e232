package io.caucus.features.propagation;

import java.util.Arrays;

/** How strongly each person moves each other, and how readily each begins alone; and how working that out ended. */
public final class Strengths {

    private final int people;
    private final long[] pairs;
    private final double[] values;
    private final double otherwise;
    private final double[] baseRates;
    private final Convergence convergence;

    /**
     * @param iterations of the last, pair by pair
     * @param residual the largest change of a strength in the last of them, relative to the largest strength
     * @param converged whether that is within the tolerance
     * @param logPosterior of the log, up to a constant; never falls from one iteration to the next
     */
    public record Convergence(int iterations, double residual, boolean converged, double logPosterior) {}

    Strengths(
            int people, long[] pairs, double[] values, double otherwise, double[] baseRates, Convergence convergence) {
        this.people = people;
        this.pairs = pairs;
        this.values = values;
        this.otherwise = otherwise;
        this.baseRates = baseRates;
        this.convergence = convergence;
    }

    /** The same for all, as for a log too short to learn from. */
    public static Strengths alike(int people, double strength, double baseRate) {
        var baseRates = new double[people];
        Arrays.fill(baseRates, baseRate);
        return new Strengths(people, new long[0], new double[0], strength, baseRates, new Convergence(0, 0, true, 0));
    }

    /** One strength for all pairs and each person's base rate, those that explain a log best; see {@link StrengthLearning}. */
    public static Strengths learnedAlike(EventLog log, Settings settings) {
        return new StrengthLearning(log, settings).alike();
    }

    /** Learned from a log; see {@link StrengthLearning}. */
    public static Strengths learned(EventLog log, Settings settings) {
        return new StrengthLearning(log, settings).strengths();
    }

    /** α; of a pair that was never exposed 0, or what the prior draws toward. */
    public double of(int from, int to) {
        int index = Candidates.indexOf((long) from * people + to, pairs);
        return index < 0 ? otherwise : values[index];
    }

    /** μ: in the unit of the weights. */
    public double baseRate(int person) {
        return baseRates[person];
    }

    public Convergence convergence() {
        return convergence;
    }
}
