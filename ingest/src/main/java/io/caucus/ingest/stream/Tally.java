package io.caucus.ingest.stream;

/**
 * What became of records.
 *
 * @param told those whose facts were written
 * @param duplicates those that had been told before
 * @param pending those that could not be told
 */
record Tally(long told, long duplicates, long pending) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(told + other.told, duplicates + other.duplicates, pending + other.pending);
    }

    @Override
    public String toString() {
        return "%d told, %d told before, %d pending".formatted(told, duplicates, pending);
    }
}
