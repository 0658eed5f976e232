package io.caucus.features.product;

import java.time.Duration;

/**
 * @param window how far back the trend of seats begins, and products count as used
 * @param fewestPeers with fewer accounts in a cohort than this it has no baseline
 */
public record ProductParameters(Duration window, int fewestPeers) {

    public static final ProductParameters DEFAULT = new ProductParameters(Duration.ofDays(90), 10);

    public ProductParameters {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window is %s, must be positive".formatted(window));
        }
        if (fewestPeers < 1) {
            throw new IllegalArgumentException("fewestPeers is %d, must be at least 1".formatted(fewestPeers));
        }
    }
}
