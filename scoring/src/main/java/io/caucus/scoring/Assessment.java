package io.caucus.scoring;

import java.util.List;
import java.util.Optional;

/** How an account came out: a score with its reasons, or too little to go by. */
public sealed interface Assessment {

    /** The version of the model that assessed. */
    String modelVersion();

    /**
     * A chance with its reasons. It cannot exist unless they add up: the base and all contributions are the model's log-odds, to 1e-9,
     * and all points, with those of calibration, are what separates the probability from that of the base, to 1e-12; where a
     * contribution is larger than 1, so much of it. Sums are taken in the order of the list.
     *
     * @param probability the chance, in (0, 1); calibrated, in [0, 1]
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param band the policy's name for this height
     * @param contributions one for each feature that the model weighs, largest effect first, then by feature id
     * @param calibration empty if the model's log-odds are those of the probability
     */
    record Score(
            String modelVersion,
            Tier tier,
            double probability,
            double low,
            double high,
            String band,
            double baseLogOdds,
            List<Contribution> contributions,
            Optional<CalibrationStep> calibration)
            implements Assessment {

        private static final double LOG_ODDS_ROUNDING = 1e-9;
        private static final double POINTS_ROUNDING = 1e-12;

        public Score {
            contributions =
                    contributions.stream().sorted(Contribution.LARGEST_FIRST).toList();
            checkOrder(low, probability, high, calibration.isPresent());
            double logOdds = baseLogOdds;
            double points = 0;
            double size = 1;
            for (Contribution contribution : contributions) {
                logOdds += contribution.logOdds();
                points += contribution.points();
                size = Math.max(size, Math.abs(contribution.logOdds()));
            }
            double promised = calibration.map(CalibrationStep::logOdds).orElse(LogOdds.of(probability));
            check("log-odds", logOdds, promised, LOG_ODDS_ROUNDING * size);
            check(
                    "points",
                    points + points(calibration),
                    probability - LogOdds.toProbability(baseLogOdds),
                    POINTS_ROUNDING * size);
        }

        /** Not calibrated. */
        public Score(
                String modelVersion,
                Tier tier,
                double probability,
                double low,
                double high,
                String band,
                double baseLogOdds,
                List<Contribution> contributions) {
            this(modelVersion, tier, probability, low, high, band, baseLogOdds, contributions, Optional.empty());
        }

        /** The chance before any contribution. */
        public double baseProbability() {
            return LogOdds.toProbability(baseLogOdds);
        }

        /** What calibration adds, in probability; 0 where there is none. */
        public double calibrationPoints() {
            return points(calibration);
        }

        private static double points(Optional<CalibrationStep> calibration) {
            return calibration.map(CalibrationStep::points).orElse(0.0);
        }

        /** Calibration may be certain of an end, as rules never are. */
        private static void checkOrder(double low, double probability, double high, boolean isCalibrated) {
            if (!(low <= probability && probability <= high)
                    || !(isCalibrated ? 0 <= low && high <= 1 : 0 < low && high < 1)) {
                throw new IllegalArgumentException("probability %s with interval [%s, %s] must satisfy %s"
                        .formatted(
                                probability,
                                low,
                                high,
                                isCalibrated ? "0 ≤ low ≤ it ≤ high ≤ 1" : "0 < low ≤ it ≤ high < 1"));
            }
        }

        private static void check(String unit, double sum, double total, double rounding) {
            if (!(Math.abs(sum - total) <= rounding)) {
                throw new IllegalArgumentException("score does not add up: %s sum to %s, must be %s within %s"
                        .formatted(unit, sum, total, rounding));
            }
        }
    }

    /** Too little to go by. Never shown as a number. */
    record NoScore(String modelVersion, NoScoreReason reason) implements Assessment {

        public String cure() {
            return reason.cure();
        }
    }
}
