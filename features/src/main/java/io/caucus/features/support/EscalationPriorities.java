package io.caucus.features.support;

import io.caucus.graphmodel.fact.Ticket;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words by which sources say that a request is urgent: data, kept in a versioned resource.
 *
 * @param words in lower case
 */
public record EscalationPriorities(int version, SortedSet<String> words) {

    private static final String FILE = "escalation-priorities.properties";

    public EscalationPriorities {
        words = lowerCase(words);
        if (words.isEmpty() || words.contains("")) {
            throw new IllegalArgumentException(
                    "escalation priorities %s must be one word or more, none of them empty".formatted(words));
        }
    }

    private static SortedSet<String> lowerCase(Collection<String> words) {
        var all = new TreeSet<String>();
        words.forEach(word -> all.add(normal(word)));
        return Collections.unmodifiableSortedSet(all);
    }

    /** The words that come with the product. */
    public static EscalationPriorities standard() {
        try (var stream = EscalationPriorities.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("resource '%s' is missing from the jar of features".formatted(FILE));
            }
            return parse(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Words of one's own, in the format of {@code escalation-priorities.properties}.
     *
     * @throws IllegalArgumentException naming the entry that is wrong, and why
     */
    static EscalationPriorities parse(Reader text) throws IOException {
        var entries = new Properties();
        entries.load(text);
        var version = entries.getProperty("version", "");
        try {
            return new EscalationPriorities(
                    Integer.parseInt(version),
                    new TreeSet<>(List.of(entries.getProperty("words", "").split(",", -1))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "escalation priorities have version = '%s'; it needs a whole number".formatted(version), e);
        }
    }

    boolean contain(Ticket ticket) {
        return ticket.priority()
                .filter(priority -> words.contains(normal(priority)))
                .isPresent();
    }

    private static String normal(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
