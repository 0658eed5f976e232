package io.caucus.graphmodel.vocabulary;

import java.util.Optional;

/** The three families a committee should cover. */
public enum FunctionFamily {
    TECHNICAL,
    BUSINESS,
    EXECUTIVE;

    /**
     * The family somebody speaks for: executives by seniority whatever their function, the others by function. Empty when
     * the function is not known, since a guess would count.
     */
    public static Optional<FunctionFamily> of(JobFunction function, Seniority seniority) {
        if (seniority.isExecutive()) {
            return Optional.of(EXECUTIVE);
        }
        if (function == JobFunction.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(function.isTechnical() ? TECHNICAL : BUSINESS);
    }
}
