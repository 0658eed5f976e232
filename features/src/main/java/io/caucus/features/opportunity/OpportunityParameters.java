package io.caucus.features.opportunity;

import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * @param fewestPeers with fewer stays in a stage than this, nothing is said about a deal in it
 * @param quietBefore a deal that advances after so long without a buyer action did so on our word alone
 * @param nextStepWindow how long a next step is remembered
 * @param nextSteps what a buyer says that sets one
 * @param leastConfidence how sure an extractor must be of what was said
 */
public record OpportunityParameters(
        int fewestPeers,
        Duration quietBefore,
        Duration nextStepWindow,
        SortedSet<ConversationSignal> nextSteps,
        double leastConfidence) {

    public static final OpportunityParameters DEFAULT = new OpportunityParameters(
            10,
            Duration.ofDays(14),
            Duration.ofDays(30),
            new TreeSet<>(Set.of(ConversationSignal.MEETING_BOOKED, ConversationSignal.ASKS_TO_LOOP_IN)),
            0.5);

    public OpportunityParameters {
        nextSteps = Collections.unmodifiableSortedSet(new TreeSet<>(nextSteps));
        if (fewestPeers < 1) {
            throw new IllegalArgumentException("fewestPeers is %d, must be at least 1".formatted(fewestPeers));
        }
        checkPositive("quietBefore", quietBefore);
        checkPositive("nextStepWindow", nextStepWindow);
        if (nextSteps.isEmpty()) {
            throw new IllegalArgumentException("nextSteps is empty; name at least one signal that sets a next step");
        }
        if (!(leastConfidence > 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence is %s, must lie in (0, 1]".formatted(leastConfidence));
        }
    }

    private static void checkPositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("%s is %s, must be positive".formatted(name, duration));
        }
    }

    /** The same but for the stays a stage must have. */
    public OpportunityParameters withFewestPeers(int stays) {
        return new OpportunityParameters(stays, quietBefore, nextStepWindow, nextSteps, leastConfidence);
    }
}
