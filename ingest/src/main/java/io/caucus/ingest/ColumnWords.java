package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people call columns, files, stages and activities, in English, German, French, Spanish and Portuguese.
 *
 * <p>The table is {@code column-words-1.csv}; the number is its version. A line holds words that must stand side by side. Case,
 * accents and punctuation do not matter, and {@code closeDate} is two words.
 */
final class ColumnWords {

    /** What a column may hold. */
    enum Meaning {
        ID,
        NAME,
        HEADING,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        DOMAIN,
        JOB_TITLE,
        INDUSTRY,
        HEADCOUNT,
        REVENUE,
        COUNTRY,
        LEAD_SOURCE,
        OWNER,
        CREATED,
        CHANGED,
        CLOSED,
        STAGE,
        AMOUNT,
        PIPELINE,
        PRODUCT,
        PRIORITY,
        KIND,
        DIRECTION,
        HAPPENED,
        PARENT,
        COMPANY,
        CONTACT,
        DEAL,
        /** Telephone numbers, addresses, birthdays and notes: no mapping takes them, and no proposal repeats them. */
        PRIVATE
    }

    private static final String TABLE = "column-words-1.csv";
    private static final ColumnWords LOADED = load();

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBERING = Pattern.compile("(?:^|(?<= ))\\d+(?= |$)");

    /** By what the lines tell, then by their words. */
    private final Map<String, Map<String, List<String>>> lines = new TreeMap<>();

    private ColumnWords() {}

    static ColumnWords get() {
        return LOADED;
    }

    private static ColumnWords load() {
        var words = new ColumnWords();
        try (var stream = Objects.requireNonNull(ColumnWords.class.getResourceAsStream(TABLE), TABLE);
                var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            rows.forEach(row -> words.lines
                    .computeIfAbsent(row.getField("tells"), tells -> new TreeMap<>())
                    .computeIfAbsent(row.getField("words"), line -> new ArrayList<>())
                    .add(row.getField("meaning")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private Map<String, List<String>> lines(String tells) {
        return Objects.requireNonNull(lines.get(tells), tells);
    }

    /** Lower case, without accents, words set off by single spaces. */
    static String words(String name) {
        var apart = HUMP.matcher(name).replaceAll(" ");
        var plain = ACCENT.matcher(Normalizer.normalize(apart, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss");
        return BETWEEN_WORDS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /**
     * What the name of a column may mean, and how much of it says so, from 0 to 1: of {@code Deal Close Date} the words
     * {@code close date} are ten of fifteen characters.
     */
    Map<Meaning, Double> meanings(String column) {
        var name = words(column);
        var shares = new TreeMap<Meaning, Double>();
        lines("column").forEach((words, meanings) -> {
            if ((" " + name + " ").contains(" " + words + " ")) {
                double share = (double) words.length() / name.length();
                meanings.forEach(meaning -> shares.merge(Meaning.valueOf(meaning), share, Math::max));
            }
        });
        return shares;
    }

    /** What the records of a file are, by its name; of several words that fit, the longest decides. */
    Optional<MappedEntity> entity(String file) {
        var name = " " + words(file) + " ";
        return lines("file").entrySet().stream()
                .filter(line -> name.contains(" " + line.getKey() + " "))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(line -> MappedEntity.valueOf(line.getValue().getFirst()));
    }

    /** The outcome of a stage whose whole name is known, but for numbers: {@code 4 - Angebot (60 %)}. */
    Optional<Outcome> outcome(String stage) {
        var bare = NUMBERING.matcher(words(stage)).replaceAll("").strip();
        return first("stage", bare).map(Outcome::valueOf);
    }

    Optional<EngagementKind> kind(String word) {
        return first("kind", words(word)).map(EngagementKind::valueOf);
    }

    /** Who acted, by a word for the direction of a call or mail. */
    Optional<ActorSide> side(String word) {
        return first("side", words(word)).map(ActorSide::valueOf);
    }

    private Optional<String> first(String tells, String words) {
        return Optional.ofNullable(lines(tells).get(words)).map(List::getFirst);
    }
}
