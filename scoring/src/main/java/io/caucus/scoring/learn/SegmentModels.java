package io.caucus.scoring.learn;

import io.caucus.scoring.evaluation.Probabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether segments would earn models of their own. None is served: this is the judgement alone.
 *
 * <p>It takes at least two segments with {@value Learner#LEAST_FOR_SEGMENT} outcomes of the rarer kind each, whose dynamics differ (the
 * highest rate of success more than 40 % above the lowest, or another column that moves the answer most), and models that have a log loss
 * lower by 15 % on the newest window. How long a success takes is not compared, and one window is one cycle: two would have to agree.
 *
 * @param candidates the segments with outcomes enough, by name
 * @param sentence for people: whether they would, and why not
 */
public record SegmentModels(List<Candidacy> candidates, String sentence) {

    private static final double APART = 0.4;
    private static final double BETTER = 0.15;

    /**
     * @param rate of success over all windows
     * @param leads the column that moves the answer most, in the newest window
     * @param logLossOfOne of the model of all, on the segment's rows of the newest window; NaN if it was not tried
     * @param logLoss of a model learned from the segment's rows alone
     */
    public record Candidacy(
            String segment, long outcomes, double rate, String leads, double logLossOfOne, double logLoss) {

        boolean isBetter() {
            return logLoss <= (1 - BETTER) * logLossOfOne;
        }
    }

    public SegmentModels {
        candidates = List.copyOf(candidates);
    }

    /** @param least outcomes of the rarer kind that each must have */
    static SegmentModels of(LearningTable table, Fitting fitting, LearnedScorer one, int[] places, int least) {
        int place = table.schema().inputs().stream().map(Column::role).toList().indexOf(Column.Role.SEGMENT);
        if (place < 0) {
            return new SegmentModels(
                    List.of(), "Whether segments would earn models of their own: no column names segments.");
        }
        var bySegment = bySegment(table.rows(), place);
        var large = new TreeMap<>(bySegment);
        large.values().removeIf(rows -> TimeSplit.rarer(rows) < least);
        if (large.size() < 2) {
            return new SegmentModels(List.of(), tooFew(bySegment, least));
        }
        var judge = new Judge(fitting, one, places, place);
        var candidates = new ArrayList<Candidacy>();
        large.forEach((segment, rows) -> candidates.add(judge.candidacy(segment, rows)));
        return new SegmentModels(candidates, verdict(candidates));
    }

    private static SortedMap<String, List<LearningTable.Row>> bySegment(List<LearningTable.Row> rows, int place) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> SegmentCalibration.segment(row.question(), place), TreeMap::new, Collectors.toList()));
    }

    private static String tooFew(SortedMap<String, List<LearningTable.Row>> bySegment, int least) {
        long most =
                bySegment.values().stream().mapToLong(TimeSplit::rarer).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "No segment earns a model of its own: it takes %,d outcomes of the rarer kind in each of two, and the"
                        + " most that one has is %,d.",
                least,
                most);
    }

    private static String verdict(List<Candidacy> candidates) {
        double highest = candidates.stream().mapToDouble(Candidacy::rate).max().orElseThrow();
        double lowest = candidates.stream().mapToDouble(Candidacy::rate).min().orElseThrow();
        boolean differ = highest > (1 + APART) * lowest
                || candidates.stream().map(Candidacy::leads).distinct().count() > 1;
        long better = candidates.stream().filter(Candidacy::isBetter).count();
        var found = String.format(
                Locale.ROOT,
                "%d segments have outcomes enough for models of their own; they succeed in %.1f %% to %.1f %%, so that"
                        + " dynamics %s; %d of their models have a log loss lower by 15 %%. ",
                candidates.size(),
                100 * lowest,
                100 * highest,
                differ ? "differ" : "do not differ",
                better);
        return found
                + (differ && better >= 2
                        ? "They would earn them, should a second cycle agree; one model serves."
                        : "They do not earn them; one model serves.");
    }

    /** What a model of a segment's own makes of its rows of the newest window, beside that of all. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Judge(Fitting fitting, LearnedScorer one, int[] places, int place) {

        Candidacy candidacy(String segment, List<LearningTable.Row> rows) {
            var split = fitting.split();
            var its = new TimeSplit(
                    of(segment, split.train()),
                    of(segment, split.calibrate()),
                    of(segment, split.test()),
                    split.wanted(),
                    split.embargo(),
                    0);
            boolean canTry = its.isUsable();
            return new Candidacy(
                    segment,
                    TimeSplit.rarer(rows),
                    (double) rows.stream().filter(LearningTable.Row::success).count() / rows.size(),
                    its.test().isEmpty() ? "" : leads(Learner.importance(one, its.test())),
                    canTry ? loss(one, its.test()) : Double.NaN,
                    canTry
                            ? loss(
                                    new Fitting(fitting.schema(), its, fitting.trainer(), fitting.seed()).fit(places),
                                    its.test())
                            : Double.NaN);
        }

        private List<LearningTable.Row> of(String segment, List<LearningTable.Row> rows) {
            return rows.stream()
                    .filter(row ->
                            SegmentCalibration.segment(row.question(), place).equals(segment))
                    .toList();
        }

        /** The segments' own column aside, which is the same for all rows of one. */
        private String leads(SortedMap<String, Double> importance) {
            var own = fitting.schema().inputs().get(place).name();
            return importance.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(own))
                    .max(Map.Entry.<String, Double>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        private static double loss(LearnedScorer scorer, List<LearningTable.Row> rows) {
            return new Probabilities(
                            rows.stream()
                                    .mapToDouble(row -> scorer.score(row).probability())
                                    .toArray(),
                            LearningTable.outcomes(rows))
                    .logLoss();
        }
    }
}
