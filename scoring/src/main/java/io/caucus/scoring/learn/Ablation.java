package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What each family of columns adds: the model that serves, beside what the same way of learning makes of all the other columns on the
 * same windows, both judged on the newest.
 *
 * <p>What two families tell alike neither adds alone, so that parts need not sum to anything.
 *
 * @param parts those that add most first; equal ones by name
 * @param notDone why there are none; empty if there are
 */
public record Ablation(List<Part> parts, Optional<String> notDone) {

    /** More families than that are tried only where they are asked for. */
    public static final int MOST_FAMILIES = 20;

    /** Where no column has a family, so many columns are tried one by one. */
    private static final int MOST_COLUMNS = 10;

    private static final String NO_FAMILY = "columns of no family";

    /** Whether to do it. */
    public enum Extent {
        ALWAYS,
        /** With at most {@link #MOST_FAMILIES} families. */
        WHERE_QUICK,
        NEVER
    }

    /**
     * @param averagePrecision of the model that serves less that of the one without the family, with its 95 % interval over groups,
     *     paired
     * @param logLoss of the one without it less that of the model that serves: above 0 it helps, too
     */
    public record Part(String family, List<String> columns, Interval averagePrecision, Interval logLoss) {

        public Part {
            columns = List.copyOf(columns);
        }

        /** For people: whether it adds anything. */
        public String sentence() {
            var gain = averagePrecision;
            var range = String.format(Locale.ROOT, "95 %% [%.3f, %.3f]", gain.low(), gain.high());
            if (gain.isAbove(0)) {
                return String.format(Locale.ROOT, "adds %.3f of average precision, %s", gain.value(), range);
            }
            return gain.high() < 0
                    ? String.format(Locale.ROOT, "takes %.3f of average precision away, %s", -gain.value(), range)
                    : String.format(
                            Locale.ROOT,
                            "adds nothing beyond noise: %+.3f of average precision, %s",
                            gain.value(),
                            range);
        }
    }

    public Ablation {
        parts = List.copyOf(parts);
    }

    /**
     * @param serves what it makes of all columns
     * @param places of the columns it was made of
     * @param importance of each column, by which those to try are chosen where there are no families
     */
    static Ablation of(
            Fitting fitting,
            LearnedScorer serves,
            int[] places,
            SortedMap<String, Double> importance,
            Extent extent,
            long seed) {
        if (extent == Extent.NEVER) {
            return none("not asked for");
        }
        var families = families(fitting.schema(), places, importance);
        if (extent == Extent.WHERE_QUICK && families.size() > MOST_FAMILIES) {
            return none("%s families of columns, more than %s; --ablation tries them all the same"
                    .formatted(families.size(), MOST_FAMILIES));
        }
        var judge = new Judge(fitting.split(), serves, seed);
        var parts = new ArrayList<Part>();
        families.forEach((family, its) -> {
            int[] others =
                    Arrays.stream(places).filter(place -> !its.contains(place)).toArray();
            var without = others.length == 0 ? judge.constant() : judge.told(fitting.fit(others));
            parts.add(judge.part(family, names(fitting.schema(), its), without));
        });
        parts.sort(Comparator.<Part>comparingDouble(
                        part -> -part.averagePrecision().value())
                .thenComparing(Part::family));
        return new Ablation(parts, Optional.empty());
    }

    static Ablation none(String why) {
        return new Ablation(List.of(), Optional.of(why));
    }

    private static List<String> names(TableSchema schema, List<Integer> places) {
        return places.stream().map(place -> schema.inputs().get(place).name()).toList();
    }

    private static SortedMap<String, List<Integer>> families(
            TableSchema schema, int[] places, SortedMap<String, Double> importance) {
        var columns = schema.inputs();
        boolean hasFamilies = IntStream.of(places)
                .anyMatch(place -> columns.get(place).family().isPresent());
        if (hasFamilies) {
            return IntStream.of(places)
                    .boxed()
                    .collect(Collectors.groupingBy(
                            place -> columns.get(place).family().orElse(NO_FAMILY), TreeMap::new, Collectors.toList()));
        }
        return IntStream.of(places)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place ->
                                -importance.getOrDefault(columns.get(place).name(), 0.0))
                        .thenComparing(place -> place))
                .limit(MOST_COLUMNS)
                .collect(Collectors.groupingBy(place -> columns.get(place).name(), TreeMap::new, Collectors.toList()));
    }

    /** The newest window, as the model that serves sees it. */
    private static final class Judge {

        private final List<LearningTable.Row> rows;
        private final boolean[] outcome;
        private final GroupBootstrap bootstrap;
        private final Told serves;
        private final double baseRate;

        Judge(TimeSplit split, LearnedScorer scorer, long seed) {
            rows = split.test();
            outcome = LearningTable.outcomes(rows);
            bootstrap = new GroupBootstrap(LearningTable.groups(rows), Judgement.DRAWS, seed);
            serves = told(scorer);
            var train = LearningTable.outcomes(split.train());
            double[] once = new double[train.length];
            Arrays.fill(once, 1);
            baseRate = Judgement.rate(train, once);
        }

        /** What a model makes of the rows. */
        private record Told(Ranking ranking, Probabilities probabilities) {}

        Told told(LearnedScorer scorer) {
            return told(
                    rows.stream().mapToDouble(scorer::order).toArray(),
                    rows.stream()
                            .mapToDouble(row -> scorer.score(row).probability())
                            .toArray());
        }

        private Told told(double[] order, double[] probability) {
            return new Told(new Ranking(order, outcome), new Probabilities(probability, outcome));
        }

        /** Where no column is left: the rate in training for everybody. */
        Told constant() {
            double[] same = new double[rows.size()];
            Arrays.fill(same, baseRate);
            return told(same, same);
        }

        Part part(String family, List<String> columns, Told without) {
            return new Part(
                    family,
                    columns,
                    bootstrap.of(weight -> serves.ranking().averagePrecision(weight)
                            - without.ranking().averagePrecision(weight)),
                    bootstrap.of(weight -> without.probabilities().logLoss(weight)
                            - serves.probabilities().logLoss(weight)));
        }
    }
}
