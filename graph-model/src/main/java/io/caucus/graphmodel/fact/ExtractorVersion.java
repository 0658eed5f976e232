package io.caucus.graphmodel.fact;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What read a conversation: an extractor, in one version.
 *
 * @param name e.g. {@code rules}
 * @param version numbers in it count as numbers, so that {@code 1.10} is newer than {@code 1.9}
 */
public record ExtractorVersion(String name, String version) implements Comparable<ExtractorVersion> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST_DIGITS = 40;

    private static final Comparator<ExtractorVersion> ORDER = Comparator.comparing(ExtractorVersion::name)
            .thenComparing(ExtractorVersion::sortable)
            .thenComparing(ExtractorVersion::version);

    public ExtractorVersion {
        check("name", name);
        check("version", version);
    }

    private static void check(String what, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "extractor %s '%s' must be 1 to 40 letters, digits, dots, hyphens or underscores, the first a letter or digit"
                            .formatted(what, value));
        }
    }

    /** The version with each number at the same length. */
    private String sortable() {
        return NUMBER.matcher(version)
                .replaceAll(number -> "0".repeat(MOST_DIGITS - number.group().length()) + number.group());
    }

    @Override
    public int compareTo(ExtractorVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
