package io.caucus.scoring.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much a figure would vary had other accounts been seen: whole groups are drawn with replacement, since rows of one group
 * are no independent witnesses. Asked for two models on the same draws, the difference is paired.
 *
 * <p><b>Source.</b> B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13 (percentile interval).
 *
 * <p><b>Determinism.</b> The draws depend on the seed alone.
 */
public final class GroupBootstrap {

    private final int[] group;
    private final int groups;
    private final int draws;
    private final long seed;

    /** @param group the number of each row's group, from 0 */
    public GroupBootstrap(int[] group, int draws, long seed) {
        this.group = group.clone();
        this.groups = Arrays.stream(group).max().orElse(-1) + 1;
        this.draws = draws;
        this.seed = seed;
        if (groups == 0 || draws < 40) {
            throw new IllegalArgumentException(
                    "%d groups, %d draws; must be at least 1 and 40 for a 95 %% interval".formatted(groups, draws));
        }
    }

    /**
     * A figure and how far luck could have moved it.
     *
     * @param value of the rows as they are
     * @param low the lower end of 95 %: the 2.5th percentile over draws, if it was drawn
     * @param high the upper end
     */
    public record Interval(double value, double low, double high) {

        public boolean isAbove(double bound) {
            return low > bound;
        }
    }

    /**
     * The figure with its 95 % interval. Draws that leave it undefined, such as those without a success, are not counted.
     *
     * @param figure of the rows, given how often each counts
     */
    public Interval of(ToDoubleFunction<double[]> figure) {
        return ofEach(1, weight -> new double[] {figure.applyAsDouble(weight)}).getFirst();
    }

    /**
     * Several figures of the same draws.
     *
     * @param count how many
     * @param figures of the rows, given how often each counts
     */
    public List<Interval> ofEach(int count, Function<double[], double[]> figures) {
        var random = new SplittableRandom(seed);
        double[] weight = new double[group.length];
        double[][] drawn = new double[draws][];
        for (int draw = 0; draw < draws; draw++) {
            int[] times = new int[groups];
            for (int i = 0; i < groups; i++) {
                times[random.nextInt(groups)]++;
            }
            Arrays.setAll(weight, row -> times[group[row]]);
            drawn[draw] = figures.apply(weight);
        }
        Arrays.fill(weight, 1);
        double[] value = figures.apply(weight);
        return IntStream.range(0, count)
                .mapToObj(figure -> interval(value[figure], Arrays.stream(drawn).mapToDouble(each -> each[figure])))
                .toList();
    }

    private static Interval interval(double value, DoubleStream drawn) {
        double[] defined = drawn.filter(each -> !Double.isNaN(each)).sorted().toArray();
        return new Interval(value, percentile(defined, 0.025), percentile(defined, 0.975));
    }

    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
