package io.caucus.ingest.stream;

import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which topic to read.
 *
 * @param bootstrap brokers to ask first, as {@code host:port}, joined by commas
 * @param topic its name; keys of the topic's own records begin with it
 * @param group the readers that share the work; all that write to one graph, and no others
 * @param properties further settings of Kafka's clients, as for security; what exactly-once rests on cannot be set
 */
public record StreamSettings(String bootstrap, String topic, String group, Map<String, String> properties) {

    /** The group, unless another is named. */
    public static final String GROUP = "caucus";

    private static final Pattern BROKER = Pattern.compile("[^\\s:,]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}");
    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,100}");

    public StreamSettings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        for (String broker : bootstrap.split(",", -1)) {
            if (!BROKER.matcher(broker.strip()).matches()) {
                throw new IllegalArgumentException(
                        "broker '%s' must be host:port, such as localhost:9092".formatted(broker));
            }
        }
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException(
                    "topic '%s' must be 1 to 100 letters, digits, dots, underscores and hyphens".formatted(topic));
        }
        if (group.isBlank()) {
            throw new IllegalArgumentException("group is empty, must be the same for all readers of one graph");
        }
    }

    /** Passwords stay out of anything that prints. */
    @Override
    public String toString() {
        return "StreamSettings[%s, %s, %s]".formatted(bootstrap, topic, group);
    }

    Properties ofConsumer() {
        var all = ofAdmin();
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        return all;
    }

    Properties ofAdmin() {
        var all = new Properties();
        all.putAll(properties);
        all.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, "false");
        return all;
    }
}
