package io.caucus.graphmodel.assessment;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One account's numbers as of an instant, as they are kept.
 *
 * @param catalogueVersion the feature definitions the values were computed by
 * @param values by feature id as text: a decimal number that reads back to the same bits, or a category; missing ones are absent
 */
public record KeptFeatures(AccountId account, AsOf asOf, String catalogueVersion, SortedMap<String, String> values) {

    public KeptFeatures {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Computing the same account as of the same instant by the same definitions replaces what was kept. */
    public String key() {
        return "%s@%s#%s".formatted(account, asOf, catalogueVersion);
    }
}
