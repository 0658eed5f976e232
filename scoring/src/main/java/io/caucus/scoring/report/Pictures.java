package io.caucus.scoring.report;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.evaluation.Shares;
import io.caucus.scoring.learn.Candidate;
import io.caucus.scoring.learn.ConfidenceLine;
import io.caucus.scoring.learn.HandRaisers;
import io.caucus.scoring.learn.Judgement;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.MonthFigures;
import io.caucus.scoring.learn.SegmentFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pictures and tables of a model, each under the one sentence that says what it shows. */
final class Pictures {

    private static final double WIDTH = 380;
    private static final double HEIGHT = 270;
    private static final double SMALL_WIDTH = 240;
    private static final double SMALL_HEIGHT = 190;
    private static final int MOST_SEGMENTS = 6;
    private static final int MOST_COLUMNS = 25;
    private static final int MOST_MONTHS = 36;
    /** Of a picture's width. */
    private static final double HAIR = 0.002;

    private static final String TOO_FEW = "too few to say";

    private final Markup page;
    private final Learning.Fit fit;
    private final Newest newest;

    Pictures(Markup page, Learning.Fit fit, Newest newest) {
        this.page = page;
        this.fit = fit;
        this.newest = newest;
    }

    private void begin(String heading, String says) {
        page.open("article")
                .leaf("h3", heading)
                .leaf("p", says, "class", "says")
                .line();
    }

    private void end() {
        page.close().line();
    }

    private void side() {
        page.open("div", "class", "side").line();
    }

    /** The model and its baselines, by name and place in the report. */
    private Map<String, Judgement> judged() {
        Map<String, Judgement> judged = new LinkedHashMap<>();
        judged.put("/judgement", fit.judgement());
        fit.baselines().forEach((name, judgement) -> judged.put("/baselines" + Table.step(name), judgement));
        return judged;
    }

    private static String nameOf(String pointer) {
        return pointer.equals("/judgement") ? "this model" : pointer.substring("/baselines/".length());
    }

    void baselines() {
        begin("Beside its baselines", Findings.baselines(fit.judgement(), fit.baselines()));
        double most = judged().values().stream()
                .mapToDouble(its -> its.averagePrecision().high())
                .max()
                .orElseThrow();
        var precision = new Strip(most, newest.rate());
        var order = new Strip(1, 0.5);
        var table = Table.open(
                page,
                "With 95\u00a0% intervals; the dashed lines are what chance gives",
                "Model",
                "Average precision",
                precision.scale(),
                "AUC",
                order.scale());
        judged().forEach((pointer, its) -> table.row(nameOf(pointer))
                .interval(pointer + "/averagePrecision", its.averagePrecision())
                .strip(() -> precision.interval(page, its.averagePrecision()))
                .interval(pointer + "/auc", its.auc())
                .strip(() -> order.interval(page, its.auc()))
                .end());
        table.close();
        end();
    }

    void metrics() {
        begin("All figures", Findings.metrics(fit.judgement()));
        var table = Table.open(
                page,
                "On the test rows, with 95\u00a0% intervals over groups; a baseline's last four figures come without",
                "Model",
                "Over the base rate",
                "Lift of the best tenth",
                "Log loss",
                "Brier score",
                "Calibration error");
        judged().forEach((pointer, its) -> metrics(table, pointer, its));
        table.close();
        page.leaf(
                "p",
                "Over the base rate: average precision less the share of successes. Log loss and Brier score: less is"
                        + " better. "
                        + Findings.calibrationError(fit.judgement(), newest.calibrationErrorByLuck()),
                "class",
                "quiet");
        end();
    }

    private void metrics(Table table, String pointer, Judgement its) {
        table.row(nameOf(pointer)).interval(pointer + "/averagePrecisionOverBaseRate", its.overBaseRate());
        boolean isModel = pointer.equals("/judgement");
        ranged(
                pointer + "/liftAtTopTenth",
                its.liftAtTop(),
                isModel ? Optional.of(newest.liftOfPick()) : Optional.empty());
        ranged(pointer + "/logLoss", its.logLoss(), isModel ? Optional.of(newest.logLoss()) : Optional.empty());
        ranged(pointer + "/brier/score", its.brier().score(), isModel ? Optional.of(newest.brier()) : Optional.empty());
        table.figure(pointer + "/calibrationError", its.calibrationError(), Show.figure(its.calibrationError()))
                .end();
    }

