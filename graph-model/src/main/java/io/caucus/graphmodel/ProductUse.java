package io.caucus.graphmodel;

import java.util.Collection;
import java.util.List;

/**
 * How the accounts that have our products use them, each number once for every account of which it is known, smallest first.
 *
 * @param activations seats in use ÷ seats bought, by the last counts of all products of an account
 * @param trends seats in use ÷ seats in use a window earlier, one added to both
 * @param adoptions products that an account used within the window
 */
public record ProductUse(List<Double> activations, List<Double> trends, List<Double> adoptions) {

    public static final ProductUse NONE = new ProductUse(List.of(), List.of(), List.of());

    public ProductUse {
        activations = sorted(activations);
        trends = sorted(trends);
        adoptions = sorted(adoptions);
    }

    private static List<Double> sorted(Collection<Double> numbers) {
        return numbers.stream().sorted().toList();
    }
}
