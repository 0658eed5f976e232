package io.caucus.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.evaluation.Probabilities;
import io.caucus.scoring.evaluation.Ranking;
import io.caucus.scoring.learn.Candidate;
import io.caucus.scoring.learn.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sentences follow their numbers. */
class FindingsTest {

    private static Judgement withAveragePrecision(double value, double low, double high) {
        var any = new Interval(0.5, 0.4, 0.6);
        return new Judgement(
                100,
                20,
                any,
                new Interval(value, low, high),
                any,
                1,
                0.5,
                0.4,
                new Probabilities.Brier(0, 0, 0, 0, 0),
                0.02,
                List.of());
    }

    @Test
    void baselinesAreAboveBelowOrCloseAsTheirIntervalsSay() {
        var baselines = new TreeMap<>(Map.of(
                "a", withAveragePrecision(0.1, 0.05, 0.15),
                "b", withAveragePrecision(0.3, 0.2, 0.4),
                "c", withAveragePrecision(0.8, 0.7, 0.9)));

        assertThat(Findings.baselines(withAveragePrecision(0.25, 0.2, 0.3), baselines))
                .isEqualTo(
                        "The 95\u00a0% interval of the model's average precision, 0.200–0.300, lies wholly above that of “a”, overlaps with that of “b” and lies wholly below that of “c”.");
        assertThat(Findings.baselines(withAveragePrecision(0.95, 0.91, 0.99), baselines))
                .endsWith("lies wholly above that of “a”, “b” and “c”.");
    }

    @Test
    void aHigherLogLossIsNotCalledLower() {
        assertThat(Findings.metrics(withAveragePrecision(0.25, 0.2, 0.3)))
                .isEqualTo(
                        "The model's log loss is 0.500, no lower than the 0.400 of somebody who always tells the base rate.");
    }

    @Test
    void theCandidateThatServesIsNamedWithItsReason() {
        var simple = new Candidate("simple", 0.2, 0.4, true, "the simplest");
        var rich = new Candidate("rich", 0.3, 0.5, false, "…");

        assertThat(Findings.candidates(List.of(simple, rich)))
                .isEqualTo(
                        "“simple” serves with an average precision of 0.200: the simplest; “rich” reached 0.300, but did not beat a simpler one in both average precision, beyond noise, and log loss.");
        assertThat(Findings.candidates(List.of(
                        new Candidate("simple", 0.2, 0.4, false, "…"), new Candidate("rich", 0.3, 0.3, true, "…"))))
                .isEqualTo(
                        "“rich” serves: better than a simpler one beyond noise, and of 2 ways to learn the one with the best average precision, 0.300.");
        assertThat(Findings.candidates(List.of(
                        new Candidate("simple", Double.NaN, Double.NaN, true, "the training window is too short"))))
                .isEqualTo("“simple” serves: the training window is too short.");
    }

    @Test
    void theColumnThatMovesMostIsNamedFirst() {
        assertThat(Findings.importance(new TreeMap<>(Map.of("a", 0.1, "b", 0.3))))
                .isEqualTo(
                        "\u2068b\u2069 moves the model's answer most: by 0.300 in log-odds on average, 75.0\u00a0% of what all columns move it.");
        assertThat(Findings.importance(new TreeMap<>(Map.of("a", 0.0))))
                .isEqualTo("No column moves the model's answer.");
    }

    private static Newest.Part part(String name, Optional<Interval> precision) {
        return new Newest.Part(name, 100, 20, 30, 10, precision, Optional.empty());
    }

    @Test
    void bandsOfTooFewRowsAreNotCompared() {
        var parts = List.of(
                part("0–10K", Optional.of(new Interval(0.5, 0.4, 0.6))),
                part("10–50K", Optional.empty()),
                part("50–100K", Optional.of(new Interval(0.2, 0.1, 0.3))));

        assertThat(Findings.precisions(parts))
                .isEqualTo(
                        "Of the picked rows, 50.0\u00a0% of those of 0–10K succeeded, the most, and 20.0\u00a0% of those of 50–100K, the least.");
        assertThat(Findings.precisions(parts.subList(0, 2)))
                .isEqualTo("Fewer than two bands have the 20 picked rows that it takes to say anything.");
    }

    @Test
    void rowsToldMuchAreCountedOrToldToBeTooFew() {
        var all = new Newest.Part("all", 1000, 200, 100, 60, Optional.empty(), Optional.empty());

        assertThat(Findings.picked(all, new Newest.Part("told", 19, 19, 19, 19, Optional.empty(), Optional.empty())))
                .isEqualTo(
                        "Picked are the 100\u00a0rows that the model puts first (10.0\u00a0% of all: a tenth). 19\u00a0rows were told 80\u00a0% or more, too few to say how many of such succeed.");
        assertThat(Findings.picked(all, new Newest.Part("told", 40, 10, 19, 19, Optional.empty(), Optional.empty())))
                .endsWith("40\u00a0rows were told 80\u00a0% or more, and 25.0\u00a0% of those succeeded.");
    }

    @Test
    void aTableOfACurveHoldsTheFirstPointOfEachTenth() {
        var curve = List.of(
                new Ranking.Point(0.1, 0.05, 0.5), new Ranking.Point(0.2, 0.35, 0.4), new Ranking.Point(1, 1, 0.2));

        assertThat(Findings.tenthsOfRecall(curve)).isEqualTo(curve.subList(1, 3));
    }
}
