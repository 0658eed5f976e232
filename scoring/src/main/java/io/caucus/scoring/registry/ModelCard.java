package io.caucus.scoring.registry;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.registry.Evaluation.Figures;
import io.caucus.scoring.registry.Evaluation.LeakTold;
import io.caucus.scoring.registry.Evaluation.SegmentTold;
import io.caucus.scoring.registry.Evaluation.WindowTold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code model-card.md}: what a version is, how well it does, what it is for and what it is not for, in words that a sales
 * leader understands.
 *
 * <p><b>Source.</b> M. Mitchell and others, "Model Cards for Model Reporting", FAT* 2019, for what such a page must say.
 */
final class ModelCard {

    private final Version version;
    private final Evaluation told;
    private final Standing standing;
    private final StringBuilder page = new StringBuilder();

    private ModelCard(Version version, Standing standing) {
        this.version = version;
        this.told = version.evaluation();
        this.standing = standing;
    }

    static String of(Version version, Standing standing, List<LogEntry> entries) {
        var card = new ModelCard(version, standing);
        card.head(entries.size());
        card.use();
        card.data();
        card.columns();
        card.figures();
        card.honesty();
        card.limits();
        card.origin();
        card.history(entries);
        return card.page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void section(String title) {
        line("\n## %s\n".formatted(title));
    }

    private void head(int lines) {
        line("# Model card: %s\n".formatted(version.name()));
        line("Generated from the model, its report and the changelog up to line %s; do not edit. %s\n"
                .formatted(lines, place()));
        line(("**What is predicted.** %s. Asked of each row as of its own day; an outcome within %s days counts. The"
                        + " answer is a probability with an interval that says how sure it is. It was learned by %s from rows"
                        + " whose outcomes are known, and calibrated by %s, so that of the rows told 30 %% about 30 in 100 should"
                        + " succeed.")
                .formatted(
                        Markdown.text(told.target().sentence()),
                        told.target().horizonDays(),
                        switch (version.origin().kind()) {
                            case "logistic" -> "logistic regression";
                            case "trees" -> "boosted trees";
                            default -> Markdown.name(version.origin().kind());
                        },
                        switch (version.origin().calibration()) {
                            case "venn-abers" -> "the Venn–Abers method";
                            case "sigmoid" -> "a sigmoid";
                            default -> Markdown.name(version.origin().calibration());
                        }));
    }

    private String place() {
        if (standing.champion().filter(version.name()::equals).isPresent()) {
            return "This version is the **champion**: it serves.";
        }
        if (standing.challenger().filter(version.name()::equals).isPresent()) {
            return "This version is the **challenger**: it is registered and does not serve.";
        }
        return standing.champions().contains(version.name())
                ? "This version is a **former champion**: it does not serve, and a rollback may bring it back."
                : "This version **does not serve**.";
    }

    private void use() {
        section("What it is for, and what it is not for");
        page.append("""
            It sorts work: whom to look at first, and how sure one can be. A person decides what is done.

            It must not be used

            - to write to, call or turn away anybody without a person who decides it;
            - to judge, rank, pay or discipline one's own people: it says nothing about how well somebody works;
            - to decide about a person's rights, credit, employment, housing or insurance;
            - for another question, another market or another kind of row than those it was learned from;
            - as a reason: a column is *associated with* success here, and changing it need not change anything.
            """);
    }

    private void data() {
        section("Data");
        line("%s rows, of which %s succeeded (%s); known until %s.\n"
                .formatted(
                        count(told.rows()),
                        count(told.successes()),
                        percent((double) told.successes() / told.rows()),
                        day(told.observedUntil())));
        line("| window | from | to | rows | succeeded |");
        line("|---|---|---|---:|---:|");
        window("learned from", Evaluation.TRAIN);
        window("calibrated on", Evaluation.CALIBRATE);
        window("judged on", Evaluation.TEST);
        line("\n%s days lie between the windows. Fingerprint of schema and table: %s."
                .formatted(told.embargoDays(), Markdown.name(told.fingerprint())));
    }

    private void window(String name, String key) {
        WindowTold window = told.windows().get(key);
        if (window != null) {
            line("| %s | %s | %s | %s | %s |"
                    .formatted(
                            name,
                            day(window.from()),
                            day(window.to()),
                            count(window.rows()),
                            percent((double) window.successes() / window.rows())));
        }
    }

    private void columns() {
        section("Columns");
        line("| used | mean effect (log-odds) |");
        line("|---|---:|");
        told.inputs().stream()
                .sorted(Comparator.<String>comparingDouble(column -> -effect(column))
                        .thenComparing(column -> column))
                .forEach(column -> line("| %s | %s |".formatted(Markdown.name(column), figure(effect(column)))));
        if (!told.leftOut().isEmpty()) {
            line("\n| left out | why |");
            line("|---|---|");
            told.leftOut()
                    .forEach((column, why) -> line("| %s | %s |".formatted(Markdown.name(column), Markdown.text(why))));
        }
    }

    private double effect(String column) {
        return told.importance().getOrDefault(column, 0.0);
    }

    private void figures() {
        section("How well it does");
        line(("On the newest %s rows, which nothing was learned from, %s. In brackets 95 %% intervals: how far luck"
                        + " could have moved the figure.\n")
                .formatted(
                        count(told.model().rows()),
                        Double.isNaN(told.model().liftAtTopTenth())
                                ? "with these figures"
                                : "the tenth that it puts first succeeds %s times as often as all"
                                        .formatted(tenths(told.model().liftAtTopTenth()))));
        line("| | average precision | AUC | log loss | calibration error |");
        line("|---|---|---|---:|---:|");
        judged("this model", told.model());
        told.baselines().forEach((name, figures) -> judged(Markdown.name(name), figures));
        line("\n"
                + "*Average precision*: how many of those it puts first succeed, over the whole list; by chance it"
                + " would be the base rate. *AUC*: the chance that a success stands before a failure; 0.5 is a"
                + " coin. *Log loss*: how surprising the outcomes were, given what was told; less is better.");
        if (!told.segments().isEmpty()) {
            line("\n| segment | rows | told | happened |");
            line("|---|---:|---:|---:|");
            told.segments().forEach(this::segment);
        }
    }

    private void judged(String name, Figures figures) {
        line("| %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        interval(figures.averagePrecision()),
                        interval(figures.auc()),
                        figure(figures.logLoss()),
                        figure(figures.calibrationError())));
    }

