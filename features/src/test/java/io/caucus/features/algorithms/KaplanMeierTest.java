package io.caucus.features.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.algorithms.KaplanMeier.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KaplanMeierTest {

    /** Weeks in remission of 21 patients on 6-mercaptopurine, E. J. Freireich et al., Blood 21 (1963). */
    private static final KaplanMeier REMISSIONS = KaplanMeier.of(Stream.concat(
                    DoubleStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23).mapToObj(weeks -> new Stay(weeks, true)),
                    DoubleStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
                            .mapToObj(weeks -> new Stay(weeks, false)))
            .toList());

    /** The product-limit estimates that textbooks print for these data, here after each relapse. */
    @ParameterizedTest
    @CsvSource({
        "6, 1",
        "6.5, 0.857",
        "7.5, 0.807",
        "10.5, 0.753",
        "13.5, 0.690",
        "16.5, 0.627",
        "22.5, 0.538",
        "23.5, 0.448",
        "99, 0.448"
    })
    void itMatchesThePublishedRemissions(double weeks, double share) {
        assertThat(REMISSIONS.shareLastingUntil(weeks)).isEqualTo(share, within(5e-4));
    }

    @Test
    void withoutStaysEverythingLasts() {
        assertThat(KaplanMeier.of(List.of()).shareLastingUntil(5)).isEqualTo(1);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whenAllStaysAreOverItIsTheShareThatWasNotShorter(long seed) {
        var stays = stays(seed, true);

        double share = KaplanMeier.of(stays).shareLastingUntil(5);

        long longer = stays.stream().filter(stay -> stay.length() >= 5).count();
        assertThat(share).isEqualTo((double) longer / stays.size(), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itFallsFromOneAndNeverBelowZero(long seed) {
        var curve = KaplanMeier.of(stays(seed, false));

        for (int length = 0; length < 12; length++) {
            assertThat(curve.shareLastingUntil(length + 1)).isBetween(0.0, curve.shareLastingUntil(length));
        }
        assertThat(curve.shareLastingUntil(0)).isEqualTo(1);
    }

    private static List<Stay> stays(long seed, boolean over) {
        var random = new SplittableRandom(seed);
        var stays = new ArrayList<Stay>();
        for (int stay = random.nextInt(30); stay >= 0; stay--) {
            stays.add(new Stay(random.nextInt(10), over || random.nextBoolean()));
        }
        return stays;
    }
}
