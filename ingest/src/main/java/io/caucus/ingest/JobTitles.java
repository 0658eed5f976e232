package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads job titles: what a person does, and how high they stand. A title no line of the table fits stays UNKNOWN.
 *
 * <p>The table is {@code job-titles-1.csv}; the number is its version. A line holds words that must stand in the title side by
 * side; a trailing {@code *} stands for any end of the word. Case, accents and punctuation do not matter. Of several lines that
 * fit, the longest decides, since it is the most specific: "assistant to the" beats "ceo", "sales operations" beats "sales".
 * Of equally long ones the first in the table decides.
 */
public final class JobTitles {

    private static final String TABLE = "job-titles-1.csv";
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public record Position(JobFunction function, Seniority seniority) {}

    private record Line<T>(String words, T meaning) {

        boolean fits(String title) {
            return title.contains(words);
        }
    }

    private final List<Line<JobFunction>> functions = new ArrayList<>();
    private final List<Line<Seniority>> seniorities = new ArrayList<>();

    private JobTitles() {}

    public static JobTitles load() {
        var titles = new JobTitles();
        try (var stream = Objects.requireNonNull(JobTitles.class.getResourceAsStream(TABLE), TABLE);
                var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            rows.forEach(row -> titles.add(row.getField("tells"), row.getField("meaning"), row.getField("words")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        titles.functions.sort(longestFirst());
        titles.seniorities.sort(longestFirst());
        return titles;
    }

    private static <T> Comparator<Line<T>> longestFirst() {
        return Comparator.comparingInt((Line<T> line) -> line.words().length()).reversed();
    }

    private void add(String tells, String meaning, String words) {
        var pattern = " " + (words.endsWith("*") ? words.substring(0, words.length() - 1) : words + " ");
        switch (tells) {
            case "function" -> functions.add(new Line<>(pattern, JobFunction.valueOf(meaning)));
            case "seniority" -> seniorities.add(new Line<>(pattern, Seniority.valueOf(meaning)));
            default ->
                throw new IllegalStateException(
                        "%s: line '%s' tells '%s', must tell function or seniority".formatted(TABLE, words, tells));
        }
    }

    public Position read(String title) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
        var words = " " + BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
        return new Position(first(functions, words, JobFunction.UNKNOWN), first(seniorities, words, Seniority.UNKNOWN));
    }

    private static <T> T first(List<Line<T>> lines, String words, T otherwise) {
        for (Line<T> line : lines) {
            if (line.fits(words)) {
                return line.meaning();
            }
        }
        return otherwise;
    }
}
