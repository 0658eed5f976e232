package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;

/**
 * A figure as a mark on a line, or as a bar from zero, as wide as the table's cell; one scale for all cells of a column. The figure
 * stands beside it in words, so it is hidden from who cannot see it.
 *
 * @param from where the line begins
 * @param to where it ends
 * @param against what figures are compared with; outside the line if nothing
 */
record Strip(double from, double to, double against) {

    private static final String MIDDLE = "9";

    Strip(double to, double against) {
        this(0, to, against);
    }

    /** For what may be on either side of nothing. */
    static Strip around(double most) {
        return new Strip(-most, most, 0);
    }

    /** What the column of such strips is called. */
    String scale() {
        return "%s to %s".formatted(from == 0 ? "0" : Show.figure(from), Show.figure(to));
    }

    void interval(Markup page, Interval value) {
        open(page);
        page.empty(
                "line", "class", "whisker", "x1", at(value.low()), "x2", at(value.high()), "y1", MIDDLE, "y2", MIDDLE);
        page.empty("circle", "class", "dot", "cx", at(value.value()), "cy", MIDDLE, "r", "4");
        page.close();
    }

    void dot(Markup page, double value) {
        open(page);
        page.empty("circle", "class", "dot", "cx", at(value), "cy", MIDDLE, "r", "4");
        page.close();
    }

    void bar(Markup page, double value) {
        page.open("svg", "class", "strip", "width", "100%", "height", "18", "aria-hidden", "true");
        page.empty("rect", "class", "bar", "x", "0", "y", "4", "height", "10", "width", at(value));
        page.close();
    }

    private void open(Markup page) {
        page.open("svg", "class", "strip", "width", "100%", "height", "18", "aria-hidden", "true");
        page.empty("line", "class", "grid", "x1", "0", "x2", "100%", "y1", MIDDLE, "y2", MIDDLE);
        if (against > from && against <= to) {
            page.empty("line", "class", "ideal", "x1", at(against), "x2", at(against), "y1", "0", "y2", "18");
        }
    }

    private String at(double value) {
        return Plot.number(100 * Math.clamp((value - from) / (to - from), 0, 1)) + "%";
    }
}
