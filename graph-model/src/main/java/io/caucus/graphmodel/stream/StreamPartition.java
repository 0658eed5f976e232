package io.caucus.graphmodel.stream;

/**
 * One partition of a topic.
 *
 * @param topicId what tells the topic from another of the same name, in another cluster or after it was deleted and made anew
 * @param topic its name, for people
 * @param number from 0
 */
public record StreamPartition(String topicId, String topic, int number) {

    public StreamPartition {
        if (topicId.isBlank() || topic.isBlank()) {
            throw new IllegalArgumentException(
                    "partition has topic id '%s' and topic '%s', must have both".formatted(topicId, topic));
        }
        if (number < 0) {
            throw new IllegalArgumentException("partition of '%s' is %d, must be 0 or more".formatted(topic, number));
        }
    }

    public String key() {
        return "%s:%d".formatted(topicId, number);
    }

    @Override
    public String toString() {
        return "%s-%d".formatted(topic, number);
    }
}
