package io.caucus.scoring;

import java.util.List;

/** How an account came out: a score with its reasons, or too little to go by. */
public sealed interface Assessment {

    /** The version of the model that assessed. */
    String modelVersion();

    /**
     * A chance with its reasons. It cannot exist unless they add up: the base and all contributions are the log-odds of the
     * probability, to 1e-9, and all points are what separates it from the base probability, to 1e-12. Sums are taken in the
     * order of the list.
     *
     * @param probability the chance, in (0, 1)
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param band the policy's name for this height
     * @param contributions one for each input, largest effect first, then by feature id
     */
    record Score(
            String modelVersion,
            Tier tier,
            double probability,
            double low,
            double high,
            String band,
            double baseLogOdds,
            List<Contribution> contributions)
            implements Assessment {

        private static final double LOG_ODDS_ROUNDING = 1e-9;
        private static final double POINTS_ROUNDING = 1e-12;

        public Score {
            contributions =
                    contributions.stream().sorted(Contribution.LARGEST_FIRST).toList();
            if (!(0 < low && low <= probability && probability <= high && high < 1)) {
                throw new IllegalArgumentException(
                        "probability %s with interval [%s, %s] must satisfy 0 < low ≤ it ≤ high < 1"
                                .formatted(probability, low, high));
            }
            double logOdds = baseLogOdds;
            double points = 0;
            for (Contribution contribution : contributions) {
                logOdds += contribution.logOdds();
                points += contribution.points();
            }
            check("log-odds", logOdds, LogOdds.of(probability), LOG_ODDS_ROUNDING);
            check("points", points, probability - LogOdds.toProbability(baseLogOdds), POINTS_ROUNDING);
        }

        /** The chance before any contribution. */
        public double baseProbability() {
            return LogOdds.toProbability(baseLogOdds);
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
