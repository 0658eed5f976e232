package io.caucus.features.algorithms;

import java.util.Collection;
import java.util.List;

/** The middle one of several numbers, or the mean of the two in the middle. */
public final class Median {

    private Median() {}

    /** @throws IllegalArgumentException if there are no numbers */
    public static double of(Collection<Double> numbers) {
        return ofSorted(numbers.stream().sorted().toList());
    }

    /**
     * Without sorting them again.
     *
     * @param sorted smallest first
     * @throws IllegalArgumentException if there are no numbers
     */
    public static double ofSorted(List<Double> sorted) {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no numbers have no median; ask whether there are any first");
        }
        int last = sorted.size() - 1;
        return sorted.get(last / 2) * 0.5 + sorted.get(last - last / 2) * 0.5;
    }
}
