package io.caucus.features.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem.StageEntered;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.testkit.AccountStory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaysInStageTest {

    private static final String ID = "opportunity.days_in_stage";

    /** Ten stays in Proposal of 1, 2 … 10 days; the one of 5 days goes on. */
    private static final StageSpells TEN = new StageSpells(new TreeMap<>(Map.of(
            "Proposal",
            IntStream.rangeClosed(1, 10)
                    .mapToObj(days -> new Spell(days, days != 5))
                    .toList())));

    private static FeatureValue value(String story) {
        return Stories.value(ID, AccountStory.of(story).history(), TEN);
    }

    private static double amount(String story) {
        return value(story).findAmount().orElseThrow();
    }

    @Test
    void staysThatEndedSoonerAreCounted() {
        assertThat(amount("deal enters Proposal 3d ago")).isEqualTo(0.2, within(1e-12));
    }

    /** 0.9 · 8/9 · 7/8 · 6/7 = 0.6 after four days; the stay of five days leaves without an end, so 0.6 · 4/5 after six. */
    @Test
    void aStayThatGoesOnCountsWhileItIsSeen() {
        assertThat(amount("deal enters Proposal 7d ago")).isEqualTo(1 - 0.6 * 0.8, within(1e-12));
    }

    @Test
    void beingPutIntoTheSameStageAgainDoesNotStartTheClock() {
        assertThat(amount("""
                deal enters Proposal 3d ago
                deal enters Proposal 1d ago
                """)).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void theSlowestOpenDealSpeaksForTheAccount() {
        var history = AccountStory.of("""
                quick enters Proposal 2d ago
                slow enters Proposal 9d ago
                won enters Proposal 30d ago
                won enters Won 1d ago
                """).history();

        assertThat(Stories.value(ID, history, TEN).findAmount().orElseThrow())
                .isEqualTo(1 - 0.6 * 0.8 * 0.75 * 2 / 3, within(1e-12));
        assertThat(Stories.evidence(ID, history, TEN).items())
                .singleElement()
                .isEqualTo(new StageEntered(
                        AccountStory.opportunity("slow"),
                        "Proposal",
                        AccountStory.asOf("9d ago").instant()));
    }

    @Test
    void itIsMissingWithoutAnOpenDealOrEnoughPeers() {
        assertThat(value("deal enters Won 3d ago")).isEqualTo(FeatureValue.missing());
        assertThat(value("deal enters Discovery 3d ago")).isEqualTo(FeatureValue.missing());
        assertThat(value("")).isEqualTo(FeatureValue.missing());
    }
}
