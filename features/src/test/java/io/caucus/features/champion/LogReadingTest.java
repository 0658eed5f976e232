package io.caucus.features.champion;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.champion.LogReading.LearnedStrengths;
import io.caucus.features.propagation.EventLog;
import io.caucus.features.propagation.EventLog.Event;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LogReadingTest {

    private static Event event(long at, int actor, int cascade, Integer... reached) {
        return new Event(at, actor, new TreeSet<>(Set.of(reached)), 1, cascade);
    }

    @Test
    void aLogWhoseEventsNamePeopleIsMail() {
        assertThat(LogReading.of(EventLog.of(2, List.of(event(0, 0, 0, 1), event(1, 1, 1, 0), event(2, 0, 1)))))
                .isEqualTo(LogReading.MAIL);
    }

    @Test
    void oneOfSeveralThingsThatNamesNobodyIsOfCascades() {
        assertThat(LogReading.of(EventLog.of(2, List.of(event(0, 0, 0), event(1, 1, 1)))))
                .isEqualTo(LogReading.CASCADES);
        assertThat(LogReading.of(EventLog.of(2, List.of(event(0, 0, 0, 1), event(1, 1, 0)))))
                .isEqualTo(LogReading.ACCOUNT);
    }

    @Test
    void cascadesAreReadAtTheirOwnPace() {
        var log = EventLog.of(
                3,
                List.of(
                        event(0, 0, 0),
                        event(10, 1, 0),
                        event(40, 2, 0),
                        event(0, 1, 1),
                        event(0, 0, 1),
                        event(7, 2, 1)));

        assertThat(LogReading.CASCADES.settings(log).kernel().scale()).isEqualTo(10);
        assertThat(LogReading.CASCADES
                        .settings(EventLog.of(1, List.of(event(0, 0, 0))))
                        .kernel()
                        .scale())
                .isEqualTo(3.6e9);
    }

    @Test
    void anAccountIsReadAsTheFeaturesReadIt() {
        var features = ChampionParameters.DEFAULT;
        var log = EventLog.of(2, List.of(event(0, 0, 0)));

        var settings = LogReading.ACCOUNT.settings(log);

        assertThat(settings.kernel().exponent())
                .isEqualTo(features.settings().kernel().exponent());
        assertThat(settings.kernel().scale())
                .isEqualTo(1_000 * features.settings().kernel().scale());
        assertThat(settings.odds()).isEqualTo(features.settings().odds());
        assertThat(settings.silence()).isEqualTo(1_000 * features.settings().silence());
        assertThat(settings.lookBack()).isEqualTo(1_000 * features.settings().lookBack());
        assertThat(LearnedStrengths.NONE.of(log, settings).of(0, 1)).isEqualTo(features.pairStrength());
        assertThat(LearnedStrengths.NONE.of(log, settings).baseRate(0)).isEqualTo(features.baseRate());
    }
}
