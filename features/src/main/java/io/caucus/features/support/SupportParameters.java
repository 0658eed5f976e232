package io.caucus.features.support;

import java.time.Duration;

/**
 * @param escalatedIn how long an escalation is remembered
 * @param answeredIn requests opened so lately tell how fast we answer
 * @param escalations which priorities are escalations
 */
public record SupportParameters(Duration escalatedIn, Duration answeredIn, EscalationPriorities escalations) {

    public static final SupportParameters DEFAULT =
            new SupportParameters(Duration.ofDays(30), Duration.ofDays(90), EscalationPriorities.standard());

    public SupportParameters {
        checkPositive("escalatedIn", escalatedIn);
        checkPositive("answeredIn", answeredIn);
    }

    private static void checkPositive(String name, Duration window) {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("%s is %s, must be positive".formatted(name, window));
        }
    }
}
