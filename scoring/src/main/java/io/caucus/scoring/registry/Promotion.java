package io.caucus.scoring.registry;

import io.caucus.scoring.registry.Condition.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking that a version serve.
 *
 * @param gate what it had to show
 * @param entry the line of the changelog; empty if it may not serve without a reason
 */
public record Promotion(String version, Target target, List<Condition> gate, Optional<LogEntry> entry) {

    public Promotion {
        gate = List.copyOf(gate);
    }

    /** Whether everything was shown. */
    static boolean isOpen(List<Condition> gate) {
        return gate.stream().allMatch(condition -> condition.outcome() == Outcome.PASSED);
    }
}
