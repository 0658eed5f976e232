package io.caucus.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Numbers of the same rows, side by side and by name. */
final class Columns {

    private final SequencedMap<String, double[]> values = new LinkedHashMap<>();

    SequencedMap<String, double[]> values() {
        return Collections.unmodifiableSequencedMap(values);
    }

    <R> void add(String name, List<R> rows, ToDoubleFunction<R> value) {
        values.put(name, rows.stream().mapToDouble(value).toArray());
    }

    /** One column for each choice there is among the rows: 1 where it is that row's. */
    <R> void addChoices(String name, List<R> rows, Function<R, String> choice) {
        var choices = new TreeSet<>(rows.stream().map(choice).toList());
        choices.forEach(
                each -> add(name + " " + each, rows, row -> choice.apply(row).equals(each) ? 1 : 0));
    }

    /** These and then those. */
    Columns and(Columns others) {
        var both = new Columns();
        both.values.putAll(values);
        both.values.putAll(others.values);
        return both;
    }

    /** Those of some names only. */
    Columns only(List<String> names) {
        var some = new Columns();
        names.forEach(name -> some.values.put(name, Objects.requireNonNull(values.get(name), name)));
        return some;
    }

    /** The column of a name; zeros where there is none. */
    double[] of(String name, int rows) {
        return values.getOrDefault(name, new double[rows]);
    }
}
