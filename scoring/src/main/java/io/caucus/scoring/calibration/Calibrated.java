package io.caucus.scoring.calibration;

/**
 * A probability and how far it can be trusted: {@code 0 ≤ low ≤ p0 ≤ probability ≤ p1 ≤ high ≤ 1}.
 *
 * @param low the lower end of the 95 % interval of the chance of rows told the like: how far the luck of the calibration rows could have moved it
 * @param p0 for Venn–Abers, the calibrated chance had this very row failed, moved with the probability where a segment moves that; for a
 *     sigmoid, {@code low}
 * @param p1 had it succeeded; {@code high}
 * @param high the upper end
 */
public record Calibrated(double low, double p0, double probability, double p1, double high) {

    public Calibrated {
        if (!(0 <= low && low <= p0 && p0 <= probability && probability <= p1 && p1 <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "low, p0, probability, p1, high are %s, %s, %s, %s, %s; must rise within [0, 1]"
                            .formatted(low, p0, probability, p1, high));
        }
    }

    /** Of the interval. */
    public double width() {
        return high - low;
    }
}