    private void ranged(String pointer, double value, Optional<Interval> interval) {
        page.open("td", "class", "number");
        Table.figure(page, pointer, value, Show.figure(value));
        interval.ifPresent(its -> page.leaf("span", Show.range(its), "class", "range"));
        page.close();
    }

    void reliability() {
        var bins = fit.judgement().bins();
        var says = Findings.reliability(
                newest,
                bins,
                fit.split().calibrate().stream()
                        .mapToDouble(row -> row.success() ? 1 : 0)
                        .average());
        begin("Over all rows", says);
        side();
        reliability(bins, largest(bins), "Told and happened. " + says, WIDTH, HEIGHT);
        var table = Table.open(page, "Rows told about the same", "Told", "Happened", "Rows");
        for (int bin = 0; bin < bins.size(); bin++) {
            var its = bins.get(bin);
            var pointer = "/judgement/reliability/%s".formatted(bin);
            page.open("tr").open("th", "scope", "row", "class", "name");
            Table.figure(page, pointer + "/told", its.told(), Show.percent(its.told()));
            page.close().open("td", "class", "number");
            Table.figure(page, pointer + "/happened", its.happened(), Show.percent(its.happened()));
            page.leaf("span", Show.percent(newest.share(its.happened(), its.rows())), "class", "range");
            page.close();
            table.figure(pointer + "/rows", its.rows(), Show.count(its.rows())).end();
        }
        table.close();
        page.close();
        end();
    }

    private double largest(List<Probabilities.Bin> bins) {
        return bins.stream()
                .mapToDouble(bin -> Math.max(
                        bin.told(), newest.share(bin.happened(), bin.rows()).high()))
                .max()
                .orElseThrow();
    }

    private void reliability(
            List<Probabilities.Bin> bins, double largest, String description, double width, double height) {
        var told = Plot.shares("told", largest);
        var happened = Plot.shares("happened", largest);
        var plot = Plot.open(page, description, width, height, told, happened);
        plot.line("ideal", new Plot.Spot(0, 0), new Plot.Spot(told.most(), told.most()));
        bins.forEach(bin -> plot.dot(bin.told(), newest.share(bin.happened(), bin.rows())));
        plot.close();
    }

    /** @param place of the segment among the inputs */
    void segments(int place) {
        if (fit.segments().isEmpty()) {
            page.leaf("p", "By segment: no segment has rows enough in the test window to say anything.");
            return;
        }
        begin("By segment", Findings.segments(newest, fit.segments()));
        var largest = newest.byWord(place).stream()
                .map(Newest.Part::name)
                .filter(name -> fit.segments().containsKey(name))
                .limit(MOST_SEGMENTS)
                .toList();
        page.open("div", "class", "small").line();
        for (String name : largest) {
            var bins = newest.bins(place, name);
            page.open("figure").open("figcaption", "dir", "auto");
            page.text("%s, %s"
                            .formatted(
                                    Show.name(name),
                                    Show.count(
                                            bins.stream()
                                                    .mapToInt(Probabilities.Bin::rows)
                                                    .sum(),
                                            "row")))
                    .close();
            reliability(bins, largest(bins), "Told and happened in " + Show.name(name), SMALL_WIDTH, SMALL_HEIGHT);
            page.close().line();
        }
        page.close().line();
        var table = Table.open(
                page,
                "Segments with rows enough in the test window; AUC where the rarer outcome occurs often enough",
                "Segment",
                "Rows",
                "Told",
                "Happened",
                "AUC");
        fit.segments().forEach((name, its) -> segment(table, name, its));
        table.close();
        end();
    }

    private void segment(Table table, String name, SegmentFigures its) {
        var pointer = "/segments" + Table.step(name);
        table.row(Show.name(name))
                .figure(pointer + "/rows", its.rows(), Show.count(its.rows()))
                .figure(pointer + "/told", its.told(), Show.percent(its.told()));
        page.open("td", "class", "number");
        Table.figure(page, pointer + "/happened", its.happened(), Show.percent(its.happened()));
        page.leaf("span", Show.percent(newest.share(its.happened(), its.rows())), "class", "range");
        page.close();
        table.figure(pointer + "/auc", its.auc(), Double.isNaN(its.auc()) ? TOO_FEW : Show.figure(its.auc()))
                .end();
    }

