package io.caucus.cypher;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed, as a query to the full-text index: every word must match, as it stands, as the start of a word, or
 * (four letters and more) with a letter or two wrong.
 *
 * <p>Only letters, digits, and the dots, apostrophes and underscores within words get through, which are the bounds of words
 * that the index itself knows; so nothing of the query language can be typed.
 */
final class SearchQuery {

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]";
    private static final Pattern WORD =
            Pattern.compile("\\p{IsIdeographic}|%s+(?:[.'_]%s+)*".formatted(LETTER, LETTER));
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 64;
    private static final int SHORTEST_FUZZY_WORD = 4;

    private SearchQuery() {}

    /** Empty when nothing was typed that could be found. */
    static Optional<String> of(String text) {
        var query = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .map(SearchQuery::clause)
                .collect(Collectors.joining(" "));
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static String clause(String word) {
        var start = word.substring(0, Math.min(word.length(), LONGEST_WORD));
        var fuzzy = start.length() < SHORTEST_FUZZY_WORD ? "" : " OR %s~".formatted(start);
        return "+(%s^4 OR %s*^2%s)".formatted(start, start, fuzzy);
    }
}
