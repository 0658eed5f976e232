package io.caucus.scoring.report;

import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.TimeSplit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The windows of time as one bar, oldest on the left. */
final class TimeBar {

    /** Of the bar, in percent: less would not hold a date, or a word, on a phone. */
    private static final double ROOM_FOR_A_WORD = 24;

    private final Markup page;
    private final Instant from;
    private final double length;

    private TimeBar(Markup page, Instant from, Instant to) {
        this.page = page;
        this.from = from;
        this.length = Math.max(1, Duration.between(from, to).toMillis());
    }

    static void draw(Markup page, TimeSplit split) {
        var bar = new TimeBar(page, first(split.train()), last(split.test()));
        page.open(
                "svg",
                "class",
                "time",
                "width",
                "100%",
                "height",
                "62",
                "role",
                "img",
                "aria-label",
                description(split));
        bar.window("train", first(split.train()), last(split.train()));
        bar.embargo(last(split.train()), first(split.calibrate()), split);
        bar.window("calibrate", first(split.calibrate()), last(split.calibrate()));
        bar.embargo(last(split.calibrate()), first(split.test()), split);
        bar.window("test", first(split.test()), last(split.test()));
        bar.dates(List.of(first(split.train()), first(split.calibrate()), first(split.test()), last(split.test())));
        page.close().line();
    }

    private static String description(TimeSplit split) {
        var embargo = split.embargo().isPositive()
                ? "an embargo of %s, ".formatted(Show.count(split.embargo().toDays(), "day"))
                : "";
        return "Train from %s to %s, %scalibrate from %s to %s, %stest from %s to %s"
                .formatted(
                        Show.day(first(split.train())),
                        Show.day(last(split.train())),
                        embargo,
                        Show.day(first(split.calibrate())),
                        Show.day(last(split.calibrate())),
                        embargo,
                        Show.day(first(split.test())),
                        Show.day(last(split.test())));
    }

    static Instant first(List<LearningTable.Row> rows) {
        return rows.getFirst().cutoff();
    }

    static Instant last(List<LearningTable.Row> rows) {
        return rows.getLast().cutoff();
    }

    private double at(Instant instant) {
        return 100 * Duration.between(from, instant).toMillis() / length;
    }

    private void window(String name, Instant begins, Instant ends) {
        double width = Math.max(0.5, at(ends) - at(begins));
        rect("window " + name, at(begins), width);
        if (width >= ROOM_FOR_A_WORD) {
            word("in " + name, at(begins) + width / 2, 26, name, "middle");
        }
    }

    private void embargo(Instant begins, Instant ends, TimeSplit split) {
        if (split.embargo().isPositive()) {
            rect("embargo", at(begins), at(ends) - at(begins));
            if (at(ends) - at(begins) >= ROOM_FOR_A_WORD) {
                word("tick", at(begins) + (at(ends) - at(begins)) / 2, 26, "embargo", "middle");
            }
        }
    }

    private void rect(String style, double begins, double width) {
        page.empty(
                "rect",
                "class",
                style,
                "x",
                Plot.number(begins) + "%",
                "y",
                "6",
                "width",
                Plot.number(width) + "%",
                "height",
                "32");
    }

    /** The first and the last always; those between where there is room. */
    private void dates(List<Instant> dates) {
        word("tick", 0, 56, Show.day(dates.getFirst()), "start");
        double taken = ROOM_FOR_A_WORD / 2;
        for (Instant date : dates.subList(1, dates.size() - 1)) {
            if (at(date) - taken >= ROOM_FOR_A_WORD / 2 + 12 && 100 - at(date) >= 1.5 * ROOM_FOR_A_WORD) {
                word("tick", at(date), 56, Show.day(date), "middle");
                taken = at(date);
            }
        }
        word("tick", 100, 56, Show.day(dates.getLast()), "end");
    }

    private void word(String style, double at, int down, String word, String anchor) {
        page.leaf(
                "text",
                word,
                "class",
                style,
                "x",
                Plot.number(at) + "%",
                "y",
                Integer.toString(down),
                "text-anchor",
                anchor);
    }
}
