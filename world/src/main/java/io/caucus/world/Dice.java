package io.caucus.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded source of chance, with the few kinds of draw a world needs. {@link StrictMath}, so that bits travel. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Independent for each account: a larger world begins with the smaller one. */
    static Dice forAccount(long seed, int number) {
        return new Dice(new SplittableRandom(new SplittableRandom(seed).nextLong() ^ (number * 0x9E3779B97F4A7C15L)));
    }

    /** Independent for each block, and of all accounts. */
    static Dice forBlock(long seed, int block) {
        return forAccount(seed, -1 - block);
    }

    /** A source of its own for one step, so that a change in one step does not disturb the next. */
    Dice split() {
        return new Dice(random.split());
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    Duration exponential(Duration mean) {
        double multiple = -StrictMath.log(1 - random.nextDouble());
        return Duration.ofSeconds((long) (multiple * mean.toSeconds()));
    }

    /** How many of many rare things happened, by counting exponential gaps. */
    int poisson(double mean) {
        int count = 0;
        double reached = -StrictMath.log(1 - random.nextDouble());
        while (reached < mean) {
            count++;
            reached -= StrictMath.log(1 - random.nextDouble());
        }
        return count;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The same in another order. */
    <T> List<T> shuffled(List<T> things) {
        var shuffled = new ArrayList<>(things);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, between(0, last));
        }
        return shuffled;
    }

    /** One of several in order of rank, the k-th with a weight of 1/k. */
    <T> T pickByRank(List<T> ranked) {
        double total = 0;
        for (int rank = 1; rank <= ranked.size(); rank++) {
            total += 1.0 / rank;
        }
        double left = random.nextDouble() * total;
        for (int rank = 1; rank < ranked.size(); rank++) {
            left -= 1.0 / rank;
            if (left < 0) {
                return ranked.get(rank - 1);
            }
        }
        return ranked.get(ranked.size() - 1);
    }
}
