package io.caucus.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class AccountBrowserTest extends PageTest {

    private static final String REASON = "score-waterfall button.row";

    @Test
    void theShownPointsAddUpFromBaseToScore() {
        openAccount(caucus().scoredAccount(), "");

        var ends = browser().texts("score-waterfall .end .points").stream()
                .mapToDouble(AccountBrowserTest::number)
                .toArray();
        var points = browser().texts(REASON + " .points").stream()
                .mapToDouble(AccountBrowserTest::number)
                .toArray();

        double sum = Arrays.stream(points).sum();
        double roundedAway = 1 + 0.05 * (points.length + browser().count("score-waterfall details li"));
        assertThat(ends[0] + sum).isCloseTo(ends[1], within(roundedAway));
    }

    @Test
    void choosingAReasonOpensItsEvidenceAndLightsUpThePeopleItCites() {
        openAccount(caucus().scoredAccount(), "");
        assertThat(browser().litPeople()).isEmpty();

        browser().click(REASON);
        browser().await("evidence-panel ol li");

        assertThat(browser().texts("evidence-panel ol li p").get(0)).isNotBlank();
        assertThat(browser().texts("evidence-panel cypher-view pre").get(0)).contains("MATCH");
        assertThat(browser().litPeople()).isNotEmpty();
        assertThat(browser().address()).contains("reason=");
    }

    @Test
    void aReasonOpensAndClosesByKeyboard() {
        openAccount(caucus().scoredAccount(), "");
        for (int steps = 0; steps < 30 && !browser().focused().startsWith("button " + firstReason()); steps++) {
            browser().press(Keys.TAB);
        }

        browser().press(Keys.ENTER);
        browser().await("evidence-panel");
        browser().press(Keys.ENTER);

        assertThat(browser().count("evidence-panel")).isZero();
    }

    @Test
    void choosingAPersonInTheListLightsThemUpInTheDrawing() {
        openAccount(caucus().scoredAccount(), "");

        browser().click("people-list button");

        assertThat(browser().count("people-list button[aria-pressed=true]")).isOne();
        assertThat(browser().litPeople()).isNotEmpty();
    }

    @Test
    void theSamePeopleAndTiesGiveTheSameDrawing() {
        openAccount(caucus().scoredAccount(), "");
        var once = browser().drawnPlaces();

        openAccount(caucus().scoredAccount(), "");

        assertThat(browser().drawnPlaces()).isNotEmpty().isEqualTo(once);
    }

    @Test
    void aPastDayIsReplayedAndCanBeLeft() {
        openAccount(caucus().scoredAccount(), "");
        String chosen = browser().value("as-of-control input");
        browser()
                .fill(
                        "as-of-control input",
                        LocalDate.parse(chosen).minusDays(1).toString());

        browser().awaitAddress("asOf=");
        browser().awaitText("as-of-control .past", "What was known by");
        browser().click("as-of-control button");

        browser().await("as-of-control span.quiet.shown");
        assertThat(browser().address()).doesNotContain("asOf=");
    }

    @Test
    void anAccountWithoutScoreSaysWhyAndWhatWouldHelp() {
        openAccount(caucus().unscoredAccount(), "");

        assertThat(browser().texts("no-score-panel h2")).containsExactly("No score yet");
        assertThat(browser().texts("no-score-panel p"))
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(String::isBlank);
        assertThat(browser().count("score-panel")).isZero();
    }

    @Test
    void anUnknownAccountLeadsBackToTheList() {
        browser().open(caucus().address("/accounts/nowhere:404"), "message-panel");

        assertThat(browser().texts("message-panel a")).containsExactly("Go to your accounts");
    }

    private String firstReason() {
        return browser().texts(REASON).get(0);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-').replaceAll("[^0-9.\\-]", ""));
    }
}
