package io.caucus.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The internet domain in the address of a website: {@code https://www.nordwind.example/about} is {@code nordwind.example}. */
public final class Domains {

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z]+://)?(?:www\\.)?([\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]+)(?:[:/?#].*)?");

    private Domains() {}

    /** Lower case; empty when the text is no address. */
    public static Optional<String> in(String website) {
        var address = HOST.matcher(website.toLowerCase(Locale.ROOT));
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }
}