    void confidence() {
        begin("May confidence be trusted?", fit.confidence().sentence());
        var table = Table.open(
                page,
                "Rows by confidence, least first, with their error (Brier score) and the one that their probabilities"
                        + " promise",
                "Confidence",
                "Rows",
                "Error",
                "Promised");
        for (int third = 0; third < fit.confidence().thirds().size(); third++) {
            var its = fit.confidence().thirds().get(third);
            var pointer = "/confidence/thirds/%s".formatted(third);
            table.row("%s to %s".formatted(Math.round(its.from()), Math.round(its.to())))
                    .figure(pointer + "/rows", its.rows(), Show.count(its.rows()))
                    .figure(pointer + "/brier", its.brier(), Show.figure(its.brier()))
                    .figure(pointer + "/promised", its.promised(), Show.figure(its.promised()))
                    .end();
        }
        table.close();
        end();
    }

    void confidenceLine() {
        var line = fit.confidenceLine();
        begin("Above and below the confidence line", line.sentence());
        var table = Table.open(page, "Rows by confidence", "Confidence", "Rows", "Told", "Happened");
        side(table, "below 70", "/confidenceLine/below", line.below());
        side(table, "70 and above", "/confidenceLine/above", line.above());
        table.close();
        end();
    }

    private void side(Table table, String name, String pointer, ConfidenceLine.Side side) {
        table.row(name)
                .figure(pointer + "/rows", side.rows(), Show.count(side.rows()))
                .figure(pointer + "/told", side.told(), side.rows() == 0 ? TOO_FEW : Show.percent(side.told()));
        share(pointer + "/happened", side.share());
        table.end();
    }

    private void share(String pointer, Optional<Interval> share) {
        page.open("td", "class", "number");
        share.ifPresentOrElse(
                its -> {
                    Table.figure(page, pointer + "/value", its.value(), Show.percent(its.value()));
                    page.leaf("span", Show.percent(its), "class", "range");
                },
                () -> page.text(TOO_FEW));
        page.close();
    }

    void handRaisers(HandRaisers its) {
        begin("Hand-raisers that are missed", its.sentence());
        var table = Table.open(
                page, "Those who asked for us, in the test window", "Rows", "Succeeded", "Missed", "Share missed");
        table.row(Show.count(its.rows()))
                .figure("/handRaisers/successes", its.successes(), Show.count(its.successes()))
                .figure("/handRaisers/missed", its.missed(), Show.count(its.missed()));
        share("/handRaisers/missedShare", its.share());
        table.end();
        table.close();
        end();
    }

