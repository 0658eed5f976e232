package io.caucus.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** TRUTH-1: whether the graph of investors tells more of who will be acquired than a company's own row does. */
@Command(
        name = "TRUTH-1",
        description =
                "Says which companies are acquired within two years, with and without the graph of their investors.",
        mixinStandardHelpOptions = true)
final class LiftBench implements Callable<Integer> {

    private static final List<Double> PENALTIES = List.of(1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0);

    /** Tested before any of {@link #PAIRS} is; whatever has to be chosen is chosen on these. */
    private static final List<Pair> EARLIER =
            List.of(Pair.of("2005-07-01", "2008-01-01"), Pair.of("2006-01-01", "2008-07-01"));

    private static final List<Pair> PAIRS = List.of(
            Pair.of("2006-07-01", "2009-01-01"),
            Pair.of("2007-07-01", "2010-01-01"),
            Pair.of("2008-07-01", "2011-01-01"),
            Pair.of("2009-01-01", "2011-07-01"));

    private static final Choice FLAT = new Choice("flat: own row and rounds", true, List.of());
    private static final Choice WHOLE = new Choice(
            "flat + graph",
            true,
            Stream.of(InvestorColumns.EXITS, InvestorColumns.CENTRALITY, InvestorColumns.WALK)
                    .flatMap(List::stream)
                    .toList());
    private static final List<Choice> CHOICES = List.of(
            FLAT,
            new Choice("flat + exits of investors", true, InvestorColumns.EXITS),
            new Choice("flat + centrality of investors", true, InvestorColumns.CENTRALITY),
            new Choice("flat + walk from exits", true, InvestorColumns.WALK),
            new Choice("graph alone", false, WHOLE.graph()),
            WHOLE);

    private static final int DRAWS = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--data", description = "Folder that holds the data sets (${DEFAULT-VALUE}).")
    private Path data = Path.of("..", "shared", "data");

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Option(names = "--seed", description = "Of the samples drawn for the interval (${DEFAULT-VALUE}).")
    private long seed = 1;

    /** Learned at one date, tested at another, at least two years later, when the labels of the first are known. */
    private record Pair(LocalDate learned, LocalDate tested) {

        static Pair of(String learned, String tested) {
            return new Pair(LocalDate.parse(learned), LocalDate.parse(tested));
        }

        @Override
        public String toString() {
            return learned.toString().substring(0, 7) + " → "
                    + tested.toString().substring(0, 7);
        }
    }

    /** Which columns are used. */
    private record Choice(String name, boolean flat, List<String> graph) {

        Columns of(ExitSample sample) {
            var chosen = sample.graph().only(graph);
            return flat ? sample.flat().and(chosen) : chosen;
        }
    }

    @Override
    public Integer call() throws IOException {
        var startups = Startups.read(new TruthData(data, "crunchbase-2013", spec));
        var screen = spec.commandLine().getOut();
        screen.printf(
                "TRUTH-1: acquired within two years; %,d companies, %,d investments%n%n",
                startups.companies().size(), startups.investments().size());
        var samples = new TreeMap<LocalDate, ExitSample>();
        Stream.of(EARLIER, PAIRS)
                .flatMap(List::stream)
                .flatMap(pair -> Stream.of(pair.learned(), pair.tested()))
                .forEach(date -> samples.computeIfAbsent(date, at -> ExitSample.at(at, startups)));
        samples.values()
                .forEach(sample -> screen.printf(
                        "%s %,6d companies, %.1f %% acquired within two years%n",
                        sample.at(), sample.size(), 100 * sample.share()));
        double penalty = penalty(samples, screen);
        var rankings = new LinkedHashMap<Choice, List<Ranking>>();
        CHOICES.forEach(choice -> rankings.put(choice, rankings(choice, PAIRS, samples, penalty)));
        var interval = Interval.ofLift(of(WHOLE, rankings), of(FLAT, rankings), DRAWS, seed);
        print(screen, rankings, interval);
        screen.printf(
                "Flat with whichever penalty suits the tests themselves best: %.3f AUC%n",
                PENALTIES.stream()
                        .mapToDouble(other -> mean(rankings(FLAT, PAIRS, samples, other)))
                        .max()
                        .orElseThrow());
        new Figures("TRUTH-1", json(rankings, penalty, interval), chart(rankings)).save(out, screen);
        return 0;
    }

