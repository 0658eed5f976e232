package io.caucus.scoring.registry;

import io.caucus.scoring.evaluation.GroupBootstrap;
import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.learn.Verdict;
import io.caucus.scoring.registry.Condition.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a version must show before it serves: that it has a signal and no leak, was judged as fairly as the champion, is not worse
 * than it beyond noise, and keeps its word.
 *
 * <p>Two versions are compared row by row, on the rows that both were judged on; if these are not the same, no figure of the one
 * says anything about the other's, and the gate says that instead. Noise is a bootstrap over rows, paired. Rows of one group count as
 * witnesses of their own here, since predictions do not tell groups: a difference seems a little surer than it is.
 */
final class Gate {

    static final String SIGNAL = "usable signal";
    static final String LEAKS = "no leaks";
    static final String WINDOW = "fair newest window";
    static final String PRECISION = "average precision";
    static final String LOSS = "log loss";
    static final String CALIBRATION = "calibration";

    private static final int DRAWS = 1000;
    private static final long SEED = 1;
    /** Standard deviations above the mean that hold 95 % of a normal distribution's draws below them. */
    private static final double ONE_SIDED = 1.6448536269514722;

    private final Version version;
    private final Optional<Version> champion;
    private final List<Condition> conditions = new ArrayList<>();

    private Gate(Version version, Optional<Version> champion) {
        this.version = version;
        this.champion = champion;
    }

    static List<Condition> judge(Version version, Optional<Version> champion) {
        var gate = new Gate(version, champion);
        gate.signal();
        gate.leaks();
        gate.window();
        gate.comparison();
        gate.calibration();
        return gate.conditions;
    }

    /** @param problem why nothing can be said of the champion */
    static List<Condition> judgeWithout(Version version, String problem) {
        var gate = new Gate(version, Optional.empty());
        gate.signal();
        gate.leaks();
        gate.window();
        gate.found(PRECISION, Outcome.UNJUDGED, "the champion cannot be read: %s".formatted(problem));
        gate.found(LOSS, Outcome.UNJUDGED, "the champion cannot be read: %s".formatted(problem));
        gate.calibration();
        return gate.conditions;
    }

    private void found(String name, Outcome outcome, String finding) {
        conditions.add(new Condition(name, outcome, finding));
    }

    private void signal() {
        var verdict = version.evaluation().verdict();
        var auc = version.evaluation().model().auc();
        found(
                SIGNAL,
                verdict == Verdict.SIGNAL ? Outcome.PASSED : Outcome.FAILED,
                String.format(
                        Locale.ROOT,
                        "%s; AUC %.3f [%.3f, %.3f] on the newest window",
                        verdict.words(),
                        auc.value(),
                        auc.low(),
                        auc.high()));
    }

    private void leaks() {
        var inputs = version.evaluation().inputs();
        var read = version.evaluation().leaks().stream()
                .filter(leak -> inputs.contains(leak.column()))
                .toList();
        var open = read.stream().filter(leak -> !leak.isWaived()).toList();
        if (!open.isEmpty()) {
            found(LEAKS, Outcome.FAILED, "it reads %s, and nobody waived that".formatted(columns(open)));
        } else if (read.isEmpty()) {
            found(LEAKS, Outcome.PASSED, "it reads no column that leaks");
        } else {
            found(LEAKS, Outcome.PASSED, "its schema vouches for %s".formatted(columns(read)));
        }
    }

    private static String columns(List<Evaluation.LeakTold> leaks) {
        return leaks.stream()
                .map(leak -> "%s (%s)".formatted(leak.column(), leak.evidence()))
                .collect(Collectors.joining(", "));
    }

    /** A shorter embargo flatters, and an older window is not the newest. */
    private void window() {
        var mine = version.evaluation();
        var days = "%d days between windows, a horizon of %d"
                .formatted(mine.embargoDays(), mine.target().horizonDays());
        var its = champion.map(Version::evaluation);
        if (its.filter(other -> mine.test().to().isBefore(other.test().to())).isPresent()) {
            found(
                    WINDOW,
                    Outcome.FAILED,
                    "its newest row is of %s, the champion's of %s: train on newer rows"
                            .formatted(
                                    mine.test().to(), its.orElseThrow().test().to()));
        } else if (mine.embargoDays() >= mine.target().horizonDays()) {
            found(WINDOW, Outcome.PASSED, days);
        } else if (its.filter(other -> other.embargoDays() <= mine.embargoDays())
                .isPresent()) {
            found(
                    WINDOW,
                    Outcome.PASSED,
                    String.format(
                            Locale.ROOT,
                            "%s: the figures flatter a little, and no more than the champion's with %d days",
                            days,
                            its.orElseThrow().embargoDays()));
        } else {
            found(
                    WINDOW,
                    Outcome.FAILED,
                    "%s: outcomes that it learned from were not known when the window began, so its figures flatter"
                            .formatted(days));
        }
    }

