package io.caucus.api.page;

import java.util.Locale;

/**
 * How the screen looks at the page.
 *
 * @param width CSS pixels
 * @param scheme what {@code prefers-color-scheme} says
 */
record Look(int width, Scheme scheme) {

    enum Scheme {
        LIGHT,
        DARK
    }

    static final Look DESK = new Look(1280, Scheme.LIGHT);

    @Override
    public String toString() {
        return "%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
    }
}
