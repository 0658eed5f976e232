package io.caucus.ingest.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages there are rules for. */
public enum Language {
    EN,
    DE,
    FR,
    ES,
    PT;

    /** The two letters of ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param tag as in {@code de} or {@code pt-BR}, in either case */
    public static Optional<Language> find(String tag) {
        var code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
