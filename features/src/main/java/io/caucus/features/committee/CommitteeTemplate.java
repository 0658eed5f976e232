package io.caucus.features.committee;

import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The seats a committee needs: data, kept in a versioned resource.
 *
 * @param version raised with every change of a seat or segment
 * @param segments what the segments are called whose accounts use it, in lower case; empty for the standard
 * @param required how many people each required role needs, at least 1, in the order of roles
 */
public record CommitteeTemplate(
        String name, int version, SortedSet<String> segments, SortedMap<CommitteeRole, Integer> required) {

    private static final String VERSION = "version";
    private static final String SEGMENTS = "segments";

    public CommitteeTemplate {
        segments = Collections.unmodifiableSortedSet(segments.stream()
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new)));
        required = Collections.unmodifiableSortedMap(new TreeMap<>(required));
        if (version < 1) {
            throw new IllegalArgumentException(
                    "committee template '%s' has version %d, must be at least 1".formatted(name, version));
        }
        if (segments.contains("")) {
            throw new IllegalArgumentException(
                    "committee template '%s' names a segment without a name; separate names by one comma"
                            .formatted(name));
        }
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

    /** One that comes with the product. */
    static CommitteeTemplate shipped(String name) {
        var file = name + "-committee.properties";
        try (var stream = CommitteeTemplate.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("resource '%s' is missing from the jar of features".formatted(file));
            }
            return parse(name, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code version = n}, a line {@code ROLE = people} for each required seat and, but for the standard, {@code segments
     * = name, name}.
     *
     * @throws IllegalArgumentException naming the template and the entry that cannot be understood
     */
    public static CommitteeTemplate parse(String name, Reader text) throws IOException {
        var entries = new Properties();
        entries.load(text);
        var required = new TreeMap<CommitteeRole, Integer>();
        for (String key : entries.stringPropertyNames()) {
            if (!key.equals(VERSION) && !key.equals(SEGMENTS)) {
                required.put(role(name, key), number(name, key, entries));
            }
        }
        return new CommitteeTemplate(name, number(name, VERSION, entries), segments(entries), required);
    }

    private static SortedSet<String> segments(Properties entries) {
        return entries.containsKey(SEGMENTS)
                ? new TreeSet<>(
                        Arrays.asList(entries.getProperty(SEGMENTS, "").strip().split("\\s*,\\s*", -1)))
                : new TreeSet<>();
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
