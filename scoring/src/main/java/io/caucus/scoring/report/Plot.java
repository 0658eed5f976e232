package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small picture of shares, as SVG: two axes, and dots, lines and bars in their terms. Colours are left to the page's style, so that
 * it follows light and dark; to who cannot see it the whole picture is one image with a description.
 */
final class Plot {

    private static final double LEFT = 46;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 38;
    private static final List<Double> STEPS = List.of(0.01, 0.02, 0.05, 0.1, 0.2);

    /** Names of which more would run into each other. */
    private static final int MOST_NAMES = 6;

    private final Markup page;
    private final double width;
    private final double height;
    private final Axis x;
    private final Axis y;

    /**
     * @param most where it ends; it begins at 0
     * @param ticks where it is marked, each with a word
     */
    record Axis(String title, double most, List<Tick> ticks) {}

    record Tick(double at, String word) {}

    record Spot(double x, double y) {}

    private Plot(Markup page, double width, double height, Axis x, Axis y) {
        this.page = page;
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
    }

    /** An axis of shares that ends at the first mark that holds them all. */
    static Axis shares(String title, double largest) {
        double step =
                STEPS.stream().filter(each -> largest <= 5 * each).findFirst().orElse(0.2);
        int marks = Math.clamp((int) Math.ceil(largest / step - 1e-9), 1, 5);
        return new Axis(
                title,
                marks * step,
                IntStream.rangeClosed(0, marks)
                        .mapToObj(mark ->
                                new Tick(mark * step, String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * mark * step)))
                        .toList());
    }

    /** Places for so many bars, named by their number. */
    static Axis numbered(String title, int bars) {
        return new Axis(
                title,
                bars,
                IntStream.range(0, bars)
                        .mapToObj(bar -> new Tick(bar + 0.5, Integer.toString(bar + 1)))
                        .toList());
    }

    /** Places in a row, of which as many are named as there is room for. */
    static Axis named(String title, List<String> names) {
        int step = (names.size() + MOST_NAMES - 1) / MOST_NAMES;
        return new Axis(
                title,
                names.size(),
                IntStream.range(0, names.size())
                        .filter(place -> place % step == 0)
                        .mapToObj(place -> new Tick(place + 0.5, names.get(place)))
                        .toList());
    }

    /** @param description what a reader who cannot see it is told */
    static Plot open(Markup page, String description, double width, double height, Axis x, Axis y) {
        var plot = new Plot(page, width, height, x, y);
        page.open(
                "svg",
                "class",
                "plot",
                "viewBox",
                "0 0 %s %s".formatted(number(width), number(height)),
                "role",
                "img",
                "aria-label",
                description);
        plot.axes();
        return plot;
    }

    void close() {
        page.close().line();
    }

    private void axes() {
        for (Tick tick : y.ticks()) {
            line("grid", new Spot(0, tick.at()), new Spot(x.most(), tick.at()));
            word("tick end", LEFT - 6, down(tick.at()) + 4, tick.word());
        }
        for (Tick tick : x.ticks()) {
            word("tick middle", across(tick.at()), height - BOTTOM + 16, tick.word());
        }
        line("axis", new Spot(0, 0), new Spot(x.most(), 0));
        word("title middle", LEFT + (width - LEFT - RIGHT) / 2, height - 5, x.title());
        page.leaf(
                "text",
                y.title(),
                "class",
                "title middle",
                "transform",
                "translate(11 %s) rotate(-90)".formatted(number(TOP + (height - TOP - BOTTOM) / 2)));
    }

    void line(String style, Spot... spots) {
        line(style, List.of(spots));
    }

    void line(String style, List<Spot> spots) {
        page.empty(
                "polyline",
                "class",
                style,
                "points",
                spots.stream()
                        .map(spot -> "%s,%s".formatted(number(across(spot.x())), number(down(spot.y()))))
                        .collect(Collectors.joining(" ")));
    }

    /** A mark at the value, and a line over its interval. */
    void dot(double at, Interval value) {
        line("whisker", new Spot(at, value.low()), new Spot(at, Math.min(value.high(), y.most())));
        page.empty("circle", "class", "dot", "cx", number(across(at)), "cy", number(down(value.value())), "r", "4");
    }

    /** A bar from the ground up, with a line over its interval and a word on top. */
    void bar(int place, Interval value, String word) {
        double left = across(place + 0.14);
        page.empty(
                "rect",
                "class",
                "bar",
                "x",
                number(left),
                "y",
                number(down(value.value())),
                "width",
                number(across(place + 0.86) - left),
                "height",
                number(down(0) - down(value.value())));
        line("whisker", new Spot(place + 0.5, value.low()), new Spot(place + 0.5, Math.min(value.high(), y.most())));
        word("tick middle", across(place + 0.5), down(Math.min(value.high(), y.most())) - 4, word);
    }

    /** A word in the plot's own terms, ending where it is put. */
    void note(double atX, double atY, String word) {
        word("note end", across(atX), down(atY) - 5, word);
    }

    private void word(String style, double atX, double atY, String word) {
        page.leaf("text", word, "class", style, "x", number(atX), "y", number(atY));
    }

    private double across(double value) {
        return LEFT + value / x.most() * (width - LEFT - RIGHT);
    }

    private double down(double value) {
        return height - BOTTOM - value / y.most() * (height - TOP - BOTTOM);
    }

    /** To a hundredth, which nobody can see. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
