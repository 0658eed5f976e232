package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfidenceTest {

    @Test
    void aSurePredictionOfAWholeAndUsualRowHasAllOfIt() {
        assertThat(Confidence.of(0, List.of(), 0)).isEqualTo(100);
    }

    @Test
    void whereAPersonShouldLookHalfOfItIsLeft() {
        assertThat(Confidence.of(0.3, List.of(), 0)).isEqualTo(50);
    }

    @Test
    void eachReasonForDoubtTakesItsShare() {
        assertThat(Confidence.of(0, List.of(new Deviation.Far("size", -8)), 0)).isEqualTo(25);
        assertThat(Confidence.of(0, List.of(new Deviation.Unseen("source", "fax")), 0))
                .isEqualTo(50);
        assertThat(Confidence.of(0, List.of(new Deviation.UnseenGap("source")), 0.5))
                .isEqualTo(25);
    }

    @Test
    void nothingKnownIsNoConfidence() {
        assertThat(Confidence.of(0, List.of(), 1)).isZero();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreDoubtNeverGivesMoreConfidence(long seed) {
        var random = new SplittableRandom(seed);
        double width = random.nextDouble();
        double missing = random.nextDouble();
        var deviations = new ArrayList<Deviation>();
        for (int i = random.nextInt(4); i > 0; i--) {
            deviations.add(new Deviation.Far("x" + i, 2 + 10 * random.nextDouble()));
        }
        double confidence = Confidence.of(width, deviations, missing);

        assertThat(confidence).isBetween(0.0, 100.0);
        assertThat(Confidence.of(width + (1 - width) * random.nextDouble(), deviations, missing))
                .isLessThanOrEqualTo(confidence);
        assertThat(Confidence.of(width, deviations, missing + (1 - missing) * random.nextDouble()))
                .isLessThanOrEqualTo(confidence);
        double distance = 2 + 10 * random.nextDouble();
        double farther = Confidence.of(width, with(deviations, new Deviation.Far("y", distance)), missing);
        assertThat(farther).isLessThanOrEqualTo(confidence);
        assertThat(Confidence.of(width, with(deviations, new Deviation.Far("y", -distance - 1)), missing))
                .isLessThanOrEqualTo(farther);
    }

    private static List<Deviation> with(List<Deviation> deviations, Deviation another) {
        var more = new ArrayList<>(deviations);
        more.add(another);
        return more;
    }

    @Test
    void aGapCountsByHowSeldomTrainingHadIt() {
        var encoding = new Encoding(List.of(number("always", 0, 0), number("often", 1, 0.5), number("seldom", 2, 0.9)));

        assertThat(encoding.missing(question(1, 1, Double.NaN))).isCloseTo(0.1 / 1.6, within(1e-12));
        assertThat(encoding.missing(question(1, Double.NaN, Double.NaN))).isCloseTo(0.6 / 1.6, within(1e-12));
    }

    private static Question question(double... numbers) {
        @Nullable String[] words = new String[numbers.length];
        return new Question("a", Instant.EPOCH, numbers, words);
    }

    private static Encoding.Encoded number(String name, int place, double missing) {
        return new Encoding.Encoded(
                name, place, Column.Type.NUMBER, 0, List.of(), List.of(), new Encoding.Usual(missing, 0, 1));
    }
}
