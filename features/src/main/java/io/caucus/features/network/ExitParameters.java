package io.caucus.features.network;

import io.caucus.graphmodel.time.HalfLife;

/**
 * @param halfLife how fast it fades that a company of an investor went public or was bought
 * @param priorAccounts how many companies the exit rate of all investors is worth beside an investor's own
 */
public record ExitParameters(HalfLife halfLife, double priorAccounts) {

    public static final ExitParameters DEFAULT = new ExitParameters(HalfLife.ofDays(2 * 365), 5);

    public ExitParameters {
        if (!(priorAccounts > 0 && priorAccounts < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "priorAccounts is %s, must be positive and finite".formatted(priorAccounts));
        }
    }
}
