package io.caucus.bench;

import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;

/** All goals of scores on a generated world, beside what was found. */
final class ScoresVerdict {

    private final LeakFindings leaks;
    private final int shuffles;
    private final long fooled;
    private final DriftFindings drift;
    private final ReliabilityFindings reliability;
    private final ReliabilityFindings calibrated;
    private final UpliftFindings uplift;
    private final Learning.Fit learned;
    private final List<ToldRow> told;

    /**
     * @param shuffles how often outcomes were shuffled
     * @param fooled how often the verdict was a usable signal all the same
     * @param calibrated of the window that probabilities were fitted to, which they cannot but fit
     * @param told the newest window, as far as the truth knows of it
     */
    ScoresVerdict(
            LeakFindings leaks,
            int shuffles,
            long fooled,
            DriftFindings drift,
            ReliabilityFindings reliability,
            ReliabilityFindings calibrated,
            UpliftFindings uplift,
            Learning.Fit learned,
            List<ToldRow> told) {
        this.leaks = leaks;
        this.shuffles = shuffles;
        this.fooled = fooled;
        this.drift = drift;
        this.reliability = reliability;
        this.calibrated = calibrated;
        this.uplift = uplift;
        this.learned = learned;
        this.told = List.copyOf(told);
    }

    List<Goal> goals() {
        var goals = new ArrayList<>(leaks.goals());
        goals.add(new Goal(
                "usable signal in shuffled outcomes", "%d of %d".formatted(fooled, shuffles), "none", fooled == 0));
        goals.addAll(drift.goals());
        goals.addAll(reliability.goals());
        goals.addAll(uplift.goals());
        return List.copyOf(goals);
    }

    /** Of the newest window. */
    private double ceiling() {
        var ranking = new Ranking(told.stream().mapToDouble(ToldRow::planted).toArray(), ToldRow.outcomes(told));
        return ranking.auc(ranking.once());
    }

    void print(PrintWriter screen) {
        var split = learned.split();
        screen.printf(
                "%nLearned from %,d rows, calibrated on %,d, judged on %,d, %d days apart; serves %s with %s.%n",
                split.train().size(),
                split.calibrate().size(),
                split.test().size(),
                split.embargo().toDays(),
                learned.scorer().model().getClass().getSimpleName(),
                learned.scorer().calibration().name());
        var auc = learned.judgement().auc();
        screen.printf(
                "AUC %.3f [%.3f, %.3f]; who knows all that is planted but the noise, timetables included: %.3f.%n",
                auc.value(), auc.low(), auc.high(), ceiling());
        screen.print(Goal.heading());
        goals().forEach(goal -> screen.print(goal.row()));
        screen.println();
        leaks.notes().forEach(screen::println);
        drift.print(screen);
        uplift.notes().forEach(screen::println);
        reliability.print(screen, "newest window");
        calibrated.print(screen, "calibration window");
        screen.flush();
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("goals", goals());
        json.put("leaks", leaks.json());
        json.put("shuffles", Map.of("tried", shuffles, "usableSignal", fooled));
        json.put("drift", drift.windows());
        json.put("driftByItself", drift.pairs());
        json.put("reliability", reliability.json());
        json.put("calibrationWindow", calibrated.tenths());
        json.put("uplift", uplift.json());
        json.put("auc", learned.judgement().auc());
        json.put("aucOfKnowingAll", ceiling());
        json.put(
                "windows",
                Map.of(
                        "train",
                        rows(learned.split().train()),
                        "calibrate",
                        rows(learned.split().calibrate()),
                        "test",
                        rows(learned.split().test()),
                        "embargoDays",
                        learned.split().embargo().toDays()));
        json.put("ways", learned.settings());
        json.put("families", learned.ablation().parts());
        return json;
    }

    private static Map<String, Object> rows(List<LearningTable.Row> rows) {
        return Map.of(
                "rows", rows.size(),
                "won", rows.stream().filter(LearningTable.Row::success).count(),
                "first", rows.getFirst().cutoff().toString(),
                "last", rows.getLast().cutoff().toString());
    }

    CategoryChart chart(String title) {
        return reliability.chart(title);
    }
}
