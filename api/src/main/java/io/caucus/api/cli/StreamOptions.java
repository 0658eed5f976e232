package io.caucus.api.cli;

import io.caucus.ingest.stream.StreamSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Mixed into the commands about a stream: which topic. What is not given comes from the environment, as it does for {@code serve}. */
final class StreamOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers to ask first, joined by commas. Default: $CAUCUS_KAFKA_BOOTSTRAP.")
    private Optional<String> bootstrap = Optional.empty();

    @Option(names = "--topic", paramLabel = "NAME", description = "Topic of CloudEvents. Default: $CAUCUS_KAFKA_TOPIC.")
    private Optional<String> topic = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description =
                    "Readers that share the work: all that write into one graph, and no others. Default: $CAUCUS_KAFKA_GROUP, else caucus.")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--properties",
            paramLabel = "FILE",
            description =
                    "Settings of Kafka's clients, as for TLS and SASL: a properties file. Default: $CAUCUS_KAFKA_PROPERTIES.")
    private Optional<Path> properties = Optional.empty();

    /** What the environment alone names; empty when it names no broker. */
    static Optional<StreamSettings> ofEnvironment() {
        return environment("CAUCUS_KAFKA_BOOTSTRAP").map(broker -> new StreamOptions().settings());
    }

    StreamSettings settings() {
        try {
            return new StreamSettings(
                    given(bootstrap, "CAUCUS_KAFKA_BOOTSTRAP", "--bootstrap HOST:9092"),
                    given(topic, "CAUCUS_KAFKA_TOPIC", "--topic NAME"),
                    group.or(() -> environment("CAUCUS_KAFKA_GROUP")).orElse(StreamSettings.GROUP),
                    properties
                            .or(() -> environment("CAUCUS_KAFKA_PROPERTIES").map(Path::of))
                            .map(StreamOptions::read)
                            .orElse(Map.of()));
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static String given(Optional<String> option, String variable, String howToGive) {
        return option.or(() -> environment(variable))
                .orElseThrow(
                        () -> new BadInput("No stream is named: give %s, or set %s.".formatted(howToGive, variable)));
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new BadInput("Properties file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
        var read = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
