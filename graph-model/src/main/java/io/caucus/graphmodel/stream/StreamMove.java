package io.caucus.graphmodel.stream;

/**
 * How far a batch takes a partition.
 *
 * @param from the offset at which its writer believes the partition to stand
 * @param to the offset of the first record behind the batch
 */
public record StreamMove(StreamPartition partition, long from, long to) {

    public StreamMove {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "partition %s moves from %d to %d, must move forward".formatted(partition, from, to));
        }
    }
}
