package io.caucus.ingest.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names made comparable: lower case, without accents and punctuation. */
final class Names {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** {@code S.A.} and {@code G.m.b.H.} are words. */
    private static final Pattern DOT_IN_WORD = Pattern.compile("\\.(?=\\p{L}\\b|\\s|$)|(?<=\\b\\p{L})\\.");

    private static final Set<String> LEGAL_FORMS = Domains.table("legal-forms-1.txt");

    private Names() {}

    /** Empty for a single word: first names are shared by too many. */
    static Optional<String> ofPerson(String name) {
        var words = words(name);
        return words.size() < 2 ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /** Without legal forms at its end; empty if too little is left to tell companies apart. */
    static Optional<String> ofCompany(String name) {
        var words = new ArrayList<>(words(DOT_IN_WORD.matcher(name).replaceAll("")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        var bare = String.join(" ", words);
        return bare.length() < 3 ? Optional.empty() : Optional.of(bare);
    }

    private static List<String> words(String name) {
        var bare =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(bare.toLowerCase(Locale.ROOT), 0))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
