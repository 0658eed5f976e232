package io.caucus.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedOutBrowserTest extends PageTest {

    @Test
    void aPageWhoseSessionHasEndedTellsHowToSignIn() {
        openPortfolio("");

        browser().signOut();
        browser().fill("input[type=search]", "a");
        browser().await("message-panel");

        assertThat(browser().texts("message-panel")).anyMatch(text -> text.contains("./caucus signin"));
        assertThat(browser().accessibilityViolations()).isEmpty();
    }
}
