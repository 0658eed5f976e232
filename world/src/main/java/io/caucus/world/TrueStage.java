package io.caucus.world;

import java.time.Instant;

/** How far the committee really is, from a day on until the next change. */
public record TrueStage(Instant from, Standing standing) {

    /** As the module's README defines them. */
    public enum Standing {
        UNAWARE,
        SINGLE_THREADED,
        FORMING,
        MOBILISED,
        COMPLETE,
        CONSENSUS,
        REGRESSING;

        boolean hasFormed() {
            return switch (this) {
                case FORMING, MOBILISED, COMPLETE, CONSENSUS -> true;
                case UNAWARE, SINGLE_THREADED, REGRESSING -> false;
            };
        }
    }
}
