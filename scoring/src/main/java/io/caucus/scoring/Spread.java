package io.caucus.scoring;

import io.caucus.features.FeatureVector;

/**
 * How wide the interval of a rule-based score is, either way, in log-odds: {@code fixed + perMissing · missing inputs +
 * thin / (1 + measure)}. Judgement, not a measured coverage: it is there so that two people and half the inputs do not look
 * as sure as twelve people and all of them.
 *
 * @param thin what is added when nothing at all stands behind the numbers
 * @param measure the feature that counts what stands behind them
 */
record Spread(double fixed, double perMissing, double thin, String measure) {

    Spread {
        if (!(fixed > 0 && perMissing >= 0 && thin >= 0)) {
            throw new IllegalArgumentException(
                    "interval is %s, %s, %s; the first must be positive, the others not negative"
                            .formatted(fixed, perMissing, thin));
        }
    }

    double halfWidth(FeatureVector values, long missingInputs) {
        double behind = Math.max(0, values.get(measure).findAmount().orElse(0));
        return fixed + perMissing * missingInputs + thin / (1 + behind);
    }
}
