package io.caucus.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often what a method named was what was planted, and how much of what was planted it named. */
final class Findings {

    private int named;
    private int planted;
    private int right;

    /** One account. Empty where the method names nothing, or nothing was planted. */
    <T> void add(Optional<T> found, Optional<T> truth) {
        named += found.isPresent() ? 1 : 0;
        planted += truth.isPresent() ? 1 : 0;
        right += found.isPresent() && found.equals(truth) ? 1 : 0;
    }

    /** How much was there to be named. */
    int planted() {
        return planted;
    }

    /** The share of what was named; NaN if nothing was. */
    double precision() {
        return (double) right / named;
    }

    /** The share of what was planted; NaN if nothing was. */
    double recall() {
        return (double) right / planted;
    }

    /** A share of nothing is left out: JSON has no word for it. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("named", named);
        json.put("planted", planted);
        json.put("right", right);
        if (named > 0) {
            json.put("precision", precision());
        }
        if (planted > 0) {
            json.put("recall", recall());
        }
        return json;
    }

    static String heading(String what) {
        return "%n%-36s %8s %10s %8s%n".formatted(what, "named", "precision", "recall");
    }

    /** As the table under {@link #heading} has it. */
    String row(String method) {
        return "%-36s %,8d %10.3f %8.3f%n".formatted(method, named, precision(), recall());
    }
}
