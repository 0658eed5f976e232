package io.caucus.scoring.learn;

import io.caucus.scoring.LogOdds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A prediction taken apart. It cannot exist unless it adds up: base and shares are the margin to 1e-9, and their points, with
 * those of calibration, are what separates the probability from that of the base, to 1e-12; where a share is larger than 1, so
 * much of it.
 *
 * <p>Log-odds become points by one factor, as for scores by rules: the slope of the chord from the base to the margin. So points
 * keep signs and proportions.
 *
 * @param baseLogOdds expected of the training rows
 * @param shares one for each column, largest effect first
 * @param margin the log-odds before calibration
 * @param probability after it
 */
public record Breakdown(double baseLogOdds, List<ColumnShare> shares, double margin, double probability) {

    private static final double LOG_ODDS_ROUNDING = 1e-9;
    private static final double POINTS_ROUNDING = 1e-12;

    public Breakdown {
        shares = shares.stream().sorted(ColumnShare.LARGEST_FIRST).toList();
        double logOdds = baseLogOdds;
        double points = LogOdds.toProbability(baseLogOdds);
        double size = 1;
        for (ColumnShare share : shares) {
            logOdds += share.logOdds();
            points += share.points();
            size = Math.max(size, Math.abs(share.logOdds()));
        }
        check("log-odds", logOdds, margin, LOG_ODDS_ROUNDING * size);
        check("points", points, LogOdds.toProbability(margin), POINTS_ROUNDING * size);
    }

    /** @param prediction of the same scorer */
    static Breakdown of(LearnedScorer scorer, Prediction prediction) {
        var encoding = scorer.encoding();
        double[] inputs = encoding.encode(prediction.question());
        var explanation = scorer.model().explain(inputs);
        double margin = scorer.model().margin(inputs);
        double slope = LogOdds.slope(explanation.base(), margin);
        Map<String, Double> byColumn = new TreeMap<>();
        var origins = encoding.origins();
        for (int input = 0; input < inputs.length; input++) {
            byColumn.merge(origins.get(input), explanation.contributions()[input], Double::sum);
        }
        var unseen = prediction.deviations().stream()
                .filter(Deviation::isUnseen)
                .map(Deviation::column)
                .collect(Collectors.toSet());
        var shares = new ArrayList<ColumnShare>();
        for (Encoding.Encoded column : encoding.columns()) {
            var name = column.column();
            double logOdds = byColumn.getOrDefault(name, 0.0);
            shares.add(new ColumnShare(
                    name, value(column, prediction.question()), unseen.contains(name), logOdds, logOdds * slope));
        }
        return new Breakdown(
                explanation.base(), shares, margin, prediction.told().probability());
    }

    private static Optional<String> value(Encoding.Encoded column, Question question) {
        if (!question.has(column.place())) {
            return Optional.empty();
        }
        return Optional.ofNullable(question.words()[column.place()])
                .or(() -> Optional.of(ColumnShare.text(column.type(), question.numbers()[column.place()])));
    }

    /** The chance before any share. */
    public double baseProbability() {
        return LogOdds.toProbability(baseLogOdds);
    }

    public double uncalibrated() {
        return LogOdds.toProbability(margin);
    }

    /** What the step from margin to probability adds: a line of its own, since no column did it. */
    public double calibrationPoints() {
        return probability - uncalibrated();
    }

    private static void check(String unit, double sum, double total, double rounding) {
        if (!(Math.abs(sum - total) <= rounding)) {
            throw new IllegalArgumentException("prediction does not add up: %s sum to %s, must be %s within %s"
                    .formatted(unit, sum, total, rounding));
        }
    }
}
