package io.caucus.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.learn.Evaluator;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningReport;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.learn.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class ReportPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("caucus.root", ".."));

    @TempDir
    private static Path folder;

    private static Leads leads;
    private static Learning learning;
    private static String page;
    private static Document read;

    @BeforeAll
    static void learn() throws IOException {
        leads = Leads.write(folder, 4000, 1, 1);
        learning = leads.learn();
        page = ReportPage.of(learning, "1.0", 1);
        read = Parsed.of(page);
    }

    private static JsonNode json(Learning learning) {
        return JSON.valueToTree(LearningReport.of(learning));
    }

    private static String pageOf(Leads leads) {
        return ReportPage.of(leads.learn(), "1.0", 1);
    }

    private static String text(Document page) {
        return page.getElementsByTagName("body").item(0).getTextContent();
    }

    @Test
    void everyNumberThatTheReportHasIsTheSameThere() {
        var report = json(learning);
        Map<String, String> figures = new HashMap<>();

        for (Element data : Parsed.all(read, "data")) {
            var pointer = data.getAttribute("data-figure");
            assertThat(report.at(pointer).isNumber()).as(pointer).isTrue();
            assertThat(Double.parseDouble(data.getAttribute("value")))
                    .as(pointer)
                    .isEqualTo(report.at(pointer).asDouble());
            figures.put(pointer, data.getTextContent());
        }

        assertThat(figures)
                .containsKeys(
                        "/judgement/auc/low",
                        "/judgement/averagePrecision/value",
                        "/judgement/calibrationError",
                        "/baselines/base rate/averagePrecision/high",
                        "/baselines/today's score/auc/value",
                        "/judgement/reliability/0/told",
                        "/confidence/thirds/0/brier",
                        "/segments/web~1~0shop/happened",
                        "/importance/channel",
                        "/segmentCalibration/0/rows",
                        "/handRaisers/missedShare/value",
                        "/confidenceLine/above/happened/value",
                        "/drift/columns/0/threshold",
                        "/months/0/calibrationError",
                        "/ablation/parts/0/averagePrecision/low",
                        "/candidates/0/logLoss",
                        "/windows/test/successes",
                        "/windows/rowsInEmbargo");
        assertThat(figures.get("/judgement/auc/value"))
                .isEqualTo(String.format(
                        Locale.ROOT, "%.3f", report.at("/judgement/auc/value").asDouble()));
    }

    @Test
    void noNameFromAFileBecomesMarkup() {
        assertThat(Parsed.all(read, "script")).isEmpty();
        assertThat(Parsed.all(read, "b")).isEmpty();
        assertThat(Parsed.all(read, "style")).hasSize(1);
        assertThat(page).doesNotContainIgnoringCase("<script");
        assertThat(text(read)).contains(Leads.EVIL).contains("<b>fair</b>").contains("a lead buys</style><script>");
        assertThat(text(read)).doesNotContain("\u202e");
        assertThat(Pattern.compile("\\son[a-z]+\\s*=")
                        .matcher(page.replaceAll("\"[^\"]*\"|>[^<]*<", ""))
                        .find())
                .isFalse();
    }

    @Test
    void thePageFetchesAndRunsNothing() {
        assertThat(page)
                .contains("default-src 'none'; style-src 'unsafe-inline'")
                .doesNotContain("http://", "https://", "url(", "@import", "src=", "href=");
        for (String name : new String[] {"link", "img", "iframe", "object", "a", "use", "image"}) {
            assertThat(Parsed.all(read, name)).as(name).isEmpty();
        }
    }

    /** Where the two disagree: HTML closes only void elements and SVG's on their own, and reads a style as it stands. */
    @Test
    void htmlReadsItAsXmlDoes() {
        var closed = Pattern.compile("<([a-z]+)[^<]*?/>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct();

        assertThat(closed).isSubsetOf("meta", "line", "circle", "rect", "polyline");
        assertThat(Parsed.all(read, "style").getFirst().getTextContent()).doesNotContain("<", ">", "&");
    }

    @Test
    void whoCannotSeeItIsToldTheSame() {
        assertThat(Parsed.all(read, "h1")).hasSize(1);
        assertThat(Parsed.all(read, "svg")).hasSizeGreaterThan(10).allSatisfy(svg -> {
            boolean isImage = svg.getAttribute("role").equals("img")
                    && svg.getAttribute("aria-label").length() > 10;
            assertThat(isImage || svg.getAttribute("aria-hidden").equals("true"))
                    .isTrue();
        });
        assertThat(Parsed.all(read, "table"))
                .allSatisfy(
                        table -> assertThat(table.getFirstChild().getNodeName()).isEqualTo("caption"));
        assertThat(Parsed.all(read, "th"))
                .allSatisfy(heading -> assertThat(heading.getAttribute("scope")).isIn("col", "row"));
    }

    @Test
    void everyArticleHasASentenceThatEndsAndHoldsANumber() {
        assertThat(Parsed.all(read, "article")).hasSize(17).allSatisfy(article -> {
            var says = (Element) article.getElementsByTagName("p").item(0);
            assertThat(says.getAttribute("class")).isEqualTo("says");
            assertThat(says.getTextContent()).endsWith(".").containsPattern("[0-9]");
        });
    }

    @Test
    void theVerdictComesFirst() {
        assertThat(Parsed.all(read, "h1").getFirst().getTextContent()).isEqualTo("Usable signal");
        assertThat(text(read))
                .contains("There is a usable signal: on the newest %s\u00a0rows"
                        .formatted(Show.count(
                                learning.fit().orElseThrow().judgement().rows())));
    }

    @Test
    void withoutASignalThePageSaysSoAndStillShowsWhy() throws IOException {
        var none = pageOf(Leads.write(Files.createDirectory(folder.resolve("none")), 2000, 0, 2));

        assertThat(text(Parsed.of(none)))
                .contains("There is no usable signal: ")
                .contains("that is not above the coin beyond doubt")
                .contains("rules go on serving, and no model is written")
                .doesNotContain("There is a usable signal")
                .contains("Does it sort?");
    }

    @Test
    void leaksAreNamedAndThereIsNothingToJudge() throws IOException {
        var leaking = pageOf(Leads.writeLeaking(Files.createDirectory(folder.resolve("leaking")), 1000));

        assertThat(text(Parsed.of(leaking)))
                .contains("Nothing was learned: 1\u00a0column tells the outcome instead of foretelling it: \u2068fee's"
                        + " <i>\u2069.")
                .contains("all of which succeeded")
                .contains("nothing was learned, so there is nothing to judge")
                .doesNotContain("Does it sort?");
    }

    @Test
    void tooFewOutcomesAreCounted() throws IOException {
        var few = Leads.write(Files.createDirectory(folder.resolve("few")), 60, 0, 1);
        var learned = few.learn();
        long successes = learned.table().successes();
        int rows = learned.table().rows().size();

        assertThat(learned.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(text(Parsed.of(pageOf(few))))
                .contains("Too few outcomes to learn from: of %d\u00a0rows, %d succeeded and %d failed"
                        .formatted(rows, successes, rows - successes));
    }

    @Test
    void whatTheTableCannotTellIsSaidToBeNotMeasured() throws IOException {
        var plain =
                text(Parsed.of(pageOf(Leads.writePlain(Files.createDirectory(folder.resolve("plain")), 2000, 1, 1))));

        assertThat(plain)
                .contains("By value: not measured")
                .contains("By segment: not measured")
                .contains("How it compares with what is used today: the schema names no column")
                .contains("Hand-raisers that were missed: the schema names no column with role: hand_raiser")
                .doesNotContain("0–10K");
        assertThat(text(read))
                .contains("0–10K", "10–50K", "50–100K", "100K+", "not known")
                .doesNotContain("not measured, since")
                .doesNotContain("How it compares with what is used today: the schema names no column");
    }

    @Test
    void theSameLearningGivesTheSameBytesAnywhere() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(ReportPage.of(learning, "1.0", 1)).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void thePageIsWrittenBesideTheReport() throws IOException {
        var file = ReportPage.write(folder.resolve("out"), learning, "1.0", 1);

        assertThat(file).isEqualTo(folder.resolve("out/report.html"));
        assertThat(Files.readString(file)).isEqualTo(page);
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).containsExactly(file);
        }
    }

    /** The page has the decisions of ui/tokens.css by value. */
    @Test
    void itsColoursAndTypeAreTheProducts() throws IOException {
        var tokens = Files.readString(ROOT.resolve("api/src/main/resources/ui/tokens.css"));
        var rules = Pattern.compile(":root \\{.*?\\}", Pattern.DOTALL)
                .matcher(tokens)
                .results()
                .map(found -> found.group().strip())
                .limit(2);

        assertThat(rules).hasSize(2).allSatisfy(rule -> assertThat(page).contains(rule));
    }

    @Test
    void aModelThatIsJudgedLaterHasThePageWithoutWhatTakesTraining() throws IOException {
        var out = folder.resolve("kept");
        var model = ModelFolder.write(out, learning, "1.0", 1).orElseThrow();
        var schema = Files.writeString(folder.resolve("kept.yaml"), Leads.SCHEMA);

        var judged = Evaluator.evaluate(model, leads.file(), schema, Leads.NOW, 1);
        var later = Parsed.of(ReportPage.of(judged, "1.0", 1));

        var report = json(judged);
        assertThat(Parsed.all(later, "data")).hasSizeGreaterThan(50).allSatisfy(data -> {
            var pointer = data.getAttribute("data-figure");
            assertThat(report.at(pointer).asDouble())
                    .as(pointer)
                    .isEqualTo(Double.parseDouble(data.getAttribute("value")));
        });
        assertThat(text(later))
                .contains("what a model is worth on newer rows")
                .contains("Judged was “%s”, which learned until ".formatted(ModelFolder.name(model)))
                .contains("On these rows it still sorts better than chance.")
                .contains("was not tried: judging a model trains none")
                .doesNotContain("Which way of learning", "NaN");
    }
}
