package io.caucus.ingest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant: fewest edits (Levenshtein 1966), ignoring case, spaces and punctuation. */
final class Closest {

    private record Candidate(String word, int edits) {}

    private Closest() {}

    /** Empty when nothing is near: more than a third of the letters would have to change. */
    static Optional<String> to(String written, Collection<String> known) {
        var bare = bare(written);
        int mostEdits = Math.max(1, bare.length() / 3);
        return known.stream()
                .map(word -> new Candidate(word, edits(bare, bare(word))))
                .filter(candidate -> candidate.edits() <= mostEdits)
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static int edits(String from, String to) {
        var above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            above = nextRow(above, row, from.charAt(row - 1), to);
        }
        return above[to.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String to) {
        var current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int change = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(change, 1 + Math.min(above[column], current[column - 1]));
        }
        return current;
    }
}
