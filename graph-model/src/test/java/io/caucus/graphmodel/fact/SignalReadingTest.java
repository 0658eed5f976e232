package io.caucus.graphmodel.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalReadingTest {

    private static final FactTime SAID = FactTime.at(Instant.parse("2026-03-02T09:00:00Z"));
    private static final EngagementId MAIL = new EngagementId("crm:mail-1");

    @Test
    void theSameSignalFoundTwiceCountsOnceAndAsTheSurerOfTheTwo() {
        var reading =
                reading("1", signal(ConversationSignal.UNSUBSCRIBE, 0.6), signal(ConversationSignal.UNSUBSCRIBE, 0.9));

        assertThat(reading.signals()).containsExactly(signal(ConversationSignal.UNSUBSCRIBE, 0.9));
    }

    @Test
    void twoCompetitorsNamedAreTwoSignals() {
        var reading = reading("1", competitor("Initech"), competitor("Acme"), competitor("Acme"));

        assertThat(reading.signals()).containsExactly(competitor("Acme"), competitor("Initech"));
    }

    @Test
    void theNewestVersionOfAnExtractorReplacesTheOlderOnesEvenIfItFindsNothing() {
        var ninth = reading("1.9", signal(ConversationSignal.UNSUBSCRIBE, 0.9));
        var tenth = reading("1.10");

        assertThat(SignalReading.newest(List.of(tenth, ninth))).containsExactly(tenth);
    }

    @Test
    void extractorsOfDifferentNamesStandSideBySide() {
        var rules = reading("1");
        var other = new SignalReading(MAIL, new ExtractorVersion("http", "prompt-3"), List.of(), SAID);

        assertThat(SignalReading.newest(List.of(rules, other))).containsExactly(other, rules);
    }

    @Test
    void aCompetitorNobodyNamedIsNoSignal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signal(ConversationSignal.NAMES_COMPETITOR, 0.9))
                .withMessageContaining("NAMES_COMPETITOR must say which");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signal(ConversationSignal.UNSUBSCRIBE, 1.1))
                .withMessage("confidence of signal UNSUBSCRIBE is 1.1, must lie in (0, 1]");
    }

    @Test
    void anExtractorHasANameAndAVersionThatFitIntoAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExtractorVersion("rules", "one|two"))
                .withMessageContaining("extractor version 'one|two' must be 1 to 40 letters");
        assertThat(reading("1.0").key()).isEqualTo("crm:mail-1|rules/1.0");
    }

    private static SignalReading reading(String version, Signal... signals) {
        return new SignalReading(MAIL, new ExtractorVersion("rules", version), List.of(signals), SAID);
    }

    private static Signal signal(ConversationSignal kind, double confidence) {
        return new Signal(kind, Optional.empty(), confidence);
    }

    private static Signal competitor(String name) {
        return new Signal(ConversationSignal.NAMES_COMPETITOR, Optional.of(name), 0.9);
    }
}
