package io.caucus.features.product;

import io.caucus.features.Citations;
import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureValue;
import io.caucus.features.algorithms.Median;
import io.caucus.graphmodel.time.AsOf;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The accounts of which a number is known, and what is usual among them. */
final class Cohort {

    private final ProductParameters parameters;
    private final List<Double> numbers;

    /** @param numbers smallest first */
    Cohort(ProductParameters parameters, List<Double> numbers) {
        this.parameters = parameters;
        this.numbers = numbers;
    }

    /**
     * The number ÷ the median; missing if the cohort is small or its median 0.
     *
     * @param items what the number was made of
     */
    FeatureValue compare(double number, Citations citations, Supplier<? extends List<? extends EvidenceItem>> items) {
        if (numbers.size() < parameters.fewestPeers()) {
            return FeatureValue.missing();
        }
        double median = Median.ofSorted(numbers);
        if (!(median > 0)) {
            return FeatureValue.missing();
        }
        citations.cite(items);
        return FeatureValue.of(number / median);
    }

    /** What the statements of the family have to be told. */
    static Map<String, Object> statementParameters(ProductParameters parameters, AsOf asOf) {
        return Map.of(
                "fewestPeers",
                parameters.fewestPeers(),
                "useSince",
                asOf.last(parameters.window()).after().atZone(ZoneOffset.UTC));
    }
}
