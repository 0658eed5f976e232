package io.caucus.scoring.calibration;

import static io.caucus.scoring.calibration.CalibrationRows.independent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VennAbersTest {

    @Test
    void threeRowsTellLittle() {
        var table = VennAbers.fit(independent(new double[] {1, 2, 3}, new boolean[] {false, false, true}), 1);

        assertThat(table.of(2.5)).isEqualTo(new Calibrated(0, 0, 0.5, 1, 1));
        assertThat(table.of(2)).isEqualTo(new Calibrated(0, 0, 1 / 3.0, 0.5, 1));
        assertThat(table.of(9)).isEqualTo(new Calibrated(0, 0.5, 2 / 3.0, 1, 1));
    }

    @Test
    void aTableThatFallsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VennAbers(
                        new double[] {1},
                        new double[] {0.2, 0.1, 0.3},
                        new double[] {1, 1, 1},
                        new SamplingBand(new double[] {1}, new double[] {0}, new double[] {1})))
                .withMessage("step 1 is [0.1, 1.0], must lie in [0, 1] and not below the one before");
    }

    @Test
    void oneOutcomeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VennAbers.fit(independent(new double[] {1, 2}, new boolean[2]), 1))
                .withMessage("0 of 2 calibration rows are successes; both outcomes must occur");
    }

    @Test
    void manyRowsAreFittedWithoutSquaringThem() { // squared, they would not end in a test
        var rows = Rows.drawn(1, 300_000, Integer.MAX_VALUE);

        var table = VennAbers.fit(independent(rows.margin, rows.success), 1);

        assertThat(table.of(0).width()).isLessThan(0.1);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rows(double[] margin, boolean[] success) {

        /** @param grid how many different margins there may be */
        static Rows drawn(long seed, int count, int grid) {
            var random = new SplittableRandom(seed);
            double[] margin = new double[count];
            boolean[] success = new boolean[count];
            for (int row = 0; row < count; row++) {
                margin[row] = Math.floor(random.nextDouble() * grid) / grid * 4 - 2;
                success[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin[row]));
            }
            success[0] = true;
            success[1] = false;
            return new Rows(margin, success);
        }
    }

    /** The definition, word by word: add the row, and ask {@code max over a ≤ i of min over b ≥ i} of the mean from a to b. */
    private static double naive(Rows rows, double margin, boolean outcome) {
        int count = rows.margin.length;
        double[] margins = Arrays.copyOf(rows.margin, count + 1);
        boolean[] outcomes = Arrays.copyOf(rows.success, count + 1);
        margins[count] = margin;
        outcomes[count] = outcome;
        double[] distinct = Arrays.stream(margins).sorted().distinct().toArray();
        double[] rowsAt = new double[distinct.length];
        double[] successesAt = new double[distinct.length];
        IntStream.rangeClosed(0, count).forEach(row -> {
            int place = Arrays.binarySearch(distinct, margins[row]);
            rowsAt[place]++;
            successesAt[place] += outcomes[row] ? 1 : 0;
        });
        int at = Arrays.binarySearch(distinct, margin);
        double best = 0;
        for (int from = 0; from <= at; from++) {
            double least = 1;
            double sum = 0;
            double all = 0;
            for (int to = from; to < distinct.length; to++) {
                sum += successesAt[to];
                all += rowsAt[to];
                least = to >= at ? Math.min(least, sum / all) : least;
            }
            best = Math.max(best, least);
        }
        return best;
    }

    @Nested
    class OnAnyRows {

        static LongStream seeds() {
            return LongStream.rangeClosed(1, 200);
        }

        private static Rows rows(long seed) {
            return Rows.drawn(seed, (int) (2 + seed % 60), seed % 2 == 0 ? 12 : 1_000_000);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void theTableIsTheDefinition(long seed) {
            var rows = rows(seed);
            var table = VennAbers.fit(independent(rows.margin, rows.success), 1);

            for (double margin : queries(rows)) {
                assertThat(table.of(margin).p0()).isCloseTo(naive(rows, margin, false), within(1e-12));
                assertThat(table.of(margin).p1()).isCloseTo(naive(rows, margin, true), within(1e-12));
            }
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        void aHigherMarginIsNeverLessLikely(long seed) {
            var rows = rows(seed);
            var table = VennAbers.fit(independent(rows.margin, rows.success), 1);

            Calibrated before = table.of(-10);
            for (double margin = -3; margin < 3; margin += 0.01) {
                var now = table.of(margin);
                assertThat(now.p0()).isGreaterThanOrEqualTo(before.p0());
                assertThat(now.p1()).isGreaterThanOrEqualTo(before.p1());
                assertThat(now.low()).isGreaterThanOrEqualTo(before.low());
                assertThat(now.high()).isGreaterThanOrEqualTo(before.high());
                assertThat(now.probability()).isGreaterThanOrEqualTo(before.probability());
                before = now;
            }
        }

        private static double[] queries(Rows rows) {
            return Arrays.stream(rows.margin)
                    .flatMap(m -> Arrays.stream(new double[] {m, m + 1e-9, m - 1e-9}))
                    .toArray();
        }
    }
}
