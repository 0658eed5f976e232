package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;

/** A table with a caption, which scrolls on its own where it is wider than the screen. */
final class Table {

    private final Markup page;

    private Table(Markup page) {
        this.page = page;
    }

    /** @param columns their headings; all but the first hold numbers */
    static Table open(Markup page, String caption, String... columns) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table").leaf("caption", caption);
        page.open("thead").open("tr");
        for (int column = 0; column < columns.length; column++) {
            page.leaf("th", columns[column], "scope", "col", "class", column == 0 ? "name" : "number");
        }
        page.close().close().open("tbody").line();
        return new Table(page);
    }

    /** Begins a row with its name. */
    Table row(String name) {
        page.open("tr").leaf("th", name, "scope", "row", "class", "name", "dir", "auto");
        return this;
    }

    Table cell(String text) {
        page.leaf("td", text, "class", "number");
        return this;
    }

    Table words(String text) {
        page.leaf("td", text, "class", "words", "dir", "auto");
        return this;
    }

    /** A number that the report has as well. */
    Table figure(String pointer, double value, String text) {
        page.open("td", "class", "number");
        Table.figure(page, pointer, value, text);
        page.close();
        return this;
    }

    /** @param pointer to an object with value, low and high */
    Table interval(String pointer, Interval interval) {
        page.open("td", "class", "number");
        figure(page, pointer + "/value", interval.value(), Show.figure(interval.value()));
        page.open("span", "class", "range");
        figure(page, pointer + "/low", interval.low(), Show.figure(interval.low()));
        page.text("–");
        figure(page, pointer + "/high", interval.high(), Show.figure(interval.high()));
        page.close().close();
        return this;
    }

    /** An interval under its value, both in words. */
    Table interval(String value, String range) {
        page.open("td", "class", "number").text(value).leaf("span", range, "class", "range");
        page.close();
        return this;
    }

    /** A cell for a {@link Strip}. */
    Table strip(Runnable drawing) {
        page.open("td", "class", "drawn");
        drawing.run();
        page.close();
        return this;
    }

    Table end() {
        page.close().line();
        return this;
    }

    void close() {
        page.close().close().close().line();
    }

    /** @param pointer to the number's place in report.json (RFC 6901) */
    static void figure(Markup page, String pointer, double value, String text) {
        if (Double.isFinite(value)) {
            page.leaf("data", text, "value", Double.toString(value), "data-figure", pointer);
        } else {
            page.text(text);
        }
    }

    /** A name as a step of a pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
