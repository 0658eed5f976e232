package io.caucus.ingest;

import java.util.Locale;

/** Our own people, as sources call them that know no more than an address. */
final class Owners {

    private Owners() {}

    /** {@code pam.beesly@example.com} is Pam Beesly. */
    static String nameIn(String address) {
        var at = address.indexOf('@');
        var local = at > 0 ? address.substring(0, at) : address;
        var name = new StringBuilder();
        for (String word : local.split("[._\\-]+", -1)) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return name.isEmpty() ? local : name.toString();
    }
}
