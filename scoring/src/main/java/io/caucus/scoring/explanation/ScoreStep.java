package io.caucus.scoring.explanation;

import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.LogOdds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * From one state of a score to the next, feature by feature. It cannot exist unless it adds up: what the base and the shifts gained is what
 * the model's log-odds gained, to 1e-9, and their points, with those of calibration, what the probability gained, to 1e-12; where a shift is
 * larger than 1, so much of it.
 *
 * <p>Log-odds become points by one factor, the slope of the chord from the one state to the other, so that points keep signs and
 * proportions.
 *
 * @param baseLogOdds what the base gained: other than 0 only where the model is another one
 * @param basePoints the same in probability
 * @param shifts of the features whose value or contribution changed, largest effect first
 */
public record ScoreStep(Level before, Level after, double baseLogOdds, double basePoints, List<Shift> shifts) {

    private static final double LOG_ODDS_ROUNDING = 1e-9;
    private static final double POINTS_ROUNDING = 1e-12;

    public ScoreStep {
        shifts = shifts.stream().sorted(Shift.LARGEST_FIRST).toList();
        double logOdds = baseLogOdds;
        double points = basePoints;
        double size = 1;
        for (Shift shift : shifts) {
            logOdds += shift.logOdds();
            points += shift.points();
            size = Math.max(size, Math.abs(shift.logOdds()));
        }
        check("log-odds", logOdds, after.logOdds() - before.logOdds(), LOG_ODDS_ROUNDING * size);
        check(
                "points",
                points + gained(before, after),
                after.probability() - before.probability(),
                POINTS_ROUNDING * size);
    }

    static ScoreStep between(State before, State after) {
        double slope = LogOdds.slope(before.level().logOdds(), after.level().logOdds());
        var was = before.contributions();
        var is = after.contributions();
        var features = new TreeSet<>(was.keySet());
        features.addAll(is.keySet());
        var shifts = new ArrayList<Shift>();
        for (String feature : features) {
            double gained = logOdds(is, feature) - logOdds(was, feature);
            var shift = shift(before.explained(feature), after.explained(feature), gained, gained * slope);
            if (shift.moves() || !shift.before().equals(shift.after())) {
                shifts.add(shift);
            }
        }
        double base = after.sum().baseLogOdds() - before.sum().baseLogOdds();
        return new ScoreStep(before.level(), after.level(), base, base * slope, shifts);
    }

    /** A model that does not read a feature gives it nothing. */
    private static double logOdds(Map<String, Contribution> shares, String feature) {
        var share = shares.get(feature);
        return share == null ? 0 : share.logOdds();
    }

    private static Shift shift(ExplainedFeature before, ExplainedFeature after, double logOdds, double points) {
        return new Shift(
                after.definition(),
                before.value(),
                after.value(),
                logOdds,
                points,
                without(after.evidence().items(), before.evidence().items()),
                without(before.evidence().items(), after.evidence().items()));
    }

    private static List<EvidenceItem> without(List<EvidenceItem> all, List<EvidenceItem> some) {
        return all.stream().filter(item -> !some.contains(item)).toList();
    }

    private static double gained(Level before, Level after) {
        return after.calibrationPoints() - before.calibrationPoints();
    }

    /** What calibration gained, in probability: no feature did it. 0 where neither model is calibrated. */
    public double calibrationPoints() {
        return gained(before, after);
    }

    /** In probability, so that 0.05 is five points. */
    public double points() {
        return after.probability() - before.probability();
    }

    public double logOdds() {
        return after.logOdds() - before.logOdds();
    }

    /** Whether the score stands in a band of another name after it. */
    public boolean changesBand() {
        return !before.band().equals(after.band());
    }

    private static void check(String unit, double sum, double total, double rounding) {
        if (!(Math.abs(sum - total) <= rounding)) {
            throw new IllegalArgumentException(
                    "step does not add up: %s sum to %s, must be %s within %s".formatted(unit, sum, total, rounding));
        }
    }
}
