package io.caucus.bench;

import io.caucus.bench.Comparison.Line;
import io.caucus.bench.Rounds.Lap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * Several kinds of work, each done by several contenders in turns; the first that does a kind is what the others are measured by.
 *
 * @param laps by the work that was done
 */
record Works(String benchmark, String settings, SequencedMap<String, List<Lap>> laps) {

    Works(String benchmark, String settings) {
        this(benchmark, settings, new LinkedHashMap<>());
    }

    /** Times the work; what it came to is returned, so that it cannot be left out. */
    double lap(String work, String contender, int round, int units, DoubleSupplier does) {
        long start = System.nanoTime();
        double figure = does.getAsDouble();
        add(work, contender, round, units, secondsSince(start));
        return figure;
    }

    void add(String work, String contender, int round, int units, double seconds) {
        laps.computeIfAbsent(work, name -> new ArrayList<>()).add(new Lap(contender, round, units, seconds));
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    void print(Machine machine, PrintWriter screen) {
        screen.printf(
                "%n%s: %s%n%s, %d cores, load %.1f at the start; Java %s%n",
                benchmark, settings, machine.processor(), machine.cores(), machine.load(), machine.java());
        results().forEach((work, lines) -> {
            screen.printf(
                    "%n%-36s %10s %14s %8s   lowest to highest of the rounds%n", work, "seconds", "a second", "ratio");
            lines.forEach(line -> screen.printf(
                    "  %-34s %10.4f %,14.0f %8.2g   %.2g to %.2g%n",
                    line.contender(),
                    units(work) / line.perSecond(),
                    line.perSecond(),
                    line.ratio(),
                    line.lowest(),
                    line.highest()));
        });
        screen.flush();
    }

    /** Writes the figures as JSON and a picture of the ratios. */
    void save(Path folder, Machine machine, Instant begun, PrintWriter screen) throws IOException {
        new Figures(benchmark, json(machine, begun), chart()).save(folder, screen);
    }

    private SequencedMap<String, List<Line>> results() {
        var results = new LinkedHashMap<String, List<Line>>();
        laps.forEach(
                (work, each) -> results.put(work, new Comparison(each.getFirst().contender(), each).lines()));
        return results;
    }

    /** How long a contender takes for a work, the median of the rounds. */
    double seconds(String work, String contender) {
        var each = laps.getOrDefault(work, List.of());
        return units(work)
                / new Comparison(each.getFirst().contender(), each)
                        .line(contender)
                        .perSecond();
    }

    private double units(String work) {
        return laps.getOrDefault(work, List.of()).getFirst().events();
    }

    private Map<String, Object> json(Machine machine, Instant begun) {
        return Map.of(
                "benchmark",
                benchmark,
                "begun",
                begun.toString(),
                "machine",
                machine,
                "settings",
                settings,
                "works",
                results());
    }

    private CategoryChart chart() {
        var chart = new CategoryChartBuilder()
                .width(1100)
                .height(560)
                .title(benchmark + ": " + settings)
                .yAxisTitle("log₁₀ of Caucus ÷ peer or limit: 0 is as fast, 1 ten times")
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(20);
        var names = new ArrayList<String>();
        var ratios = new ArrayList<Double>();
        results().forEach((work, lines) -> {
            names.add("%s ÷ %s: %.2g"
                    .formatted(
                            work, lines.getFirst().contender(), lines.getLast().ratio()));
            ratios.add(Math.log10(lines.getLast().ratio()));
        });
        chart.addSeries("ratio", names, ratios);
        return chart;
    }
}