    private void comparison() {
        if (champion.isEmpty()) {
            found(PRECISION, Outcome.PASSED, "there is no champion to be worse than");
            found(LOSS, Outcome.PASSED, "there is no champion to be worse than");
            return;
        }
        var other = champion.orElseThrow();
        if (!version.judged().isOfTheSameRowsAs(other.judged())) {
            incomparable(PRECISION, other, its -> its.averagePrecision().value());
            incomparable(LOSS, other, Evaluation.Figures::logLoss);
            return;
        }
        compare(PRECISION, other, rows -> rows.ranking()::averagePrecision, 1);
        compare(LOSS, other, rows -> rows.probabilities()::logLoss, -1);
    }

    private void incomparable(String name, Version other, ToDoubleFunction<Evaluation.Figures> figure) {
        found(
                name,
                Outcome.UNJUDGED,
                String.format(
                        Locale.ROOT,
                        "%.4f, the champion %s has %.4f, but of other rows: %s. Train both on one table to compare"
                                + " them",
                        figure.applyAsDouble(version.evaluation().model()),
                        other.name(),
                        figure.applyAsDouble(other.evaluation().model()),
                        version.origin().fingerprint().equals(other.origin().fingerprint())
                                ? "their windows differ"
                                : "their data differ"));
    }

    /** @param better 1 if more of it is better, −1 if less */
    private void compare(
            String name, Version other, Function<JudgedRows, ToDoubleFunction<double[]>> figure, int better) {
        var mine = figure.apply(version.judged());
        var its = figure.apply(other.judged());
        int[] rows = IntStream.range(0, version.judged().size()).toArray();
        var gain = new GroupBootstrap(rows, DRAWS, SEED)
                .of(weight -> mine.applyAsDouble(weight) - its.applyAsDouble(weight));
        var once = version.judged().ranking().once();
        found(
                name,
                isWorse(gain, better) ? Outcome.FAILED : Outcome.PASSED,
                String.format(
                        Locale.ROOT,
                        "%.4f, the champion %s has %.4f: %+.4f [%+.4f, %+.4f] on the same %d rows, %s",
                        mine.applyAsDouble(once),
                        other.name(),
                        its.applyAsDouble(once),
                        gain.value(),
                        gain.low(),
                        gain.high(),
                        rows.length,
                        isWorse(gain, better)
                                ? "worse beyond noise"
                                : isWorse(gain, -better) ? "better beyond noise" : "not worse beyond noise"));
    }

    private static boolean isWorse(Interval gain, int better) {
        return better > 0 ? gain.high() < 0 : gain.low() > 0;
    }

    private void calibration() {
        var figures = version.evaluation().model();
        double bound = luckBound(figures);
        found(
                CALIBRATION,
                figures.calibrationError() <= bound ? Outcome.PASSED : Outcome.FAILED,
                String.format(
                        Locale.ROOT,
                        "its error is %.4f; 95 of 100 honest models would show at most %.4f by luck alone",
                        figures.calibrationError(),
                        bound));
    }

    /**
     * The calibration error that 95 % of models stay below whose every bin has just the chance that it was told. A bin's miss is the
     * absolute value of a normal deviation, with mean {@code s·√(2/π)} and variance {@code s²·(1 − 2/π)}; their weighted sum is taken
     * for normal.
     */
    static double luckBound(Evaluation.Figures figures) {
        double rows = figures.bins().stream().mapToInt(bin -> bin.rows()).sum();
        double mean = 0;
        double variance = 0;
        for (var bin : figures.bins()) {
            double share = bin.rows() / rows;
            double square = bin.told() * (1 - bin.told()) / bin.rows();
            mean += share * Math.sqrt(square * 2 / Math.PI);
            variance += share * share * square * (1 - 2 / Math.PI);
        }
        return mean + ONE_SIDED * Math.sqrt(variance);
    }
}
