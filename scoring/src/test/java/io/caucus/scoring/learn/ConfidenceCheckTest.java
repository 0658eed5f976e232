package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.scoring.evaluation.GroupBootstrap;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceCheckTest {

    private static final int ROWS = 900;

    private static GroupBootstrap bootstrap(int rows) {
        return new GroupBootstrap(IntStream.range(0, rows).toArray(), 1000, 1);
    }

    /** @param slope how much the chance of an error of 1 falls from no confidence to all of it */
    private static ConfidenceCheck drawn(double slope) {
        var random = new SplittableRandom(7);
        double[] confidence = new double[ROWS];
        double[] error = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            confidence[row] = 100 * random.nextDouble();
            error[row] = random.nextDouble() < 0.5 + slope * (0.5 - confidence[row] / 100) ? 1 : 0;
        }
        return ConfidenceCheck.of(confidence, error, error, bootstrap(ROWS));
    }

    @Test
    void errorsThatFallAreSaidToFall() {
        var check = drawn(0.8);

        assertThat(check.holds()).isTrue();
        assertThat(check.thirds()).extracting(ConfidenceCheck.Third::rows).containsExactly(300, 300, 300);
        assertThat(check.gap().low()).isGreaterThan(0.3);
        assertThat(check.sentence()).startsWith("The error falls as confidence rises: Brier 0.");
    }

    @Test
    void errorsThatHaveNothingToDoWithItAreSaidNotToFall() {
        var check = drawn(0);

        assertThat(check.holds()).isFalse();
        assertThat(check.sentence()).startsWith("The error does not fall as confidence rises: Brier 0.");
    }

    @Test
    void errorsThatRiseAreSaidNotToFall() {
        assertThat(drawn(-0.8).holds()).isFalse();
    }

    @Test
    void aMiddleWorseThanTheLeastConfidentIsNoFall() {
        double[] confidence = IntStream.range(0, ROWS).mapToDouble(row -> row).toArray();
        double[] error = new double[ROWS];
        Arrays.setAll(error, row -> row < 300 ? 0.5 : row < 600 ? 0.9 : 0.1);

        var check = ConfidenceCheck.of(confidence, error, error, bootstrap(ROWS));

        assertThat(check.gap().isAbove(0)).isTrue();
        assertThat(check.holds()).isFalse();
    }

    @Test
    void rowsOfEqualConfidenceStayTogether() {
        double[] confidence = {1, 1, 1, 1, 2, 2};

        var check = ConfidenceCheck.of(confidence, new double[6], new double[6], bootstrap(6));

        assertThat(check.thirds())
                .extracting(ConfidenceCheck.Third::rows, ConfidenceCheck.Third::from, ConfidenceCheck.Third::to)
                .containsExactly(tuple(4, 1.0, 1.0), tuple(2, 2.0, 2.0));
    }

    @Test
    void oneConfidenceForAllTellsNothing() {
        double[] confidence = new double[10];

        var check = ConfidenceCheck.of(confidence, new double[10], new double[10], bootstrap(10));

        assertThat(check.holds()).isFalse();
        assertThat(check.sentence())
                .isEqualTo("Whether the error falls as confidence rises cannot be told: all test rows have the same"
                        + " confidence.");
    }
}
