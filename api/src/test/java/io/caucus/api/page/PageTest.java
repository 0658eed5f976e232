package io.caucus.api.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is signed in to a running service. */
@Tag("browser")
@Tag("neo4j")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

    private @Nullable RunningCaucus started;
    private @Nullable Browser opened;

    @BeforeAll
    void signIn(@TempDir Path dataFolder) {
        var missing = Browser.findMissing();
        missing.ifPresent(what -> System.out.println("skipped: " + what));
        assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
        started = RunningCaucus.start(dataFolder);
        opened = Browser.start();
        opened.lookAs(Look.DESK);
        opened.open(started.signInLink(), "caucus-app");
    }

    @BeforeEach
    void lookFromTheDesk() {
        browser().lookAs(Look.DESK);
        browser().complaints();
    }

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
        if (started != null) {
            started.close();
        }
    }

    final RunningCaucus caucus() {
        return started(started);
    }

    final Browser browser() {
        return started(opened);
    }

    private static <T> T started(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("asked for before it was started");
        }
        return thing;
    }

    final void openPortfolio(String search) {
        browser().open(caucus().address("/" + search), "ol[aria-busy=false], .empty");
    }

    final void openAccount(String key, String search) {
        browser().open(caucus().address("/accounts/" + key + search), "account-header h1");
        browser().awaitDrawing();
    }
}
