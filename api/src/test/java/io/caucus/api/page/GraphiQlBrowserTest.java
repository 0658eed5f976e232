package io.caucus.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GraphiQL as a front-end developer opens it: offline, signed in, knowing the schema. */
class GraphiQlBrowserTest extends PageTest {

    @Test
    void theFirstQuestionIsAnsweredWithoutTheInternet() {
        browser().open(caucus().address("/graphiql"), ".graphiql-execute-button");

        browser().click(".graphiql-execute-button");
        browser().awaitText(".result-window", "\"totalCount\": 25");

        assertThat(browser().foreignLoads()).isEmpty();
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("graphiql");
    }
}
