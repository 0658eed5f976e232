package io.caucus.features.opportunity;

/** @param fewestPeers with fewer stays in a stage than this, nothing is said about a deal in it */
public record OpportunityParameters(int fewestPeers) {

    public static final OpportunityParameters DEFAULT = new OpportunityParameters(10);

    public OpportunityParameters {
        if (fewestPeers < 1) {
            throw new IllegalArgumentException("fewestPeers is %d, must be at least 1".formatted(fewestPeers));
        }
    }
}
