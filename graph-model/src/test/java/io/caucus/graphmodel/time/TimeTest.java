package io.caucus.graphmodel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));

    @Test
    void aMeetingLoggedLateDoesNotExistBeforeItWasLogged() {
        var meeting = new FactTime(MONDAY, THURSDAY);

        assertThat(new AsOf(TUESDAY).sees(meeting)).isFalse();
        assertThat(new AsOf(THURSDAY).sees(meeting)).isTrue();
        assertThat(meeting.visibleFrom()).isEqualTo(THURSDAY);
    }

    @Test
    void aDateKnownAheadIsSeenOnlyOnceItHasCome() {
        var contractStart = new FactTime(THURSDAY, MONDAY);

        assertThat(new AsOf(TUESDAY).sees(contractStart)).isFalse();
        assertThat(contractStart.visibleFrom()).isEqualTo(THURSDAY);
    }

    @Test
    void aFactIsSeenAtTheVeryInstantItHappens() {
        assertThat(new AsOf(MONDAY).sees(FactTime.at(MONDAY))).isTrue();
        assertThat(new AsOf(MONDAY.minusNanos(1)).sees(FactTime.at(MONDAY))).isFalse();
    }

    @Test
    void neighbouringWindowsShareNoInstantAndMissNone() {
        var week = new AsOf(THURSDAY).last(Duration.ofDays(2));

        assertThat(week.contains(THURSDAY)).isTrue();
        assertThat(week.contains(TUESDAY)).isFalse();
        assertThat(week.previous().contains(TUESDAY)).isTrue();
        assertThat(week.previous().length()).isEqualTo(week.length());
    }

    @Test
    void anEmptyWindowIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(MONDAY, MONDAY))
                .withMessage(
                        "window (2026-06-01T09:00:00Z, 2026-06-01T09:00:00Z] is empty; it must end after it starts");
    }

    @Test
    void halfIsLeftAfterOneHalfLifeAndAQuarterAfterTwo() {
        var month = HalfLife.ofDays(30);

        assertThat(month.weightAfter(Duration.ZERO)).isEqualTo(1.0);
        assertThat(month.weightAfter(Duration.ofDays(30))).isEqualTo(0.5);
        assertThat(month.weightAfter(Duration.ofDays(60))).isEqualTo(0.25, within(1e-15));
    }

    @Test
    void aHalfLifeMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfLife.ofDays(0))
                .withMessage("half-life is PT0S, must be positive");
    }

    @Test
    void anAttributeHasItsLastValueKnownByThen() {
        var stage = new History<>(List.of(
                new History.Dated<>("Won", new FactTime(TUESDAY, THURSDAY)),
                new History.Dated<>("Proposal", FactTime.at(MONDAY))));

        assertThat(stage.at(new AsOf(MONDAY.minusSeconds(1)))).isEmpty();
        assertThat(stage.at(new AsOf(TUESDAY))).contains("Proposal");
        assertThat(stage.at(new AsOf(THURSDAY))).contains("Won");
    }

    @Test
    void theOrderOfDeliveryCannotBeNoticed() {
        var one = new History.Dated<>("A", FactTime.at(MONDAY));
        var other = new History.Dated<>("B", FactTime.at(MONDAY));

        assertThat(new History<>(List.of(one, other, one))).isEqualTo(new History<>(List.of(other, one)));
    }
}
