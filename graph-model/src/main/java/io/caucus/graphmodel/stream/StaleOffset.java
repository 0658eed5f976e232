package io.caucus.graphmodel.stream;

/**
 * The partition does not stand where the writer left it: another one has taken it over, or an answer to the writer's own last move was
 * lost. Nothing was written; read where it stands and go on from there.
 */
public final class StaleOffset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param actual where the partition stands */
    public StaleOffset(StreamMove move, long actual) {
        super("partition %s stands at %d, not at %d; nothing up to %d was written"
                .formatted(move.partition(), actual, move.from(), move.to()));
    }
}
