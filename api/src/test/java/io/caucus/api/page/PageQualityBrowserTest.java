package io.caucus.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, in every state, on every screen. */
class PageQualityBrowserTest extends PageTest {

    private static final long BUDGET_IN_BYTES = 400 * 1024;

    /** A page in a state that has an address. */
    enum View {
        PORTFOLIO,
        PORTFOLIO_NOTHING_FOUND,
        ACCOUNT,
        ACCOUNT_REASON_OPEN,
        ACCOUNT_WITHOUT_SCORE,
        ACCOUNT_UNKNOWN
    }

    static Stream<Arguments> viewsAndLooks() {
        return Stream.of(View.values())
                .flatMap(view -> IntStream.of(1280, 390)
                        .boxed()
                        .flatMap(width -> Stream.of(Look.Scheme.values())
                                .map(scheme -> Arguments.of(view, new Look(width, scheme)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("viewsAndLooks")
    void axeFindsNothing(View view, Look look) {
        browser().lookAs(look);
        open(view);
        browser()
                .screenshot(
                        "%s-%s".formatted(view.name().toLowerCase(Locale.ROOT).replace('_', '-'), look));

        assertThat(browser().accessibilityViolations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void theConsoleStaysSilent(View view) {
        open(view);

        assertThat(browser().complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void nothingIsLoadedFromElsewhereAndTheRestIsWithinTheBudget(View view) {
        open(view);

        assertThat(browser().foreignLoads()).isEmpty();
        assertThat(browser().bytesLoaded()).isLessThan(BUDGET_IN_BYTES);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void nothingIsCutOffFromTheNarrowestToTheWidestScreen(View view) {
        for (int width : List.of(360, 768, 1024, 2560)) {
            browser().lookAs(new Look(width, Look.Scheme.LIGHT));
            open(view);

            assertThat(browser().overflow()).as("pixels too wide at %d", width).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void thePageStandsStillWhileItLoads(View view) {
        open(view);

        assertThat(browser().layoutShift()).isLessThan(0.05);
    }

    private void open(View view) {
        switch (view) {
            case PORTFOLIO -> openPortfolio("");
            case PORTFOLIO_NOTHING_FOUND -> openPortfolio("?q=zzzzzzzz");
            case ACCOUNT -> openAccount(caucus().scoredAccount(), "");
            case ACCOUNT_REASON_OPEN -> openWithReason();
            case ACCOUNT_WITHOUT_SCORE -> openAccount(caucus().unscoredAccount(), "");
            case ACCOUNT_UNKNOWN -> browser().open(caucus().address("/accounts/nowhere:404"), "message-panel");
        }
    }

    private void openWithReason() {
        openAccount(caucus().scoredAccount(), "");
        browser().click("score-waterfall button.row");
        browser().await("evidence-panel ol li");
        browser().click("evidence-panel cypher-view summary");
    }
}
