package io.caucus.bench;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Shares;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Whether probabilities keep their word, and whether their intervals hold the chance that was planted. */
final class ReliabilityFindings {

    private static final int TENTHS = 10;
    private static final int DRAWS = 1000;
    private static final double LARGEST_ERROR = 0.02;
    private static final double LEAST_COVERED = 0.9;

    private final List<ToldRow> rows;
    private final long seed;

    /** A tenth of the rows, by what they were told; means. */
    record Tenth(int rows, double told, double low, double high, double planted, double happened) {

        boolean isCovered() {
            return low <= planted && planted <= high;
        }
    }

    ReliabilityFindings(List<ToldRow> rows, long seed) {
        this.rows = rows.stream()
                .sorted(Comparator.comparingDouble(ToldRow::told).thenComparing(ToldRow::group))
                .toList();
        this.seed = seed;
    }

    /** Lowest first. Rows told the same are in one, so that there may be fewer. */
    List<Tenth> tenths() {
        var tenths = new ArrayList<Tenth>();
        for (int from = 0; from < rows.size(); ) {
            int tenth = from * TENTHS / rows.size() + 1;
            int to = Math.max(from + 1, Math.ceilDiv(tenth * rows.size(), TENTHS));
            while (to < rows.size() && rows.get(to).told() == rows.get(to - 1).told()) {
                to++;
            }
            tenths.add(tenth(rows.subList(from, to)));
            from = to;
        }
        return List.copyOf(tenths);
    }

    private static Tenth tenth(List<ToldRow> rows) {
        return new Tenth(
                rows.size(),
                mean(rows, ToldRow::told),
                mean(rows, ToldRow::low),
                mean(rows, ToldRow::high),
                mean(rows, ToldRow::planted),
                mean(rows, row -> row.success() ? 1 : 0));
    }

    private static double mean(List<ToldRow> rows, ToDoubleFunction<ToldRow> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Between what was told and what happened, by tenths. */
    double error() {
        return new Probabilities(told(), ToldRow.outcomes(rows)).calibrationError();
    }

    /** Between what was told and what was planted, by tenths: without the luck of the outcomes. */
    double errorAgainstTruth() {
        return tenths().stream()
                        .mapToDouble(tenth -> tenth.rows() * Math.abs(tenth.told() - tenth.planted()))
                        .sum()
                / rows.size();
    }

    /** What the error is when every row has just the chance that it was told: the mean, and above what 5 of 100 draws lie. */
    GroupBootstrap.Interval errorByLuck() {
        var random = new SplittableRandom(seed);
        double[] told = told();
        double[] errors = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var outcome = new boolean[told.length];
            for (int row = 0; row < outcome.length; row++) {
                outcome[row] = random.nextDouble() < told[row];
            }
            errors[draw] = new Probabilities(told, outcome).calibrationError();
        }
        Arrays.sort(errors);
        return new GroupBootstrap.Interval(
                Arrays.stream(errors).average().orElse(Double.NaN), errors[0], errors[(int) (DRAWS * 0.95)]);
    }

    private double[] told() {
        return rows.stream().mapToDouble(ToldRow::told).toArray();
    }

    /** The share of rows whose interval holds the chance of that very row. */
    GroupBootstrap.Interval coveredRows() {
        double covered = mean(rows, row -> row.low() <= row.planted() && row.planted() <= row.high() ? 1 : 0);
        return Shares.interval(
                covered, rows.stream().map(ToldRow::group).distinct().toList().size());
    }

    /** The share of rows in tenths whose mean interval holds the mean chance. */
    double coveredTenths() {
        return tenths().stream()
                        .filter(Tenth::isCovered)
                        .mapToDouble(Tenth::rows)
                        .sum()
                / rows.size();
    }

    private double width() {
        return mean(rows, row -> row.high() - row.low());
    }

    List<Goal> goals() {
        var luck = errorByLuck();
        var covered = coveredRows();
        return List.of(
                new Goal(
                        "calibration error, against what happened",
                        "%.4f (luck: %.4f, to %.4f)".formatted(error(), luck.value(), luck.high()),
                        "<= %.2f".formatted(LARGEST_ERROR),
                        error() <= LARGEST_ERROR),
                new Goal(
                        "calibration error, against what was planted",
                        "%.4f".formatted(errorAgainstTruth()),
                        "<= %.2f".formatted(LARGEST_ERROR),
                        errorAgainstTruth() <= LARGEST_ERROR),
                new Goal(
                        "interval holds the row's own chance (mean width %.3f)".formatted(width()),
                        "%.3f [%.3f, %.3f]".formatted(covered.value(), covered.low(), covered.high()),
                        ">= %.2f".formatted(LEAST_COVERED),
                        covered.value() >= LEAST_COVERED),
                new Goal(
                        "interval holds the mean chance of rows told the like",
                        "%.3f of rows, in %d tenths".formatted(coveredTenths(), tenths().size()),
                        ">= %.2f".formatted(LEAST_COVERED),
                        coveredTenths() >= LEAST_COVERED));
    }

    void print(PrintWriter screen, String window) {
        screen.printf("%n%s%n%8s %8s %8s %8s %8s %9s%n", window, "rows", "told", "low", "high", "planted", "happened");
        tenths().forEach(tenth -> screen.printf(
                "%,8d %8.3f %8.3f %8.3f %8.3f %9.3f%n",
                tenth.rows(), tenth.told(), tenth.low(), tenth.high(), tenth.planted(), tenth.happened()));
    }

    Map<String, Object> json() {
        var luck = errorByLuck();
        var json = new LinkedHashMap<String, Object>();
        json.put("rows", rows.size());
        json.put("error", error());
        json.put("errorByLuck", luck.value());
        json.put("errorByLuck95", luck.high());
        json.put("errorAgainstTruth", errorAgainstTruth());
        json.put("coveredRows", coveredRows());
        json.put("coveredTenths", coveredTenths());
        json.put("meanWidth", width());
        json.put("tenths", tenths());
        return json;
    }

    CategoryChart chart(String title) {
        var chart = new CategoryChartBuilder()
                .width(1000)
                .height(560)
                .title(title)
                .xAxisTitle("tenths of the newest window, by what they were told")
                .yAxisTitle("share won within 90 days")
                .build();
        var names = tenths().stream()
                .map(tenth -> "%.2f-%.2f".formatted(tenth.low(), tenth.high()))
                .toList();
        add(chart, "told", names, Tenth::told);
        add(chart, "planted", names, Tenth::planted);
        add(chart, "happened", names, Tenth::happened);
        return chart;
    }

    private void add(CategoryChart chart, String name, List<String> names, ToDoubleFunction<Tenth> figure) {
        chart.addSeries(
                name, names, tenths().stream().map(figure::applyAsDouble).toList());
    }
}
