package io.caucus.features.algorithms;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether people are active on the same days more often than chance explains.
 *
 * <p><b>Definition.</b> On a day when c are active they make c (c − 1) / 2 pairs. Were everyone's number of active days kept
 * but the days drawn at random, two who are active on d_i and d_j of n days would share d_i·d_j ÷ n in expectation. The
 * p-value for "no more shared than that" is (1 + draws with as many pairs or more) ÷ (1 + draws), never 0.
 *
 * <p><b>Source.</b> A permutation test, each row of the person-by-day table permuted on its own; the added ones are those of
 * B. V. North, D. Curtis, P. C. Sham, "A note on the calculation of empirical P values", Am. J. Hum. Genet. 71 (2002).
 *
 * <p><b>Cost.</b> O(draws · (n + Σ d_i)). <b>Determinism.</b> The draws come from {@link SplittableRandom} with the seed
 * given: same seed, same numbers in the same order, same bits.
 */
public final class SharedDays {

    private SharedDays() {}

    /** The pairs that so many active people make on each day, in all. */
    public static long pairs(int[] activeOnDay) {
        long pairs = 0;
        for (int active : activeOnDay) {
            pairs += (long) active * (active - 1) / 2;
        }
        return pairs;
    }

    /** How many pairs chance explains. */
    public static double expectedPairs(int[] activeDays, int days) {
        return (double) productsOfPairs(activeDays) / days;
    }

    /** Σ d_i·d_j over unordered pairs, as half of what is left of the square of the sum without the squares. */
    private static long productsOfPairs(int[] activeDays) {
        long sum = 0;
        long squares = 0;
        for (int own : activeDays) {
            sum += own;
            squares += (long) own * own;
        }
        return (sum * sum - squares) / 2;
    }

    /**
     * In (0, 1]; small when so many pairs are more than chance explains.
     *
     * @param activeDays on how many of the days each person was active
     * @param observed the pairs that there were
     */
    public static double higherP(int[] activeDays, int days, long observed, int draws, long seed) {
        var random = new SplittableRandom(seed);
        var order = new int[days];
        Arrays.setAll(order, day -> day);
        var activeOnDay = new int[days];
        int asMany = 0;
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(activeOnDay, 0);
            for (int own : activeDays) {
                drawDays(own, order, activeOnDay, random);
            }
            asMany += pairs(activeOnDay) >= observed ? 1 : 0;
        }
        return (1.0 + asMany) / (1.0 + draws);
    }

    /** The first steps of a shuffle, so that every choice of days is as likely as any other. */
    private static void drawDays(int own, int[] order, int[] activeOnDay, SplittableRandom random) {
        for (int drawn = 0; drawn < own; drawn++) {
            int other = random.nextInt(drawn, order.length);
            int day = order[other];
            order[other] = order[drawn];
            order[drawn] = day;
            activeOnDay[day]++;
        }
    }
}
