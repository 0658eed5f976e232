package io.caucus.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class PortfolioBrowserTest extends PageTest {

    @Test
    void accountsAreListedLikeliestFirst() {
        openPortfolio("");

        var chances = browser().texts("account-row .chance strong").stream()
                .map(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .toList();

        assertThat(chances).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void everyRowShowsAChanceWithItsIntervalOrSaysWhyThereIsNone() {
        openPortfolio("");

        long rows = browser().count("account-row");
        long told = browser().count("account-row .chance") + browser().count("account-row .unscored");

        assertThat(told).isEqualTo(rows);
        assertThat(browser().texts("account-row .chance .quiet")).allMatch(text -> text.matches("\\d+–\\d+ %"));
    }

    @Test
    void typingNarrowsTheListAndTheAddressSaysSo() {
        openPortfolio("");
        String name = browser().texts("account-row h2 a").get(0);
        String word = name.split(" ", -1)[0];

        browser().fill("input[type=search]", word);
        browser().awaitAddress("q=");
        browser().await("ol[aria-busy=false]");

        assertThat(browser().texts("account-row h2 a")).contains(name);
    }

    @Test
    void aSearchThatFitsNothingOffersTheWayBack() {
        openPortfolio("?q=zzzzzzzz");
        assertThat(browser().texts(".empty h2")).containsExactly("No account fits");

        browser().click(".empty button");
        browser().await("account-row h2 a");

        assertThat(browser().address()).doesNotContain("q=");
    }

    @Test
    void aBandKeepsOnlyItsOwn() {
        openPortfolio("?band=high");

        assertThat(browser().texts("account-row .band")).allMatch(band -> band.startsWith("High"));
    }

    @Test
    void anAccountOpensByKeyboardAlone() {
        openPortfolio("");
        String name = browser().texts("account-row h2 a").get(0);

        for (int steps = 0; steps < 20 && !browser().focused().equals("a " + name); steps++) {
            browser().press(Keys.TAB);
        }
        browser().press(Keys.ENTER);
        browser().await("account-header h1");

        assertThat(browser().texts("account-header h1")).containsExactly(name);
        assertThat(browser().focused()).isEqualTo("h1 " + name);
    }
}
