package io.caucus.scoring.report;

import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.Leak;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.TimeSplit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What came of learning, as a page for people: the verdict, why, and how far to trust it. One HTML file that fetches nothing and runs
 * nothing.
 *
 * <p><b>Determinism.</b> The same learning, version and seed give the same bytes, in every locale and time zone.
 */
public final class ReportPage {

    private static final String NAME = "report.html";

    private final Markup page = new Markup();
    private final Learning learning;
    private final long seed;

    private ReportPage(Learning learning, long seed) {
        this.learning = learning;
        this.seed = seed;
    }

    /**
     * Writes {@code report.html}.
     *
     * @param version of Caucus, for provenance
     * @param seed that was learned with; intervals are drawn with it
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path write(Path out, Learning learning, String version, long seed) {
        var file = out.resolve(NAME);
        var unfinished = out.resolve(NAME + ".unfinished");
        try {
            Files.createDirectories(out);
            Files.writeString(unfinished, of(learning, version, seed));
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("page '%s' cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    static String of(Learning learning, String version, long seed) {
        return new ReportPage(learning, seed).write(version);
    }

    private String write(String version) {
        page.open("html", "lang", "en").line();
        head();
        page.open("body").open("main").line();
        verdict();
        learning.fit().ifPresent(this::fit);
        notMeasured();
        footer(version);
        return page.finish();
    }

    private void head() {
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .line();
        page.empty("meta", "name", "color-scheme", "content", "light dark").line();
        page.leaf("title", "Caucus: " + learning.verdict().words()).line();
        page.leaf("style", style()).line();
        page.close().line();
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return "\n" + new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read from the jar", e);
        }
    }

    private void verdict() {
        page.open("header");
        page.leaf(
                "p",
                learning.judged().isPresent()
                        ? "Caucus · what a model is worth on newer rows"
                        : "Caucus · what learning came to",
                "class",
                "quiet");
        page.leaf("h1", sentenceCase(learning.verdict().words()));
        page.leaf("p", Findings.verdict(learning), "class", "answer");
        page.leaf("p", Findings.tier(learning));
        page.close().line();
        section(learning.judged().isPresent() ? "Judged on" : "Learned from");
        page.open("p").text("Asked was: ").leaf("q", learning.table().schema().target(), "dir", "auto");
        page.text(", within %s."
                        .formatted(
                                Show.count(learning.table().schema().horizon().toDays(), "day")))
                .close();
        learning.judged()
                .ifPresent(judged -> page.leaf(
                        "p", Findings.judged(judged, learning.table().rows().size())));
        page.leaf(
                "p",
                Findings.rows(
                        learning.table(),
                        learning.judged().map(Learning.Judged::notNewer).orElse(0)));
        page.leaf("p", Findings.inputs(learning));
        learning.fit().ifPresent(fit -> windows(fit.split()));
        leftOut();
        page.close().line();
    }

    static String sentenceCase(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void section(String heading) {
        page.open("section").leaf("h2", heading).line();
    }

    private void windows(TimeSplit split) {
        page.leaf("p", Findings.windows(learning, split));
        boolean hasLearned = learning.judged().isEmpty();
        if (hasLearned) {
            TimeBar.draw(page, split);
        }
        var table = Table.open(page, "Windows of time", "Window", "From", "To", "Rows", "Succeeded");
        if (hasLearned) {
            window(table, "train", split.train());
            window(table, "calibrate", split.calibrate());
        }
        window(table, "test", split.test());
        if (split.left() > 0) {
            table.row(hasLearned ? "embargo" : "not newer")
                    .cell("")
                    .cell("")
                    .figure("/windows/rowsInEmbargo", split.left(), Show.count(split.left()))
                    .cell("not used")
                    .end();
        }
        table.close();
    }

    private static void window(Table table, String name, List<LearningTable.Row> rows) {
        long successes = rows.stream().filter(LearningTable.Row::success).count();
        table.row(name)
                .cell(Show.day(TimeBar.first(rows)))
                .cell(Show.day(TimeBar.last(rows)))
                .figure("/windows/%s/rows".formatted(name), rows.size(), Show.count(rows.size()))
                .figure(
                        "/windows/%s/successes".formatted(name),
                        (double) successes,
                        "%s (%s)".formatted(Show.count(successes), Show.percent((double) successes / rows.size())))
                .end();
    }

    private void leftOut() {
        if (!learning.leaks().isEmpty()) {
            var table = Table.open(page, "Columns that leak the outcome", "Column", "What gives it away");
            for (Leak leak : learning.leaks()) {
                table.row(Show.name(leak.column()))
                        .words(leak.evidence() + (leak.isWaived() ? "; waived by the schema" : ""))
                        .end();
            }
            table.close();
        }
        var others = learning.leftOut().entrySet().stream()
                .filter(entry -> learning.leaks().stream()
                        .noneMatch(leak -> leak.column().equals(entry.getKey())))
                .toList();
        if (!others.isEmpty()) {
            var table = Table.open(page, "Columns left out", "Column", "Why");
            others.forEach(entry ->
                    table.row(Show.name(entry.getKey())).words(entry.getValue()).end());
            table.close();
        }
    }

    private void fit(Learning.Fit fit) {
        var newest = new Newest(fit, seed);
        var pictures = new Pictures(page, fit, newest);
        section("Better than what?");
        pictures.baselines();
        pictures.metrics();
        page.close().line();
        section("Does it keep its word?");
        pictures.reliability();
        segment().ifPresent(pictures::segments);
        pictures.segmentCalibration();
        pictures.confidence();
        pictures.confidenceLine();
        page.close().line();
        section("Does it last?");
        pictures.months();
        pictures.drift();
        page.close().line();
        section("Does it sort?");
        pictures.curve();
        pictures.tenths();
        page.close().line();
        section("For whom?");
        pictures.picked(amount(), segment());
        fit.handRaisers().ifPresent(pictures::handRaisers);
        page.close().line();
        section("What it goes by");
        pictures.importance();
        pictures.ablation();
        pictures.candidates();
        pictures.segmentModels();
        page.close().line();
    }

    private Optional<String> amount() {
        return learning.table().schema().columns().stream()
                .filter(column -> column.role() == Column.Role.AMOUNT)
                .map(Column::name)
                .findFirst();
    }

    private boolean hasHandRaisers() {
        return learning.table().schema().columns().stream()
                .anyMatch(column -> column.role() == Column.Role.HAND_RAISER);
    }

    /** The place of the segment among the inputs. */
    private OptionalInt segment() {
        var inputs = learning.table().schema().columns().stream()
                .filter(Column::isInput)
                .toList();
        return IntStream.range(0, inputs.size())
                .filter(place -> inputs.get(place).role() == Column.Role.SEGMENT)
                .findFirst();
    }