    /** The one that did best on the earlier pairs, flat and with the graph taken together: both get the same learner. */
    private static double penalty(SortedMap<LocalDate, ExitSample> samples, PrintWriter screen) {
        screen.printf("%nPenalty, chosen on %s: mean AUC%n%10s %8s %8s%n", EARLIER, "", "flat", "+ graph");
        var byAuc = new TreeMap<Double, Double>();
        for (double penalty : PENALTIES) {
            double flat = mean(rankings(FLAT, EARLIER, samples, penalty));
            double whole = mean(rankings(WHOLE, EARLIER, samples, penalty));
            screen.printf("%10.0f %8.4f %8.4f%n", penalty, flat, whole);
            byAuc.putIfAbsent(flat + whole, penalty);
        }
        return byAuc.lastEntry().getValue();
    }

    private static List<Ranking> rankings(
            Choice choice, List<Pair> pairs, SortedMap<LocalDate, ExitSample> samples, double penalty) {
        return pairs.stream()
                .map(pair -> ranking(choice, of(pair.learned(), samples), of(pair.tested(), samples), penalty))
                .toList();
    }

    private static Ranking ranking(Choice choice, ExitSample learned, ExitSample tested, double penalty) {
        var scores = Logistic.learned(choice.of(learned), learned.acquired(), penalty)
                .logOdds(choice.of(tested), tested.size());
        var ranking = new Ranking();
        for (int row = 0; row < scores.length; row++) {
            ranking.add(scores[row], tested.acquired().get(row));
        }
        return ranking;
    }

    private static <K, V> V of(K key, Map<K, V> map) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing for %s, only for %s".formatted(key, map.keySet()));
        }
        return value;
    }

    private static double mean(List<Ranking> rankings) {
        return rankings.stream().mapToDouble(Ranking::auc).average().orElseThrow();
    }

    private static double meanPrecision(List<Ranking> rankings) {
        return rankings.stream()
                .mapToDouble(Ranking::averagePrecision)
                .average()
                .orElseThrow();
    }

    private static void print(PrintWriter screen, Map<Choice, List<Ranking>> rankings, Interval interval) {
        screen.printf("%nAUC / average precision%n%-32s", "");
        PAIRS.forEach(pair -> screen.printf(" %18s", pair));
        screen.printf(" %14s%n", "mean");
        rankings.forEach((choice, tests) -> {
            screen.printf("%-32s", choice.name());
            tests.forEach(test -> screen.printf(" %10.3f / %.3f", test.auc(), test.averagePrecision()));
            screen.printf("  %.3f / %.3f%n", mean(tests), meanPrecision(tests));
        });
        screen.printf(
                "%nLift of the graph over flat: %.3f AUC, %.3f to %.3f in 95 of 100 samples of the companies%n",
                mean(of(WHOLE, rankings)) - mean(of(FLAT, rankings)), interval.low(), interval.high());
        screen.flush();
    }

    private static Map<String, Object> json(Map<Choice, List<Ranking>> rankings, double penalty, Interval interval) {
        var lines = new ArrayList<Map<String, Object>>();
        rankings.forEach((choice, tests) -> {
            for (int test = 0; test < tests.size(); test++) {
                lines.add(Map.of(
                        "columns", choice.name(),
                        "pair", PAIRS.get(test).toString(),
                        "auc", tests.get(test).auc(),
                        "averagePrecision", tests.get(test).averagePrecision()));
            }
        });
        return Map.of("benchmark", "TRUTH-1", "penalty", penalty, "liftInterval", interval, "tests", lines);
    }

    private static CategoryChart chart(Map<Choice, List<Ranking>> rankings) {
        var chart = new CategoryChartBuilder()
                .width(1000)
                .height(560)
                .title("TRUTH-1: acquired within two years")
                .yAxisTitle("AUC")
                .build();
        chart.getStyler().setYAxisMin(0.5);
        var names = PAIRS.stream().map(Pair::toString).toList();
        rankings.forEach((choice, tests) -> chart.addSeries(
                choice.name(), names, tests.stream().map(Ranking::auc).toList()));
        return chart;
    }
}
