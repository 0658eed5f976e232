package io.caucus.bench;

import io.caucus.scoring.learn.Drift;
import io.caucus.scoring.learn.LearnedScorer;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.Reference;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Which columns the drift report names, month by month.
 *
 * <p>Against training it names what the world does anyway, too: its months are not alike. So what was planted is also looked at by
 * itself. Half of the accounts, as they would be had nobody changed their ways, are what the other half is held against: as it is, and as
 * it would be, of which nothing should be named.
 */
final class DriftFindings {

    private final List<Window> windows = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * The rows of one month's end, held against those learned from.
     *
     * @param isAfter whether the planted drift had begun
     */
    record Window(String month, int rows, boolean isAfter, int columns, List<String> named) {}

    /**
     * One month's end after the planted drift had begun.
     *
     * @param drifted columns named of accounts as they are
     * @param same columns named of the same accounts as if nobody had changed their ways
     */
    record Pair(String month, int rows, int columns, List<String> drifted, List<String> same) {

        /** Named for the drift, and for nothing else. */
        private long byDrift() {
            return drifted.stream().filter(column -> !same.contains(column)).count();
        }
    }

    /** @param rows those whose outcomes are not known yet among them: drift asks for none */
    DriftFindings(LearningTable rows, Reference training, Instant learnedUntil, Instant began) {
        byMonth(rows).forEach((cutoff, its) -> {
            if (cutoff.isAfter(learnedUntil)) {
                var drift = Drift.of(training, its);
                windows.add(new Window(
                        month(cutoff),
                        its.size(),
                        cutoff.isAfter(began),
                        drift.columns().size(),
                        drift.drifted()));
            }
        });
    }

    /** @param undone the rows after the drift began, as if nobody had changed their ways */
    void holdAgainst(LearningTable undone, LearningTable rows, LearnedScorer scorer) {
        var asTheyAre = byMonth(rows);
        byMonth(undone).forEach((cutoff, its) -> {
            var reference = Reference.of(scorer.encoding(), half(its, 0));
            var drifted = Drift.of(reference, half(asTheyAre.getOrDefault(cutoff, List.of()), 1));
            var same = Drift.of(reference, half(its, 1));
            pairs.add(new Pair(month(cutoff), its.size(), drifted.columns().size(), drifted.drifted(), same.drifted()));
        });
    }

    private static SortedMap<Instant, List<LearningTable.Row>> byMonth(LearningTable rows) {
        return rows.rows().stream()
                .collect(Collectors.groupingBy(LearningTable.Row::cutoff, TreeMap::new, Collectors.toList()));
    }

    /** Such as 2026-07. */
    private static String month(Instant cutoff) {
        return YearMonth.from(cutoff.atOffset(ZoneOffset.UTC)).toString();
    }

    private static List<LearningTable.Row> half(List<LearningTable.Row> rows, int which) {
        return rows.stream()
                .filter(row -> Math.floorMod(row.group().hashCode(), 2) == which)
                .toList();
    }

    List<Goal> goals() {
        var after = windows.stream().filter(Window::isAfter).toList();
        var before = windows.stream().filter(window -> !window.isAfter()).toList();
        return List.of(
                new Goal(
                        "drift named in the first two months after it began",
                        "%s of %d columns (before: %s)"
                                .formatted(
                                        counts(after, window -> window.named().size()),
                                        columns(),
                                        counts(before, window -> window.named().size())),
                        "some",
                        after.stream().anyMatch(window -> !window.named().isEmpty())),
                new Goal(
                        "the planted drift by itself",
                        counts(pairs, Pair::byDrift),
                        "some",
                        pairs.stream().anyMatch(pair -> pair.byDrift() > 0)),
                new Goal(
                        "the same months without it",
                        counts(pairs, pair -> pair.same().size()),
                        "none",
                        pairs.stream().allMatch(pair -> pair.same().isEmpty())));
    }

    private int columns() {
        return windows.stream().mapToInt(Window::columns).max().orElse(0);
    }

    private static <M> String counts(List<M> months, ToLongFunction<M> named) {
        return months.stream()
                .map(month -> Long.toString(named.applyAsLong(month)))
                .collect(Collectors.joining(", "));
    }

    void print(PrintWriter screen) {
        pairs.forEach(pair -> screen.printf(
                "%s, the planted drift by itself: %s named; without it: %s%n",
                pair.month(), pair.drifted(), pair.same()));
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }
}