    private void notMeasured() {
        var missing = new ArrayList<String>();
        if (learning.fit().isEmpty()) {
            missing.add("Anything of a model: nothing was learned, so there is nothing to judge.");
        }
        if (amount().isEmpty()) {
            missing.add("Precision by value: the schema names no column with role: amount.");
        }
        if (segment().isEmpty()) {
            missing.add("Reliability and recall by segment: the schema names no input with role: segment.");
        }
        if (learning.fit()
                .map(fit -> !fit.baselines().containsKey("today's score"))
                .orElse(false)) {
            missing.add("How it compares with what is used today: the schema names no column with role: rules_score, or"
                    + " test rows lack it.");
        }
        if (!hasHandRaisers()) {
            missing.add("Hand-raisers that were missed: the schema names no column with role: hand_raiser.");
        }
        section("Not measured");
        page.open("ul");
        missing.forEach(each -> page.leaf("li", each));
        page.close().close().line();
    }

    private void footer(String version) {
        page.open("footer");
        page.leaf(
                "p",
                "Association, not a promise: what moved a figure here need not move a customer. Model, baselines,"
                        + " segments and columns are also in report.json beside this page, with all digits.");
        page.open("p").text("Caucus %s · seed %s · data ".formatted(version, seed));
        page.leaf("code", learning.table().fingerprint()).close();
        page.close().line();
    }
}