    void months() {
        var months = fit.months()
                .subList(
                        Math.max(0, fit.months().size() - MOST_MONTHS),
                        fit.months().size());
        var says = Findings.months(months);
        begin("Month by month", says);
        side();
        var happened = months.stream()
                .map(month -> Shares.interval(month.rate(), month.groups()))
                .toList();
        double largest = IntStream.range(0, months.size())
                .mapToDouble(place -> DoubleStream.of(
                                happened.get(place).high(),
                                months.get(place).told(),
                                months.get(place).averagePrecision())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0))
                .max()
                .orElseThrow();
        var plot = Plot.open(
                page,
                "Month by month. " + says,
                WIDTH,
                HEIGHT,
                Plot.named(
                        "month",
                        months.stream().map(month -> month.month().toString()).toList()),
                Plot.shares("rows", Math.min(1, largest)));
        runs(plot, "ideal", months, MonthFigures::averagePrecision);
        runs(plot, "whisker", months, MonthFigures::calibrationError);
        runs(plot, "curve", months, MonthFigures::told);
        for (int place = 0; place < months.size(); place++) {
            plot.dot(place + 0.5, happened.get(place));
        }
        plot.close();
        monthTable(months, happened);
        page.close();
        page.leaf(
                "p",
                "Dots are what happened, with 95\u00a0% intervals; the thick line is what was told, the thin one the"
                        + " calibration error, the dashed one average precision. Rows of the train window were learned"
                        + " from, so that their figures flatter.",
                "class",
                "quiet");
        end();
    }

    private void monthTable(List<MonthFigures> months, List<Interval> happened) {
        var table = Table.open(
                page,
                "Months, by UTC; figures where there are rows enough",
                "Month",
                "Window",
                "Rows",
                "Told",
                "Happened",
                "Calibration error",
                "Average precision");
        int first = fit.months().size() - months.size();
        for (int place = 0; place < months.size(); place++) {
            var its = months.get(place);
            var pointer = "/months/%s".formatted(first + place);
            table.row(its.month().toString())
                    .cell(its.window())
                    .figure(pointer + "/rows", its.rows(), Show.count(its.rows()))
                    .figure(pointer + "/told", its.told(), Show.percent(its.told()));
            page.open("td", "class", "number");
            Table.figure(page, pointer + "/happened", its.rate(), Show.percent(its.rate()));
            page.leaf("span", Show.percent(happened.get(place)), "class", "range");
            page.close();
            table.figure(pointer + "/calibrationError", its.calibrationError(), orTooFew(its.calibrationError()))
                    .figure(pointer + "/averagePrecision", its.averagePrecision(), orTooFew(its.averagePrecision()))
                    .end();
        }
        table.close();
    }

    private static String orTooFew(double figure) {
        return Double.isNaN(figure) ? TOO_FEW : Show.figure(figure);
    }

    /** A line through the months that have the figure, broken where one has not; a month on its own is a dash. */
    private static void runs(
            Plot plot, String style, List<MonthFigures> months, ToDoubleFunction<MonthFigures> figure) {
        var run = new ArrayList<Plot.Spot>();
        for (int place = 0; place <= months.size(); place++) {
            double value = place < months.size() ? figure.applyAsDouble(months.get(place)) : Double.NaN;
            if (!Double.isNaN(value)) {
                run.add(new Plot.Spot(place + 0.5, value));
            } else if (run.size() == 1) {
                var only = run.getFirst();
                plot.line(style, new Plot.Spot(only.x() - 0.3, only.y()), new Plot.Spot(only.x() + 0.3, only.y()));
                run.clear();
            } else if (!run.isEmpty()) {
                plot.line(style, run);
                run.clear();
            }
        }
    }

    void drift() {
        var columns = fit.drift().columns();
        begin("Do inputs still look like those learned from?", fit.drift().sentence(Show::name));
        if (columns.isEmpty()) {
            end();
            return;
        }
        var strip = new Strip(
                columns.stream()
                        .mapToDouble(its -> Math.max(its.index(), its.threshold()))
                        .max()
                        .orElseThrow(),
                0);
        var table = Table.open(
                page,
                "Population stability index of the test rows against the train rows, and the threshold that luck"
                        + " explains with so many rows and columns",
                "Column",
                "Index",
                strip.scale(),
                "Threshold",
                "Drifted");
        for (int place = 0; place < Math.min(columns.size(), MOST_COLUMNS); place++) {
            var its = columns.get(place);
            var pointer = "/drift/columns/%s".formatted(place);
            table.row(Show.name(its.column()))
                    .figure(pointer + "/index", its.index(), Show.figure(its.index()))
                    .strip(() -> strip.bar(page, its.index()))
                    .figure(pointer + "/threshold", its.threshold(), Show.figure(its.threshold()))
                    .cell(its.hasDrifted() ? "yes" : "no")
                    .end();
        }
        table.close();
        if (columns.size() > MOST_COLUMNS) {
            page.leaf(
                    "p",
                    "%s more drifted less.".formatted(Show.count(columns.size() - MOST_COLUMNS, "column")),
                    "class",
                    "quiet");
        }
        end();
    }

    void segmentCalibration() {
        var trials = fit.segmentCalibration();
        if (trials.isEmpty()) {
            return;
        }
        begin("How segments are calibrated", Findings.segmentCalibration(trials));
        var table = Table.open(
                page,
                "Of its own, or that of all, moved by a shift in log-odds or as it is",
                "Segment",
                "Rows",
                "Succeeded",
                "Calibration",
                "Shift",
                "Why");
        for (int place = 0; place < trials.size(); place++) {
            var its = trials.get(place);
            var pointer = "/segmentCalibration/%s".formatted(place);
            table.row(Show.name(its.segment()))
                    .figure(pointer + "/rows", its.rows(), Show.count(its.rows()))
                    .figure(pointer + "/successes", (double) its.successes(), Show.count(its.successes()))
                    .cell(its.kind())
                    .figure(pointer + "/shift", its.shift(), Show.figure(its.shift()))
                    .words(its.reason())
                    .end();
        }
        table.close();
        end();
    }

    void curve() {
        var says = Findings.curve(newest);
        begin("Precision and recall", says);
        side();
        var curve = newest.curve();
        double largest = curve.stream()
                .filter(point -> point.recall() >= 0.02)
                .mapToDouble(Ranking.Point::precision)
                .max()
                .orElseThrow();
        var recall = Plot.shares("successes found", 1);
        var precision = Plot.shares("picked rows that succeed", Math.max(largest, newest.rate()));
        var plot = Plot.open(page, "Precision against recall. " + says, WIDTH, HEIGHT, recall, precision);
        plot.line("ideal", new Plot.Spot(0, newest.rate()), new Plot.Spot(1, newest.rate()));
        plot.note(1, newest.rate(), "at random");
        plot.line("curve", spots(curve, precision.most()));
        plot.close();
        var table = Table.open(
                page, "What picking the best rows gives", "Rows picked", "Successes found", "Of them succeed");
        for (Ranking.Point point : Findings.tenthsOfRecall(curve)) {
            table.row(Show.percent(point.picked()))
                    .cell(Show.percent(point.recall()))
                    .interval(
                            Show.percent(point.precision()),
                            Show.percent(newest.share(point.precision(), point.picked() * newest.size())))
                    .end();
        }
        table.close();
        page.close();
        end();
    }

    /** Of the first rows alone a precision jumps from 0 to 1; the picture begins where it holds them, and leaves out what nobody could see. */
    private static List<Plot.Spot> spots(List<Ranking.Point> curve, double most) {
        var spots = new ArrayList<Plot.Spot>();
        for (Ranking.Point point : curve) {
            var spot = new Plot.Spot(point.recall(), point.precision());
            if (point.precision() <= most && (spots.isEmpty() || isApart(spot, spots.getLast(), most))) {
                spots.add(spot);
            }
        }
        return spots;
    }

    private static boolean isApart(Plot.Spot spot, Plot.Spot last, double most) {
        return spot.x() - last.x() > HAIR || Math.abs(spot.y() - last.y()) / most > HAIR || spot.x() == 1;
    }

    void tenths() {
        var tenths = newest.tenths();
        var says = Findings.tenths(tenths, newest.liftOfPick(), newest.rate());
        begin("Lift by tenth of the rows", says);
        side();
        double largest = tenths.stream().mapToDouble(Interval::high).max().orElseThrow();
        var plot = Plot.open(
                page,
                "Rate of success by tenth of the rows, best first. " + says,
                WIDTH,
                HEIGHT,
                Plot.numbered("tenth of the rows, best first", tenths.size()),
                Plot.shares("rows that succeed", largest));
        plot.line("ideal", new Plot.Spot(0, newest.rate()), new Plot.Spot(tenths.size(), newest.rate()));
        for (int tenth = 0; tenth < tenths.size(); tenth++) {
            plot.bar(tenth, tenths.get(tenth), Show.times(tenths.get(tenth).value() / newest.rate()));
        }
        plot.close();
        var table = Table.open(page, "Tenths of the test rows, best first", "Tenth", "Rows", "Succeed", "Lift");
        for (int tenth = 0; tenth < tenths.size(); tenth++) {
            var its = tenths.get(tenth);
            table.row(Integer.toString(tenth + 1))
                    .cell(Plot.number(newest.size() / 10.0))
                    .interval(Show.percent(its.value()), Show.percent(its))
                    .cell(Show.times(its.value() / newest.rate()))
                    .end();
        }
        table.close();
        page.close();
        page.leaf(
                "p",
                "The dashed line is the rate of all rows, %s. Where rows tie over the edge of a tenth, their mean counts."
                        .formatted(Show.percent(newest.rate())),
                "class",
                "quiet");
        end();
    }

    void picked(Optional<String> amount, OptionalInt segment) {
        page.leaf("p", Findings.picked(newest.all(), newest.toldHigh()));
        amount.ifPresentOrElse(
                this::byAmount,
                () -> page.leaf("p", "By value: not measured, since the schema names no column with role: amount."));
        segment.ifPresentOrElse(
                this::bySegment,
                () -> page.leaf("p", "By segment: not measured, since the schema names no input with role: segment."));
    }

    private void byAmount(String column) {
        var parts = newest.byAmount();
        begin("Precision by value", Findings.precisions(parts));
        parts(
                "Bands of %s, in its own currency; precision where at least %s rows are picked"
                        .formatted(Show.name(column), Newest.LEAST_PICKED),
                parts,
                "Precision",
                true);
        end();
    }

    private void bySegment(int place) {
        var parts = newest.byWord(place);
        begin("Recall by segment", Findings.recalls(parts));
        parts(
                "Successes that are picked, where there are at least %s".formatted(Newest.LEAST_SUCCESSES),
                parts,
                "Recall",
                false);
        end();
    }

    private void parts(String caption, List<Newest.Part> parts, String figure, boolean isPrecision) {
        var table = Table.open(
                page,
                caption,
                isPrecision ? "Band" : "Segment",
                "Rows",
                "Succeeded",
                "Picked",
                "Of them succeeded",
                figure);
        parts.forEach(part -> part(table, isPrecision ? part.name() : Show.name(part.name()), part, isPrecision));
        part(table, newest.all().name(), newest.all(), isPrecision);
        table.close();
    }

    private static void part(Table table, String name, Newest.Part part, boolean isPrecision) {
        table.row(name)
                .cell(Show.count(part.rows()))
                .cell(Show.count(part.successes()))
                .cell(Show.count(part.picked()))
                .cell(Show.count(part.pickedSuccesses()));
        (isPrecision ? part.precision() : part.recall())
                .ifPresentOrElse(
                        its -> table.interval(Show.percent(its.value()), Show.percent(its)), () -> table.cell(TOO_FEW));
        table.end();
    }

    void importance() {
        begin("What each column contributes", Findings.importance(fit.importance()));
        var columns = Findings.byValue(fit.importance());
        var strip = new Strip(Math.max(columns.getFirst().getValue(), Double.MIN_NORMAL), 0);
        var table = Table.open(
                page,
                "Mean absolute contribution over the test rows, in log-odds",
                "Column",
                "Contribution",
                strip.scale());
        columns.stream()
                .limit(MOST_COLUMNS)
                .forEach(entry -> table.row(Show.name(entry.getKey()))
                        .figure(
                                "/importance" + Table.step(entry.getKey()),
                                entry.getValue(),
                                Show.figure(entry.getValue()))
                        .strip(() -> strip.bar(page, entry.getValue()))
                        .end());
        table.close();
        if (columns.size() > MOST_COLUMNS) {
            page.leaf(
                    "p",
                    "%s more move it less.".formatted(Show.count(columns.size() - MOST_COLUMNS, "column")),
                    "class",
                    "quiet");
        }
        end();
    }

    void ablation() {
        var parts = fit.ablation().parts();
        if (parts.isEmpty()) {
            page.leaf(
                    "p",
                    "What each family of columns adds was not tried: %s."
                            .formatted(fit.ablation().notDone().orElseThrow()));
            return;
        }
        begin("What each family of columns adds", Findings.ablation(parts));
        double most = parts.stream()
                .mapToDouble(part -> Math.max(
                        Math.abs(part.averagePrecision().low()),
                        Math.abs(part.averagePrecision().high())))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var strip = Strip.around(Math.max(most, Double.MIN_NORMAL));
        var table = Table.open(
                page,
                "Without each, learned anew from all others on the same windows; the difference with its 95\u00a0%"
                        + " interval, paired over groups. Above 0 it helps",
                "Family",
                "Columns",
                "Average precision",
                strip.scale(),
                "Log loss");
        for (int place = 0; place < parts.size(); place++) {
            var its = parts.get(place);
            var pointer = "/ablation/parts/%s".formatted(place);
            table.row(Show.name(its.family()))
                    .cell(Show.count(its.columns().size()))
                    .interval(pointer + "/averagePrecision", its.averagePrecision())
                    .strip(() -> strip.interval(page, its.averagePrecision()))
                    .interval(pointer + "/logLoss", its.logLoss())
                    .end();
        }
        table.close();
        end();
    }

    void segmentModels() {
        fit.segmentModels().ifPresent(its -> page.leaf("p", its.sentence()));
    }

    void candidates() {
        if (fit.candidates().isEmpty()) {
            return;
        }
        begin("Which way of learning", Findings.candidates(fit.candidates()));
        double most = fit.candidates().stream()
                .mapToDouble(Candidate::averagePrecision)
                .max()
                .orElseThrow();
        var strip = new Strip(most > 0 ? most : 1, 0);
        var table = Table.open(
                page,
                "On rolling origins within the train window; the interval is that of the difference",
                "Way of learning",
                "Average precision",
                strip.scale(),
                "Log loss",
                "Why it serves, or does not");
        for (int place = 0; place < fit.candidates().size(); place++) {
            var its = fit.candidates().get(place);
            var pointer = "/candidates/%s".formatted(place);
            table.row(its.name() + (its.isChosen() ? " (serves)" : ""))
                    .figure(pointer + "/averagePrecision", its.averagePrecision(), Show.figure(its.averagePrecision()))
                    .strip(() -> {
                        if (Double.isFinite(its.averagePrecision())) {
                            strip.dot(page, its.averagePrecision());
                        }
                    })
                    .figure(pointer + "/logLoss", its.logLoss(), Show.figure(its.logLoss()))
                    .words(its.reason())
                    .end();
        }
        table.close();
        end();
    }
}
