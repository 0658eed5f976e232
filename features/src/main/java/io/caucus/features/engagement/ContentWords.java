package io.caucus.features.engagement;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a name tells of content: data, kept in a versioned resource, since no source says whether a page is technical. Example:
 * "API reference" is technical, "Customer story: Acme" is proof and marketing, "Spring" tells nothing.
 *
 * <p>A word counts where no other letter or digit touches it, so that "api" is not found in "capital".
 *
 * @param technical words or phrases in lower case, like the others
 */
public record ContentWords(
        int version, SortedSet<String> technical, SortedSet<String> proof, SortedSet<String> marketing) {

    private static final String VERSION = "version";
    private static final List<String> ENTRIES = List.of(VERSION, "technical", "proof", "marketing");

    public ContentWords {
        technical = checked("technical", technical);
        proof = checked("proof", proof);
        marketing = checked("marketing", marketing);
    }

    private static SortedSet<String> checked(String kind, Collection<String> words) {
        for (String word : words) {
            if (word.isBlank() || !word.equals(word.strip().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "word '%s' of %s content must be in lower case and not blank".formatted(word, kind));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("content has no %s words; name at least one".formatted(kind));
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    public static ContentWords standard() {
        var file = "content-words.properties";
        try (var stream = ContentWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("resource '%s' is missing from the jar of features".formatted(file));
            }
            return parse(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code version = n} and, for each kind of content, its words with commas between them.
     *
     * @throws IllegalArgumentException naming the entry that cannot be understood
     */
    public static ContentWords parse(Reader text) throws IOException {
        var entries = new Properties();
        entries.load(text);
        for (String entry : new TreeSet<>(entries.stringPropertyNames())) {
            if (!ENTRIES.contains(entry)) {
                throw new IllegalArgumentException(
                        "table of content words has an entry '%s'; entries are %s".formatted(entry, ENTRIES));
            }
        }
        return new ContentWords(
                version(entries), words(entries, "technical"), words(entries, "proof"), words(entries, "marketing"));
    }

    private static int version(Properties entries) {
        var value = entries.getProperty(VERSION, "");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "table of content words has version '%s'; it needs a whole number".formatted(value), e);
        }
    }

    private static SortedSet<String> words(Properties entries, String kind) {
        return List.of(entries.getProperty(kind, "").split(",", -1)).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which names the words stand in, as the regular expression of Java that statements use too. */
    private static Pattern anyOf(Collection<String> words) {
        return Pattern.compile(words.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?ius).*(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}]).*")));
    }

    /** Matches the names of technical content. */
    Pattern technicalNames() {
        return anyOf(technical);
    }

    /** Matches the names of what other customers say. */
    Pattern proofNames() {
        return anyOf(proof);
    }

    /** Matches the names of marketing content, unless they are technical. */
    Pattern marketingNames() {
        var words = new TreeSet<>(marketing);
        words.addAll(proof);
        return anyOf(words);
    }
}
