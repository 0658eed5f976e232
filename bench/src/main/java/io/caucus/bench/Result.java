package io.caucus.bench;

import io.caucus.bench.Comparison.Line;
import io.caucus.bench.Growth.Slice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** What one benchmark found, for people, programs and documents. */
record Result(
        String benchmark,
        Instant begun,
        Machine machine,
        String database,
        String settings,
        List<Line> lines,
        List<Slice> growth) {

    void print(PrintWriter screen) {
        screen.printf(
                "%n%s: %s%n%s, %d cores, load %.1f at the start; %s; Java %s%n%n",
                benchmark, settings, machine.processor(), machine.cores(), machine.load(), database, machine.java());
        screen.printf("%-24s %12s %8s   %s%n", "", "events/s", "ratio", "lowest to highest of the rounds");
        lines.forEach(line -> screen.printf(
                "%-24s %,12.0f %8.2f   %.2f to %.2f%n",
                line.contender(), line.perSecond(), line.ratio(), line.lowest(), line.highest()));
        screen.flush();
    }

    /** Writes the figures as JSON and a picture of the rates. */
    void save(Path folder, PrintWriter screen) throws IOException {
        new Figures(benchmark, asJson(), chart()).save(folder, screen);
    }

    private Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("benchmark", benchmark);
        json.put("begun", begun.toString());
        json.put("machine", machine);
        json.put("database", database);
        json.put("settings", settings);
        json.put("contenders", lines);
        json.put("growth", growth);
        return json;
    }

    private CategoryChart chart() {
        var chart = new CategoryChartBuilder()
                .width(800)
                .height(480)
                .title(benchmark + ": " + settings)
                .yAxisTitle("events/s, median of the rounds")
                .build();
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLegendVisible(false);
        var names = new ArrayList<String>();
        var rates = new ArrayList<Double>();
        lines.forEach(line -> {
            names.add(line.contender());
            rates.add((double) Math.round(line.perSecond()));
        });
        chart.addSeries("events/s", names, rates);
        return chart;
    }
}
