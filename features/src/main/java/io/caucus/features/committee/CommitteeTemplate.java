package io.caucus.features.committee;

import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The seats a committee needs: data, kept in a versioned resource.
 *
 * @param required how many people each required role needs, at least 1, in the order of roles
 */
public record CommitteeTemplate(String name, int version, SortedMap<CommitteeRole, Integer> required) {

    private static final String VERSION = "version";

    public CommitteeTemplate {
        required = Collections.unmodifiableSortedMap(new TreeMap<>(required));
        if (required.isEmpty()) {
            throw new IllegalArgumentException(
                    "committee template '%s' requires no seat; it needs at least one".formatted(name));
        }
        for (var seat : required.entrySet()) {
            if (seat.getValue() < 1) {
                throw new IllegalArgumentException(
                        "committee template '%s' requires %d people as %s; leave out a seat that nobody needs"
                                .formatted(name, seat.getValue(), seat.getKey()));
            }
        }
    }

    /** The template of accounts whose segment has none of its own. */
    public static CommitteeTemplate standard() {
        var file = "standard-committee.properties";
        try (var stream = CommitteeTemplate.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("resource '%s' is missing from the jar of features".formatted(file));
            }
            return parse("standard", new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code version = n} and a line {@code ROLE = people} for each required seat.
     *
     * @throws IllegalArgumentException naming the entry that cannot be understood
     */
    public static CommitteeTemplate parse(String name, Reader text) throws IOException {
        var entries = new Properties();
        entries.load(text);
        var required = new TreeMap<CommitteeRole, Integer>();
        for (String key : entries.stringPropertyNames()) {
            if (!key.equals(VERSION)) {
                required.put(role(name, key), number(name, key, entries));
            }
        }
        return new CommitteeTemplate(name, number(name, VERSION, entries), required);
    }

    private static CommitteeRole role(String name, String key) {
        return Arrays.stream(CommitteeRole.values())
                .filter(role -> role.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("committee template '%s' has a seat '%s'; roles are %s"
                        .formatted(name, key, Arrays.toString(CommitteeRole.values()))));
    }

    private static int number(String name, String key, Properties entries) {
        var value = entries.getProperty(key, "");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "committee template '%s' has %s = '%s'; it needs a whole number".formatted(name, key, value), e);
        }
    }
}
