package io.caucus.api.page;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of our own that talks to nobody but the service. Selectors see through shadow roots. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVER =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    /** Selectors of descendants that see through shadow roots: each part is looked for below every match of the one before. */
    private static final String DEEP = """
            const below = (root, part) => [...root.querySelectorAll('*')].flatMap((node) =>
                [...(node.matches(part) ? [node] : []), ...(node.shadowRoot ? below(node.shadowRoot, part) : [])]);
            const inside = (node, part) => [...below(node, part), ...(node.shadowRoot ? below(node.shadowRoot, part) : [])];
            const descend = (selector) => selector.trim().split(/ +/).reduce(
                (roots, part) => roots.flatMap((root) => inside(root, part)), [document]);
            const found = (selectors) => [...new Set(selectors.split(',').flatMap(descend))];
            """;

    /** Looks at a condition every 20 ms until it holds or patience is over. */
    private static final String POLL = """
            const given = [...arguments];
            const done = given.pop();
            const deadline = performance.now() + %d;
            const look = () => {
                if (holds(...given)) return done(true);
                if (performance.now() > deadline) return done(false);
                return setTimeout(look, 20);
            };
            look();
            """.formatted(PATIENCE.toMillis());

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** What is missing on this machine; empty if nothing is. */
    static Optional<String> findMissing() {
        if (find(CHROMIUM).isEmpty()) {
            return Optional.of("Chromium not found (looked for %s)".formatted(CHROMIUM));
        }
        return find(DRIVER).isEmpty()
                ? Optional.of("Chromium not found (its driver is missing: %s)".formatted(DRIVER))
                : Optional.empty();
    }

    static Browser start() {
        try {
            var profile = Files.createTempDirectory("caucus-browser");
            var driver = new ChromeDriver(service(), options(profile));
            driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(2));
            return new Browser(profile, driver);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the browser's profile", e);
        }
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(find(DRIVER).orElseThrow())
                .usingAnyFreePort()
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
    }

    private static ChromeOptions options(Path profile) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(find(CHROMIUM).orElseThrow())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-default-apps",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<File> find(List<String> places) {
        return places.stream().map(File::new).filter(File::canExecute).findFirst();
    }

    void lookAs(Look look) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                feature("prefers-color-scheme", look.scheme() == Look.Scheme.DARK ? "dark" : "light"),
                                feature("prefers-reduced-motion", "reduce"))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", look.width(), "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private static Map<String, String> feature(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    /** Opens an address and waits until something matches. */
    void open(URI address, String selector) {
        driver.get(address.toString());
        await(selector);
    }

    void await(String selector) {
        awaitTrue("'%s' to be there".formatted(selector), "return found(arguments[0]).length > 0", selector);
    }

    void awaitText(String selector, String part) {
        awaitTrue(
                "'%s' to say '%s'".formatted(selector, part),
                "return found(arguments[0]).some((node) => node.textContent.includes(arguments[1]))",
                selector,
                part);
    }

    void awaitAddress(String part) {
        awaitTrue("the address to have '%s'".formatted(part), "return location.href.includes(arguments[0])", part);
    }

    /** Waits until the drawing of ties stands. */
    void awaitDrawing() {
        awaitTrue("the drawing to stand", "return found('relationship-graph').every((graph) => graph.cy)");
    }

    private void awaitTrue(String what, String script, Object... arguments) {
        var condition = "const holds = function () { %s };\n".formatted(script);
        boolean came = Boolean.TRUE.equals(driver.executeAsyncScript(DEEP + condition + POLL, arguments));
        if (!came) {
            fail("waited %s s for %s; the page says: %s"
                    .formatted(PATIENCE.toSeconds(), what, texts("h1, h2, message-panel")));
        }
    }

    /** The texts of all matches, white space as one sees it. */
    List<String> texts(String selector) {
        return strings(
                "return found(arguments[0]).map((node) => node.textContent.replace(/\\s+/g, ' ').trim())", selector);
    }

    /** What the first matching field holds. */
    String value(String selector) {
        return String.valueOf(ask("return found(arguments[0])[0].value", selector));
    }

    long count(String selector) {
        return (Long) ask("return found(arguments[0]).length", selector);
    }

    void click(String selector) {
        ask("found(arguments[0])[0].click()", selector);
    }

    /** Puts a value into a field as a person does, with the events that follow. */
    void fill(String selector, String value) {
        ask("""
                const field = found(arguments[0])[0];
                field.focus();
                field.value = arguments[1];
                field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
                """, selector, value);
    }

    /** Forgets the session, as when it has ended. */
    void signOut() {
        driver.manage().deleteAllCookies();
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** What has the keyboard, by tag and text. */
    String focused() {
        return String.valueOf(ask("""
                        let node = document.activeElement;
                        while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
                        return node.tagName.toLowerCase() + ' ' + node.textContent.replace(/\\s+/g, ' ').trim();
                        """));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The drawn people with where they stand: "id x y". */
    List<String> drawnPlaces() {
        return strings("""
                return found('relationship-graph')[0].cy.nodes()
                    .map((node) => `${node.id()} ${Math.round(node.position('x'))} ${Math.round(node.position('y'))}`).sort();
                """);
    }

    /** The drawn people that are lit up. */
    List<String> litPeople() {
        return strings("return found('relationship-graph')[0].cy.nodes('.lit').map((node) => node.id()).sort()");
    }

    /** How far the page is wider than the window, in pixels. */
    long overflow() {
        return (Long) ask("return Math.max(0, document.documentElement.scrollWidth - innerWidth)");
    }

    /** Addresses loaded from anywhere but the service. */
    List<String> foreignLoads() {
        return strings("""
                return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'));
                """);
    }

    /** What came over the wire for this page, compressed, in bytes. */
    long bytesLoaded() {
        return ((Number) ask("""
                        return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                            .reduce((sum, entry) => sum + entry.transferSize, 0);
                        """)).longValue();
    }

    /** Sum of layout shifts since the page was opened; 0 is none, 0.1 is what is called good. */
    double layoutShift() {
        return ((Number) driver.executeAsyncScript("""
                        const done = arguments[0];
                        let sum = 0;
                        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
                            .observe({ type: 'layout-shift', buffered: true });
                        requestAnimationFrame(() => setTimeout(() => done(sum), 0));
                        """)).doubleValue();
    }

    /** What axe objects to, a line each. */
    List<String> accessibilityViolations() {
        driver.executeScript(Axe.SCRIPT);
        return stringsOf(driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document).then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
                    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`))));
                """));
    }

    /** What the console complained about since last asked, broken content policy included. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the whole page under target/screenshots. */
    void screenshot(String name) {
        var answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) answer.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException("screenshot '%s' cannot be written".formatted(name), e);
        }
    }

    private Object ask(String script, Object... arguments) {
        return driver.executeScript(DEEP + script, arguments);
    }

    private List<String> strings(String script, Object... arguments) {
        return stringsOf(ask(script, arguments));
    }

    private static List<String> stringsOf(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(Browser::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's profile cannot be removed", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be removed".formatted(file), e);
        }
    }

    /** The rules of accessibility as a script, read once. */
    private static final class Axe {

        private static final String SCRIPT = read();

        private static String read() {
            try (var stream = Browser.class.getResourceAsStream("/axe.min.js")) {
                if (stream == null) {
                    throw new IllegalStateException("'/axe.min.js' is not on the class path; the axe jar brings it");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("'/axe.min.js' cannot be read", e);
            }
        }
    }
}
