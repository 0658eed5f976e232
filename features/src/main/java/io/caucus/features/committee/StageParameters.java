package io.caucus.features.committee;

import java.time.Duration;

/**
 * The cut-points of the stages.
 *
 * @param awareFor an account without a buyer action for so long is unaware
 * @param fewestPeople how many engaged people make a committee that forms
 * @param fewestFunctions and of how many known functions
 * @param significance coordination counts below this chance
 * @param completeLive how full of active people the seats of a complete committee are
 * @param memory how long a committee that had formed is remembered
 * @param look how far apart the looks back are; whole days
 * @param halfConfidence with so many people and actions the confidence is one half
 */
public record StageParameters(
        Duration awareFor,
        int fewestPeople,
        int fewestFunctions,
        double significance,
        double completeLive,
        Duration memory,
        Duration look,
        int halfConfidence) {

    public static final StageParameters DEFAULT =
            new StageParameters(Duration.ofDays(90), 3, 2, 0.05, 0.7, Duration.ofDays(90), Duration.ofDays(7), 10);

    public StageParameters {
        if (look.toDays() < 1 || !look.equals(Duration.ofDays(look.toDays())) || memory.compareTo(look) < 0) {
            throw new IllegalArgumentException(
                    "look is %s and memory %s; looks are whole days apart and at least one lies within the memory"
                            .formatted(look, memory));
        }
        if (halfConfidence < 1) {
            throw new IllegalArgumentException("halfConfidence is %d, must be at least 1".formatted(halfConfidence));
        }
    }
}
