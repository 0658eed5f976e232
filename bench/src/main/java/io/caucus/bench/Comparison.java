package io.caucus.bench;

import io.caucus.bench.Rounds.Lap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;

/** Contenders against the one that is the measure. */
final class Comparison {

    private final String measure;
    private final SequencedMap<String, double[]> perSecond = new LinkedHashMap<>();

    /** @param measure the contender that the others are divided by */
    Comparison(String measure, List<Lap> laps) {
        this.measure = measure;
        laps.stream().map(Lap::contender).distinct().forEach(name -> perSecond.put(name, rates(name, laps)));
        if (!perSecond.containsKey(measure)) {
            throw new IllegalArgumentException("no round of '%s', only of %s".formatted(measure, perSecond.keySet()));
        }
    }

    /** @param ratio the median over the rounds of its rate by the measure's; lowest and highest beside it */
    record Line(String contender, double perSecond, double ratio, double lowest, double highest) {}

    List<Line> lines() {
        return perSecond.entrySet().stream().map(this::line).toList();
    }

    Line line(String contender) {
        return lines().stream()
                .filter(line -> line.contender().equals(contender))
                .findFirst()
                .orElseThrow();
    }

    private Line line(Map.Entry<String, double[]> entry) {
        var ratios = ratios(entry.getValue());
        return new Line(
                entry.getKey(),
                median(entry.getValue()),
                median(ratios),
                DoubleStream.of(ratios).min().orElseThrow(),
                DoubleStream.of(ratios).max().orElseThrow());
    }

    private double[] ratios(double[] rates) {
        var limit = Objects.requireNonNull(perSecond.get(measure));
        var ratios = new double[rates.length];
        Arrays.setAll(ratios, round -> rates[round] / limit[round]);
        return ratios;
    }

    /** Of the rounds that count: round 0 warms up. */
    private static double[] rates(String contender, List<Lap> laps) {
        return laps.stream()
                .filter(lap -> lap.contender().equals(contender) && lap.round() > 0)
                .mapToDouble(Lap::perSecond)
                .toArray();
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
