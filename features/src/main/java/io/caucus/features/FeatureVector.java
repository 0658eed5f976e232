package io.caucus.features;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All numbers of one account as of an instant.
 *
 * @param catalogueVersion changes whenever a definition or a parameter does
 * @param values by feature id, missing ones included
 */
public record FeatureVector(
        AccountId account, AsOf asOf, String catalogueVersion, SortedMap<String, FeatureValue> values) {

    public FeatureVector {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** @throws IllegalArgumentException if the catalogue has no such feature */
    public FeatureValue get(String featureId) {
        var value = values.get(featureId);
        if (value == null) {
            throw new IllegalArgumentException("no feature '%s' in catalogue %s; it has %s"
                    .formatted(featureId, catalogueVersion, values.keySet()));
        }
        return value;
    }
}
