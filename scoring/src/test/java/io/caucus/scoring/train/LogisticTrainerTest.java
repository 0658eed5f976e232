package io.caucus.scoring.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTrainerTest {

    private static final LogisticTrainer TRAINER = new LogisticTrainer(50, 7);

    @Test
    void aModelOfNoInputsThatMatterGivesTheBaseRate() {
        boolean[] success = new boolean[1000];
        Arrays.fill(success, 0, 200, true);
        double[] weight = new double[1000];
        Arrays.fill(weight, 1);
        var constant = new TrainingRows(List.of("constant"), new int[1], new double[1000][1], success, weight);

        var model = TRAINER.train(constant);

        assertThat(model.margin(new double[1])).isCloseTo(Math.log(0.2 / 0.8), within(0.1));
    }

    /** Weights that planted the rows: 1 and −0.4 on numbers of deviation 1 and 2; a fifth of the rest is noise. */
    @Test
    void plantedWeightsAreFound() {
        var model = TRAINER.train(DrawnRows.of(20_000, 3));

        assertThat(model.weights()[0]).isCloseTo(1, within(0.2));
        assertThat(model.weights()[1]).isCloseTo(-0.8, within(0.2));
        assertThat(model.weights()[4]).isCloseTo(0, within(0.1));
    }

    @Test
    void missingHasAWeightOfItsOwn() {
        var rows = DrawnRows.of(5000, 4);
        boolean[] whereMissing = new boolean[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            whereMissing[row] = Double.isNaN(rows.values()[row][4]) != (row % 10 == 0);
        }

        var model = TRAINER.train(
                new TrainingRows(rows.names(), rows.direction(), rows.values(), whereMissing, rows.weight()));

        assertThat(model.whenMissing()[4]).isGreaterThan(2);
        assertThat(model.whenMissing()[3]).isCloseTo(0, within(0.3));
    }

    @Test
    void sameRowsGiveTheSameBits() {
        var rows = DrawnRows.of(1000, 5);

        assertThat(TRAINER.train(rows).weights()).isEqualTo(TRAINER.train(rows).weights());
    }

    @Test
    void contributionsAddUpToTheMargin() {
        var rows = DrawnRows.of(1000, 6);
        var model = TRAINER.train(rows);

        for (double[] row : rows.values()) {
            assertThat(model.explain(row).margin()).isEqualTo(model.margin(row));
        }
    }
}
