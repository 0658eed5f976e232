package io.caucus.bench;

import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.features.committee.CommitteeStage;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.world.TrueStage.Standing;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Which stages were found of which were planted, beside counting heads and beside naming the commonest of all. */
final class StageFindings {

    private static final String CAUCUS = "Caucus";
    private static final String HEADS = "counting who is engaged";
    private static final String COMMONEST = "the commonest of all";
    private static final int FEWEST_PEOPLE = 3;
    private static final int FEWEST_FUNCTIONS = 2;

    private final SortedMap<Standing, SortedMap<String, Integer>> found = new TreeMap<>();
    private final SortedMap<Standing, Integer> byHeads = new TreeMap<>();

    /** One account. */
    void add(Standing planted, FeatureValue stage, CommitteeMap committee) {
        var name = stage instanceof FeatureValue.Category category ? category.name() : "none";
        found.computeIfAbsent(planted, first -> new TreeMap<>()).merge(name, 1, Integer::sum);
        byHeads.merge(planted, heads(committee).name().equals(planted.name()) ? 1 : 0, Integer::sum);
    }

    /** Without looking back, at seats, or at who moves whom. */
    private static CommitteeStage heads(CommitteeMap committee) {
        long functions = committee.engaged().stream()
                .map(Member::function)
                .filter(function -> function != JobFunction.UNKNOWN)
                .distinct()
                .count();
        if (committee.engaged().isEmpty()) {
            return CommitteeStage.UNAWARE;
        }
        return committee.engaged().size() >= FEWEST_PEOPLE && functions >= FEWEST_FUNCTIONS
                ? CommitteeStage.FORMING
                : CommitteeStage.SINGLE_THREADED;
    }

    private List<Row> rows() {
        return found.entrySet().stream()
                .map(stage -> new Row(
                        stage.getKey(), stage.getValue(), byHeads.getOrDefault(stage.getKey(), 0), isCommonest(stage)))
                .toList();
    }

    private boolean isCommonest(Map.Entry<Standing, SortedMap<String, Integer>> stage) {
        return found.entrySet().stream()
                .reduce((one, other) -> count(other) > count(one) ? other : one)
                .filter(stage::equals)
                .isPresent();
    }

    private static int count(Map.Entry<Standing, SortedMap<String, Integer>> stage) {
        return stage.getValue().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What was found where one stage was planted. */
    private record Row(Standing planted, SortedMap<String, Integer> found, int byHeads, boolean isCommonest) {

        int accounts() {
            return found.values().stream().mapToInt(Integer::intValue).sum();
        }

        SequencedMap<String, Integer> exact() {
            var exact = new LinkedHashMap<String, Integer>();
            exact.put(CAUCUS, found.getOrDefault(planted.name(), 0));
            exact.put(HEADS, byHeads);
            exact.put(COMMONEST, isCommonest ? accounts() : 0);
            return exact;
        }
    }

    /** The share of all accounts, by method. */
    SequencedMap<String, Double> exact() {
        double all = rows().stream().mapToInt(Row::accounts).sum();
        var exact = new LinkedHashMap<String, Double>();
        rows().forEach(row -> row.exact().forEach((method, right) -> exact.merge(method, right / all, Double::sum)));
        return exact;
    }

    void print(PrintWriter screen) {
        screen.printf("%n%-36s %8s%n", "stages", "exact");
        exact().forEach((method, share) -> screen.printf("%-36s %8.3f%n", method, share));
        screen.printf("%n%-18s %8s %8s  %s%n", "planted", "accounts", "exact", "found");
        rows().forEach(row -> screen.printf(
                "%-18s %,8d %8.3f  %s%n",
                row.planted(),
                row.accounts(),
                (double) row.exact().getOrDefault(CAUCUS, 0) / row.accounts(),
                row.found()));
    }

    Map<String, Object> json() {
        return Map.of("exact", exact(), "foundByPlanted", found);
    }

    CategoryChart chart(String title) {
        var chart = new CategoryChartBuilder()
                .width(1000)
                .height(560)
                .title(title)
                .yAxisTitle("share of accounts in the planted stage")
                .build();
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(1.0);
        chart.getStyler().setXAxisLabelRotation(20);
        var names = rows().stream()
                .map(row -> "%s (%d)".formatted(row.planted(), row.accounts()))
                .toList();
        exact().keySet()
                .forEach(method -> chart.addSeries(
                        method,
                        names,
                        rows().stream()
                                .map(row -> (double) row.exact().getOrDefault(method, 0) / row.accounts())
                                .toList()));
        return chart;
    }
}
