package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a file, and what stands in it in the first rows. */
final class SampledColumn {

    /** A column is what nearly all of its values are: real exports have a few that are not. */
    static final double NEARLY_ALL = 0.95;

    private static final double MOST_OF_THEM = 0.7;

    /** More different values than this are no list of words. */
    static final int MOST_WORDS = 40;

    private static final int MOST_SHOWN = 3;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern DOMAIN = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");
    private static final Pattern WEBSITE =
            Pattern.compile("(?i)(https?://)?[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/\\S*)?");
    private static final Pattern LIKE_A_PERSON = Pattern.compile("\\p{Lu}[\\p{L}.'-]+( \\p{Lu}[\\p{L}.'-]*){1,3}");
    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,6}");
    private static final Set<String> COUNTRIES = countries();

    private final String name;
    private final Map<Meaning, Double> meanings;
    private final List<String> values = new ArrayList<>();
    private final Set<String> distinct = new LinkedHashSet<>();

    SampledColumn(String name) {
        this.name = name;
        meanings = ColumnWords.get().meanings(name);
    }

    private static Set<String> countries() {
        var languages = Stream.of("en", "de", "fr", "es", "pt").map(Locale::of).toList();
        return Arrays.stream(Locale.getISOCountries())
                .flatMap(code -> Stream.concat(
                        Stream.of(code, Locale.of("", code).getISO3Country()),
                        languages.stream().map(language -> Locale.of("", code).getDisplayCountry(language))))
                .map(ColumnWords::words)
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(String value) {
        values.add(value);
        distinct.add(value.toLowerCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    /** How much of the name says that it means this; 0 if it says something else more clearly. */
    double means(Meaning meaning) {
        double share = meanings.getOrDefault(meaning, 0.0);
        return meanings.values().stream().allMatch(other -> other <= share) ? share : 0;
    }

    /** How much of the name has to do with this, whatever else it says. */
    double mentions(Meaning meaning) {
        return meanings.getOrDefault(meaning, 0.0);
    }

    List<String> values() {
        return values;
    }

    boolean isBlank() {
        return values.isEmpty();
    }

    boolean hasEmails() {
        return nearlyAll(EMAIL);
    }

    boolean hasDomains() {
        return nearlyAll(DOMAIN) && !hasEmails();
    }

    boolean hasWebsites() {
        return nearlyAll(WEBSITE) && !hasEmails();
    }

    boolean hasNumbers() {
        return nearlyAll(value -> Arrays.stream(NumberForm.values())
                .anyMatch(form -> form.plain(value).isPresent()));
    }

    /** Most values are countries: there are more ways to call one than any list has. */
    boolean hasCountries() {
        return share(value -> COUNTRIES.contains(ColumnWords.words(value))) >= MOST_OF_THEM;
    }

    boolean isOfWords() {
        return !isBlank() && distinct().size() <= MOST_WORDS;
    }

    /** Names of people or companies rather than ids: they have a space or no digit. */
    boolean hasNames() {
        return nearlyAll(value -> value.strip().contains(" ") || value.chars().noneMatch(Character::isDigit));
    }

    /** Nothing is said about people, and the values are no measures: they can be what a system calls its records. */
    boolean mayBeId() {
        return !hasNumbers()
                && !hasWebsites()
                && !hasEmails()
                && mentions(Meaning.PRIVATE) == 0
                && values.stream().noneMatch(value -> value.contains(" "));
    }

    /** Small numbers stand in many columns without meaning the same. */
    boolean hasShortNumbers() {
        return nearlyAll(SHORT_NUMBER);
    }

    /** So few words stand in other columns by chance. */
    boolean isOfTwoWords() {
        return distinct().size() <= 2;
    }

    private boolean nearlyAll(Pattern pattern) {
        return nearlyAll(value -> pattern.matcher(value).matches());
    }

    boolean nearlyAll(Predicate<String> kind) {
        return !isBlank() && share(kind) >= NEARLY_ALL;
    }

    double share(Predicate<String> kind) {
        return isBlank() ? 0 : (double) values.stream().filter(kind).count() / values.size();
    }

    /** In lower case. */
    Set<String> distinct() {
        return distinct;
    }

    boolean isDifferentInNearlyEachValue() {
        return distinct.size() >= NEARLY_ALL * values.size();
    }

    /** The share of its different values that stand in another column, too. */
    double shareIn(SampledColumn other) {
        return isBlank()
                ? 0
                : (double) distinct.stream().filter(other.distinct::contains).count() / distinct.size();
    }

    /**
     * What stands in it, for a person who decides about it. What is about people is described and not repeated: the proposal is
     * kept, and travels with every file of rejects.
     */
    String examples() {
        if (isBlank()) {
            return "blank in all of these rows";
        }
        if (hasEmails()) {
            return "e-mail addresses";
        }
        boolean ofPeople = Stream.of(Meaning.PRIVATE, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.CONTACT)
                        .anyMatch(meaning -> mentions(meaning) > 0)
                || share(value -> LIKE_A_PERSON.matcher(value).matches()) >= MOST_OF_THEM;
        boolean plain = isOfWords() || hasNumbers() || hasWebsites();
        return ofPeople || !plain || values.stream().anyMatch(value -> value.contains("@"))
                ? "%,d different texts".formatted(distinct().size())
                : values.stream().distinct().limit(MOST_SHOWN).map(Row::shown).collect(Collectors.joining(", "));
    }
}
