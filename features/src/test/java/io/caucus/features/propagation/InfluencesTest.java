package io.caucus.features.propagation;

import static io.caucus.features.propagation.Logs.HOUR;
import static io.caucus.features.propagation.Logs.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.propagation.Influences.Mover;
import io.caucus.features.propagation.Influences.Pair;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfluencesTest {

    private static final double ROUNDING = 1e-9;

    static LongStream seeds() {
        return Logs.seeds();
    }

    private static Influences of(EventLog log) {
        var credits = Credits.of(log, SETTINGS, Strengths.alike(log.people(), 1, 0.02));
        return Influences.of(log, credits, event -> event % 2 == 0 ? "mail" : "web");
    }

    /** 0 acts twice, naming 1 the second time; an hour later 1 acts. Weights are 3^−1.3 and 5 · 2^−1.3. */
    @Test
    void creditOfAPairIsAddedUpByLagChannelAndWhatSpeaksForIt() {
        var log = Logs.of(2, new int[] {0, 0}, new int[] {HOUR, 0, 1}, new int[] {2 * HOUR, 1});
        double older = Math.pow(3, -1.3);
        double newer = 5 * Math.pow(2, -1.3);
        double all = 0.02 + older + newer;

        var influences = of(log);

        assertThat(influences.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.credit()).isEqualTo((older + newer) / all, within(1e-15));
            assertThat(pair.explicit()).isEqualTo(newer / all, within(1e-15));
            assertThat(pair.responses()).isEqualTo(1);
            assertThat(pair.medianLag()).isEqualTo(HOUR);
            assertThat(pair.channel()).isEqualTo("web");
        });
        assertThat(influences.movers()).extracting(Mover::person).containsExactly(0);
        assertThat(influences.explicit()).isEqualTo(newer / all, within(1e-15));
        assertThat(influences.blind()).isEqualTo(older / all, within(1e-15));
        assertThat(influences.unexplained()).isEqualTo(1 + 0.02 / all, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostInAddingUp(long seed) {
        var log = Logs.drawn(seed);
        var credits = Credits.of(log, SETTINGS, Strengths.alike(log.people(), 1, 0.02));

        var influences = of(log);

        double direct = influences.movers().stream().mapToDouble(Mover::direct).sum();
        assertThat(influences.explicit() + influences.blind() + influences.unexplained())
                .isEqualTo(credits.responses(), within(ROUNDING));
        assertThat(direct).isEqualTo(influences.explicit() + influences.blind(), within(ROUNDING));
        assertThat(influences.pairs().stream().mapToDouble(Pair::credit).sum()).isEqualTo(direct, within(ROUNDING));
        assertThat(influences.pairs())
                .isSortedAccordingTo((one, other) -> Double.compare(other.credit(), one.credit()));
    }

    @Test
    void whereNothingWasMovedNobodyIsNamed() {
        var influences = of(Logs.of(2, new int[] {0, 0}));

        assertThat(influences).isEqualTo(new Influences(List.of(), List.of(), 0, 0, 1));
    }
}