    private void segment(String name, SegmentTold segment) {
        line("| %s | %s | %s | %s |"
                .formatted(
                        Markdown.name(name),
                        count(segment.rows()),
                        percent(segment.told()),
                        percent(segment.happened())));
    }

    private void honesty() {
        section("Does it keep its word?");
        line("| told | happened | rows |");
        line("|---:|---:|---:|");
        told.model()
                .bins()
                .forEach(bin -> line(
                        "| %s | %s | %s |".formatted(percent(bin.told()), percent(bin.happened()), count(bin.rows()))));
        line(("\n"
                        + "The calibration error, %s, is the mean distance between the two columns; of honest models 95 in 100"
                        + " would show at most %s by luck alone.")
                .formatted(figure(told.model().calibrationError()), figure(Gate.luckBound(told.model()))));
        line("\n%s".formatted(Markdown.text(told.confidence().sentence())));
    }

    private void limits() {
        section("What it cannot tell");
        line("- Whether it still holds after %s: it was judged on rows up to then."
                .formatted(day(told.test().to())));
        line("- What would happen if something were changed: nobody was treated one way or another by chance.");
        if (told.embargoDays() < told.target().horizonDays()) {
            line(("- How it would really have done: %s days lie between windows, fewer than the %s an outcome may"
                            + " take, so its figures flatter a little.")
                    .formatted(told.embargoDays(), told.target().horizonDays()));
        }
        if (told.model().calibrationError() > Gate.luckBound(told.model())) {
            line("- Chances, to the letter: its calibration error is more than luck explains.");
        }
        if (!told.confidence().errorFalls()) {
            line("- Which of its answers to trust more: errors do not fall as confidence rises.");
        }
        told.leaks().stream()
                .filter(LeakTold::isWaived)
                .forEach(leak ->
                        line(("- Whether %s knows the outcome: the schema vouches for it, though it looked as if it did"
                                        + " (%s).")
                                .formatted(Markdown.name(leak.column()), Markdown.text(leak.evidence()))));
        if (told.segments().isEmpty()) {
            line("- How it does in each segment: the table names none, or none has rows enough.");
        }
    }

    private void origin() {
        section("Where it comes from");
        line("| | |");
        line("|---|---|");
        line("| Caucus | %s |".formatted(Markdown.name(version.origin().caucus())));
        line("| seed | %s |".formatted(version.origin().seed()));
        version.origin().settings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals("seed"))
                .forEach(setting -> line(
                        "| %s | %s |".formatted(Markdown.name(setting.getKey()), Markdown.name(setting.getValue()))));
        version.registered()
                .files()
                .forEach((name, hash) ->
                        line("| SHA-256 of %s | %s |".formatted(Markdown.name(name), Markdown.name(hash))));
    }

    private void history(List<LogEntry> entries) {
        section("Changelog");
        entries.stream().filter(entry -> entry.change().isAbout(version.name())).forEach(this::happened);
    }

    private void happened(LogEntry entry) {
        line("- Line %s, %s: %s %s."
                .formatted(
                        entry.number(),
                        entry.at(),
                        Markdown.name(entry.by().name()),
                        Markdown.text(entry.change().sentence())));
        gate(entry)
                .ifPresent(gate -> gate.forEach(condition -> line("  - %s: %s; %s"
                        .formatted(
                                condition.name(), condition.outcome().words(), Markdown.text(condition.finding())))));
    }

    private static Optional<List<Condition>> gate(LogEntry entry) {
        return entry.change() instanceof Change.Promoted promoted ? Optional.of(promoted.gate()) : Optional.empty();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String tenths(double factor) {
        return String.format(Locale.ROOT, "%.1f", factor);
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String figure(double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, "%.3f", figure);
    }

    private static String interval(Interval interval) {
        return "%s [%s, %s]".formatted(figure(interval.value()), figure(interval.low()), figure(interval.high()));
    }
}
