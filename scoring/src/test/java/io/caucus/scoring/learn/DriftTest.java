package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final TableSchema SCHEMA = SchemaFile.parse("s.yaml", """
        target: it sells
        horizon_days: 1
        columns:
          id: {role: id}
          at: {role: cutoff}
          won: {role: label}
          size: {type: number}
          kind: {type: category}
          warm: {type: flag}
          seen: {type: date}
        """);

    /** How new rows differ. */
    private record Change(double size, double newWord, double missing) {
        static final Change NONE = new Change(0, 0, 0);
    }

    private static List<LearningTable.Row> rows(int count, long seed, Change change, IntFunction<String> group) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<LearningTable.Row>();
        for (int row = 0; row < count; row++) {
            double size = random.nextDouble() < change.missing() ? Double.NaN : random.nextGaussian() + change.size();
            var kind = random.nextDouble() < change.newWord() ? "new" : "kind-" + random.nextInt(4);
            double[] numbers = {size, Double.NaN, random.nextInt(2), random.nextInt(90)};
            var question = new Question(
                    "r" + row, START.plus(Duration.ofHours(row)), numbers, new String[] {null, kind, null, null});
            rows.add(new LearningTable.Row(
                    question,
                    group.apply(row),
                    random.nextBoolean(),
                    false,
                    Optional.empty(),
                    new boolean[4],
                    Optional.empty(),
                    Double.NaN,
                    false));
        }
        return rows;
    }

    private static List<LearningTable.Row> rows(int count, long seed, Change change) {
        return rows(count, seed, change, row -> "g" + row);
    }

    private static Drift drift(List<LearningTable.Row> then, List<LearningTable.Row> now) {
        var encoding = Encoding.learn(SCHEMA, new int[] {0, 1, 2, 3}, then);
        return Drift.of(Reference.of(encoding, then), now);
    }

    @Test
    void columnsThatMovedAreNamedAndNoOthers() {
        var drift = drift(rows(3000, 1, Change.NONE), rows(1000, 2, new Change(0.5, 0, 0)));

        assertThat(drift.drifted()).containsExactly("size");
        assertThat(drift.columns().getFirst().index())
                .isGreaterThan(drift.columns().getFirst().threshold());
        assertThat(drift.sentence())
                .isEqualTo("1 of 4 columns drifted further from training than luck explains with 3,000 and 1,000"
                        + " witnesses: size.");
    }

    @Test
    void aWordNobodyHadAndValuesThatWentMissingAreDrift() {
        assertThat(drift(rows(3000, 1, Change.NONE), rows(1000, 2, new Change(0, 0.1, 0)))
                        .drifted())
                .containsExactly("kind");
        assertThat(drift(rows(3000, 1, Change.NONE), rows(1000, 2, new Change(0, 0, 0.1)))
                        .drifted())
                .containsExactly("size");
    }

    /** A moved mean of half a deviation: −½·(0.5)² twice, the integral of (q − p)·ln(q/p), less what ten bins lose of it. */
    @Test
    void theIndexIsThatOfTheDefinition() {
        var drift = drift(rows(40_000, 1, Change.NONE), rows(40_000, 2, new Change(0.5, 0, 0)));

        assertThat(drift.columns().getFirst().index()).isBetween(0.22, 0.25);
    }

    /** Without drift the index is chi-square over 1/n + 1/m: nine bins less one for ten tenths. */
    @Test
    void withoutDriftTheIndexIsAsLargeAsTheSizesExplain() {
        double sum = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var drift = drift(rows(1000, 2 * seed, Change.NONE), rows(400, 2 * seed + 1, Change.NONE));
            sum += drift.columns().stream()
                    .filter(part -> part.column().equals("size"))
                    .findFirst()
                    .orElseThrow()
                    .index();
        }

        assertThat(sum / 200).isCloseTo((1 / 1000.0 + 1 / 400.0) * 9, within(0.002));
    }

    @ParameterizedTest(name = "{0} new rows")
    @ValueSource(ints = {60, 400, 3000})
    void withoutDriftColumnsAreNamedInOneOfTwentyTablesOrLess(int newRows) {
        int named = 0;
        for (long seed = 1; seed <= 300; seed++) {
            var drift = drift(rows(1500, 2 * seed, Change.NONE), rows(newRows, 2 * seed + 1, Change.NONE));
            named += drift.drifted().isEmpty() ? 0 : 1;
        }

        assertThat(named).isLessThanOrEqualTo(26); // 15 expected; more than 26 in one of 200 such counts
    }

    @Test
    void groupsAreWitnessesNotRows() {
        var then = rows(3000, 1, Change.NONE, row -> "g" + row / 50);
        var now = rows(1000, 2, new Change(0.3, 0, 0), row -> "h" + row / 50);

        assertThat(drift(then, now).drifted()).isEmpty();
        assertThat(drift(rows(3000, 1, Change.NONE), rows(1000, 2, new Change(0.3, 0, 0)))
                        .drifted())
                .containsExactly("size");
    }

    @Test
    void withTooFewRowsNothingIsSaid() {
        assertThat(drift(rows(100, 1, Change.NONE), rows(3, 2, Change.NONE)).sentence())
                .isEqualTo("Whether columns drifted is too few to say with 100 and 3 witnesses.");
    }
}
