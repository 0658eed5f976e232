package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.LogOdds;
import io.caucus.scoring.calibration.Calibrated;
import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.learn.SegmentCalibration.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentCalibratorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final TableSchema SCHEMA = SchemaFile.parse("s.yaml", """
        target: it sells
        horizon_days: 1
        columns:
          id: {role: id}
          at: {role: cutoff}
          won: {role: label}
          margin: {type: number}
          source: {role: segment}
        """);

    /** A segment, how many rows of it there are, and by how much its log-odds lie beside the margin. */
    private record Drawn(String segment, int rows, double shift) {}

    private static List<LearningTable.Row> rows(long seed, Drawn... segments) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<LearningTable.Row>();
        for (Drawn drawn : segments) {
            for (int row = 0; row < drawn.rows(); row++) {
                double margin = random.nextGaussian();
                boolean success = random.nextDouble() < LogOdds.toProbability(margin + drawn.shift());
                var at = START.plus(Duration.ofMinutes(random.nextInt(100_000)));
                rows.add(row(drawn.segment() + row, at, margin, drawn.segment(), success));
            }
        }
        rows.sort(LearningTable.OLDEST_FIRST);
        return rows;
    }

    private static LearningTable.Row row(
            String id, Instant at, double margin, @Nullable String segment, boolean success) {
        return new LearningTable.Row(
                new Question(id, at, new double[] {margin, Double.NaN}, new String[] {null, segment}),
                id,
                success,
                success,
                Optional.empty(),
                new boolean[2],
                Optional.empty(),
                Double.NaN,
                false);
    }

    private static double margin(LearningTable.Row row) {
        return row.numbers()[0];
    }

    private static Calibration ofAll(List<LearningTable.Row> rows) {
        return Calibration.fit(LearningTable.toCalibrate(rows, SegmentCalibratorTest::margin), 1);
    }

    private static SegmentCalibrator fit(List<LearningTable.Row> rows) {
        return SegmentCalibrator.of(SCHEMA, new int[] {0, 1}, rows, SegmentCalibratorTest::margin, ofAll(rows), 1)
                .orElseThrow();
    }

    private static Calibrated told(SegmentCalibrator fitted, Calibration ofAll, LearningTable.Row row) {
        return fitted.calibration().of(ofAll, margin(row), row.question());
    }

    private static Step step(SegmentCalibrator fitted, String segment) {
        return Objects.requireNonNull(fitted.calibration().steps().get(segment), segment);
    }

    private static double shift(SegmentCalibrator fitted, String segment) {
        return step(fitted, segment) instanceof Step.Pooled pooled ? pooled.shift() : 0;
    }

    /** Six segments that differ, of which two are large. */
    private static Drawn[] differing(int small) {
        return new Drawn[] {
            new Drawn("large up", 1500, 1.2),
            new Drawn("large down", 1500, -1.2),
            new Drawn("small up", small, 1),
            new Drawn("small down", small, -1),
            new Drawn("tiny up", small / 10, 1),
            new Drawn("none", small, 0)
        };
    }

    @Test
    void aLargeSegmentThatDiffersHasItsOwnAndASmallOneIsMoved() {
        var fitted = fit(rows(1, differing(100)));

        assertThat(step(fitted, "large up")).isInstanceOf(Step.Own.class);
        assertThat(step(fitted, "large down")).isInstanceOf(Step.Own.class);
        assertThat(shift(fitted, "small up")).isGreaterThan(0.3);
        assertThat(shift(fitted, "small down")).isLessThan(-0.3);
        assertThat(fitted.trials())
                .extracting(SegmentCalibrator.Trial::kind)
                .containsExactlyInAnyOrder("own", "own", "pooled", "pooled", "pooled", "pooled");
    }

    /** Two hundred of either kind are asked for, in the calibration window. */
    @Test
    void belowTwoHundredOfEitherKindNoneHasItsOwn() {
        var fitted = fit(rows(1, new Drawn("a", 390, 1.5), new Drawn("b", 390, -1.5)));

        assertThat(fitted.calibration().steps().values()).noneMatch(Step.Own.class::isInstance);
    }

    @Test
    void theFewerRowsTheLessASegmentMoves() {
        double tiny = 0;
        double small = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var fitted = fit(rows(seed, differing(100)));
            tiny += shift(fitted, "tiny up") / 20;
            small += shift(fitted, "small up") / 20;
        }

        assertThat(tiny).isBetween(0.2, small - 0.1);
        assertThat(small).isLessThan(1.1);
    }

    @Test
    void onFreshRowsSegmentsKeepTheirWordWhereThatOfAllBreaksIt() {
        var rows = rows(1, differing(300));
        var ofAll = ofAll(rows);
        var fitted = fit(rows);

        for (Drawn drawn : differing(300)) {
            if (drawn.rows() < 300) {
                continue;
            }
            var fresh = rows(99, new Drawn(drawn.segment(), 20_000, drawn.shift()));
            double happened =
                    (double) fresh.stream().filter(LearningTable.Row::success).count() / fresh.size();
            double told = fresh.stream()
                    .mapToDouble(row -> told(fitted, ofAll, row).probability())
                    .average()
                    .orElseThrow();
            assertThat(told).as(drawn.segment()).isCloseTo(happened, within(0.06));
        }
    }

    @Test
    void anUnseenSegmentKeepsTheProbabilityOfAllWithAWiderInterval() {
        for (Drawn[] drawn : List.of(
                differing(100), new Drawn[] {new Drawn("a", 900, 0), new Drawn("b", 900, 0), new Drawn("c", 300, 0)})) {
            var rows = rows(1, drawn);
            var ofAll = ofAll(rows);
            var fitted = fit(rows);
            for (double margin = -3; margin <= 3; margin += 0.25) {
                var unseen = told(fitted, ofAll, row("x", START, margin, "nobody saw it", false));

                assertThat(unseen.probability()).isEqualTo(ofAll.of(margin).probability());
                assertThat(unseen.width()).isGreaterThan(ofAll.of(margin).width());
            }
        }
        var far = fit(rows(1, differing(100))).calibration().unseenDeviation();
        assertThat(far).as("segments lie 1.2 apart from the middle").isBetween(0.8, 3.0);
    }

    @Test
    void whereSegmentsDoNotDifferAllHaveTheSameToTheBit() {
        int moved = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var rows = rows(seed, new Drawn("a", 150, 0), new Drawn("b", 150, 0), new Drawn("c", 150, 0));
            var fitted = fit(rows);
            var ofAll = ofAll(rows);
            if (fitted.calibration().keepsOrder()) {
                assertThat(rows)
                        .allSatisfy(row -> assertThat(told(fitted, ofAll, row)).isEqualTo(ofAll.of(margin(row))));
            } else {
                moved++;
            }
        }

        assertThat(moved).isLessThan(20);
    }

    @Test
    void aMissingSegmentIsOneToo() {
        var rows = rows(1, new Drawn("a", 300, 0.5));
        for (LearningTable.Row row : rows(2, new Drawn("b", 300, -0.5))) {
            rows.add(row(row.id(), row.cutoff(), margin(row), null, row.success()));
        }
        rows.sort(LearningTable.OLDEST_FIRST);

        assertThat(fit(rows).calibration().steps()).containsOnlyKeys("a", SegmentCalibration.NONE);
    }

    @Test
    void withoutTwoSegmentsThereIsNothingToFit() {
        var rows = rows(1, new Drawn("a", 300, 0.5));

        assertThat(SegmentCalibrator.of(SCHEMA, new int[] {0, 1}, rows, SegmentCalibratorTest::margin, ofAll(rows), 1))
                .isEmpty();
        var two = rows(1, new Drawn("a", 300, 0.5), new Drawn("b", 300, 0.5));
        assertThat(SegmentCalibrator.of(SCHEMA, new int[] {0}, two, SegmentCalibratorTest::margin, ofAll(two), 1))
                .as("a column that the model does not read")
                .isEmpty();
    }

    @Test
    void rowsOfOneGroupAreOneWitness() {
        var rows = rows(1, differing(100));
        var grouped = rows.stream()
                .map(row -> new LearningTable.Row(
                        row.question(),
                        row.words()[1] + " " + row.cutoff().toEpochMilli() % 7,
                        row.success(),
                        row.success(),
                        row.outcome(),
                        row.learnedAfter(),
                        row.rulesScore(),
                        row.amount(),
                        row.handRaiser()))
                .toList();

        assertThat(Math.abs(shift(fit(grouped), "small up"))).isLessThan(shift(fit(rows), "small up"));
    }

    @Nested
    class OnAnyRows {

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
        void oneOfItsOwnServesOnlyWhereItWasNoWorseOnHeldOutRows(long seed) {
            double shift = seed % 4 * 0.15;
            var fitted =
                    fit(rows(seed, new Drawn("a", 900, shift), new Drawn("b", 900, -shift), new Drawn("c", 60, 0)));

            assertThat(fitted.trials()).hasSize(3).allSatisfy(trial -> {
                assertThat(step(fitted, trial.segment()) instanceof Step.Own)
                        .isEqualTo(trial.kind().equals("own"));
                if (trial.heldOut() > 0) {
                    assertThat(trial.kind().equals("own")).isEqualTo(trial.logLoss() <= trial.logLossOfAll());
                } else {
                    assertThat(trial.kind()).isNotEqualTo("own");
                }
            });
        }

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void whatIsToldRisesWithTheMarginWithinASegment(long seed) {
            var rows = rows(seed, differing(200));
            var ofAll = ofAll(rows);
            var fitted = fit(rows);
            for (Drawn drawn : differing(200)) {
                double before = 0;
                for (double margin = -4; margin <= 4; margin += 0.1) {
                    double told = told(fitted, ofAll, row("x", START, margin, drawn.segment(), false))
                            .probability();
                    assertThat(told).isGreaterThanOrEqualTo(before - 1e-12);
                    before = told;
                }
            }
        }
    }
}
