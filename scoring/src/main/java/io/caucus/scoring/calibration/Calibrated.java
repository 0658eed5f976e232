package io.caucus.scoring.calibration;

/**
 * A probability and how far it can be trusted: {@code 0 ≤ p0 ≤ probability ≤ p1 ≤ 1}.
 *
 * @param p0 the lower end: for Venn–Abers the calibrated chance had this very row failed, for a sigmoid the lower 95 % bound of its curve
 * @param p1 the upper end: had it succeeded, or the upper bound
 */
public record Calibrated(double p0, double p1, double probability) {

    public Calibrated {
        if (!(0 <= p0 && p0 <= probability && probability <= p1 && p1 <= 1)) {
            throw new IllegalArgumentException(
                    "p0, probability, p1 are %s, %s, %s; must rise within [0, 1]".formatted(p0, probability, p1));
        }
    }

    /** The one number for two that minimises the worst regret in log loss (Vovk, Petej 2014, section 4). */
    static Calibrated ofPair(double p0, double p1) {
        return new Calibrated(p0, p1, Math.clamp(p1 / (1 - p0 + p1), p0, p1));
    }

    public double width() {
        return p1 - p0;
    }
}
