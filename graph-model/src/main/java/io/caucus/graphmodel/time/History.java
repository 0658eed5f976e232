package io.caucus.graphmodel.time;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The dated values of one attribute, oldest first. The value as of an instant is the last one seen by then.
 *
 * <p>Values that share an instant are put in the order they became known, then in their own order, so that the order in
 * which a source delivered them can never be noticed.
 *
 * @param <T> the attribute's type; its natural order breaks the last ties
 */
public record History<T extends Comparable<? super T>>(List<Dated<T>> values) {

    /** One value and when it began to hold. */
    public record Dated<T extends Comparable<? super T>>(T value, FactTime time) {}

    public History {
        values = values.stream()
                .distinct()
                .sorted(Comparator.<Dated<T>, FactTime>comparing(Dated::time).thenComparing(Dated::value))
                .toList();
    }

    /** The value that held, as far as was known, or empty before the first. */
    public Optional<T> at(AsOf asOf) {
        return lastSeen(asOf).map(Dated::value);
    }

    /** Like {@link #at}, with the moment the value began to hold. */
    public Optional<Dated<T>> lastSeen(AsOf asOf) {
        return values.stream().filter(dated -> asOf.sees(dated.time())).reduce((earlier, later) -> later);
    }
}
