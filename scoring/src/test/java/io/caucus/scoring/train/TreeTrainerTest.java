package io.caucus.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.model.BoostedTrees;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class TreeTrainerTest {

    private static final TreeTrainer TRAINER = new TreeTrainer(60, 4, 0.1, 7);

    /** What the library itself says of rows that were not trained on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Native(BoostedTrees trees, float[][] margins, float[][] contributions) {}

    private static Native nativeOf(TrainingRows rows, double[][] others) {
        return TRAINER.withBooster(rows, booster -> {
            float base = TreeTrainer.base(rows);
            var matrix = TreeTrainer.matrix(others, rows.inputs(), base);
            return new Native(
                    TreeDump.read(booster, rows.inputs(), base),
                    booster.predict(matrix, true),
                    booster.predictContrib(matrix, 0));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void marginsAreTheLibrarysToTheBit(long seed) throws XGBoostError {
        double[][] others = DrawnRows.of(3000, seed + 100).values();

        var known = nativeOf(DrawnRows.of(2000, seed), others);

        for (int row = 0; row < others.length; row++) {
            assertThat(known.trees().floatMargin(others[row])).isEqualTo(known.margins()[row][0]);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void contributionsAreTheLibrarysAndAddUp(long seed) {
        double[][] others = DrawnRows.of(500, seed + 100).values();

        var known = nativeOf(DrawnRows.of(2000, seed), others);

        for (int row = 0; row < others.length; row++) {
            var explanation = known.trees().explain(others[row]);
            for (int input = 0; input < DrawnRows.INPUTS; input++) {
                assertThat(explanation.contributions()[input])
                        .isCloseTo(known.contributions()[row][input], within(1e-5));
            }
            assertThat(explanation.base()).isCloseTo(known.contributions()[row][DrawnRows.INPUTS], within(1e-5));
            assertThat(explanation.margin()).isCloseTo(known.trees().margin(others[row]), within(1e-9));
        }
    }

    @Test
    void sameRowsGiveTheSameBits() {
        var rows = DrawnRows.of(1000, 5);

        var once = TRAINER.train(rows).nodes();
        var again = TRAINER.train(rows).nodes();

        assertThat(again.value()).isEqualTo(once.value());
        assertThat(again.split()).isEqualTo(once.split());
    }

    @Test
    void anInputBoundToFallNeverRaises() {
        var rows = DrawnRows.of(2000, 9);
        int[] falling = {-1, 0, 0, 0, 0, 0}; // against the truth, where it rises

        var free = TRAINER.train(rows);
        var bound =
                TRAINER.train(new TrainingRows(rows.names(), falling, rows.values(), rows.success(), rows.weight()));

        assertThat(rises(free)).isTrue();
        assertThat(rises(bound)).isFalse();
    }

    private static boolean rises(BoostedTrees trees) {
        double before = Double.POSITIVE_INFINITY;
        boolean rises = false;
        for (double x = -3; x <= 3; x += 0.1) {
            double margin = trees.margin(new double[] {x, 0, 0, 0, 0, 0});
            rises |= margin > before;
            before = margin;
        }
        return rises;
    }

    @Test
    void heavyRowsMoveTheModel() {
        var rows = DrawnRows.of(1000, 11);
        double[] heavySuccess = new double[rows.size()];
        Arrays.setAll(heavySuccess, row -> rows.success()[row] ? 5 : 1);

        var plain = TRAINER.train(rows);
        var heavy = TRAINER.train(
                new TrainingRows(rows.names(), rows.direction(), rows.values(), rows.success(), heavySuccess));

        assertThat(heavy.margin(rows.values()[0])).isGreaterThan(plain.margin(rows.values()[0]));
    }

    @Test
    void oneOutcomeOnlyIsRefused() {
        var rows = DrawnRows.of(50, 1);
        boolean[] none = new boolean[50];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRAINER.train(
                        new TrainingRows(rows.names(), rows.direction(), rows.values(), none, rows.weight())))
                .withMessage("0 of 50 rows are successes; a model needs both outcomes");
    }

    @Test
    void anInfiniteValueIsRefused() {
        var trees = TRAINER.train(DrawnRows.of(500, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trees.margin(new double[] {0, 0, Double.POSITIVE_INFINITY, 0, 0, 0}))
                .withMessage("input 2 is Infinity, must be a number or missing");
    }
}
