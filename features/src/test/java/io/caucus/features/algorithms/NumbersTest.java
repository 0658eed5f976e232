package io.caucus.features.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rate test and the effective number. */
class NumbersTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void equalSharesCountFully() {
        assertThat(EffectiveNumber.of(3, 3, 3, 3)).isEqualTo(4, within(1e-12));
        assertThat(EffectiveNumber.of(7, 0)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEffectiveNumberLiesBetweenOneAndTheNumber(long seed) {
        var counts = new SplittableRandom(seed).ints(5, 1, 20).toArray();

        assertThat(EffectiveNumber.of(counts)).isBetween(1.0, 5 + 1e-12);
    }

    /** One event, all of it recent: the chance that it fell there is the share of time. */
    @Test
    void oneRecentEventIsAsLikelyAsItsStretchIsLong() {
        assertThat(PoissonRateTest.higherRateP(1, 3, 0, 28)).isEqualTo(3.0 / 31, within(1e-15));
    }

    @Test
    void withoutRecentEventsNothingHasRisen() {
        assertThat(PoissonRateTest.higherRateP(0, 3, 9, 28)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRateTestIsTheBinomialTailInExactArithmetic(long seed) {
        var random = new SplittableRandom(seed);
        int recent = random.nextInt(60);
        int earlier = random.nextInt(200);

        assertThat(PoissonRateTest.higherRateP(recent, 3, earlier, 28))
                .isEqualTo(exactTail(recent, recent + earlier), within(1e-11));
    }

    /** Σ C(n, x) 3^x 28^(n−x) ÷ 31^n in whole numbers. */
    private static double exactTail(int atLeast, int trials) {
        var tail = BigInteger.ZERO;
        for (int count = atLeast; count <= trials; count++) {
            tail = tail.add(choose(trials, count)
                    .multiply(BigInteger.valueOf(3).pow(count))
                    .multiply(BigInteger.valueOf(28).pow(trials - count)));
        }
        return new BigDecimal(tail)
                .divide(new BigDecimal(BigInteger.valueOf(31).pow(trials)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int of, int some) {
        var ways = BigInteger.ONE;
        for (int i = 1; i <= some; i++) {
            ways = ways.multiply(BigInteger.valueOf(of - some + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTheTwoThere() {
        assertThat(Median.of(List.of(5.0, 1.0, 9.0))).isEqualTo(5);
        assertThat(Median.of(List.of(5.0, 1.0, 9.0, 6.0))).isEqualTo(5.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Median.of(List.of()))
                .withMessageStartingWith("no numbers have no median");
    }
}
