package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.caucus.bench.Rounds.Lap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void theRatioIsTheMedianOfTheRoundsAndTheWarmUpDoesNotCount() {
        var laps = List.of(
                new Lap("limit", 0, 100, 1000),
                new Lap("ours", 0, 100, 1),
                new Lap("limit", 1, 100, 1),
                new Lap("ours", 1, 100, 2),
                new Lap("limit", 2, 100, 2),
                new Lap("ours", 2, 100, 2),
                new Lap("limit", 3, 100, 1),
                new Lap("ours", 3, 100, 1.25));

        var line = new Comparison("limit", laps).line("ours");

        assertThat(line.ratio()).isCloseTo(0.8, within(1e-12));
        assertThat(line.lowest()).isCloseTo(0.5, within(1e-12));
        assertThat(line.highest()).isCloseTo(1.0, within(1e-12));
        assertThat(line.perSecond()).isCloseTo(50, within(1e-12));
    }

    @Test
    void theMedianOfAnEvenNumberIsInTheMiddle() {
        assertThat(Comparison.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    @Test
    void withoutTheMeasureThereIsNothingToCompare() {
        assertThatThrownBy(() -> new Comparison("limit", List.of(new Lap("ours", 1, 100, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no round of 'limit', only of [ours]");
    }
}
