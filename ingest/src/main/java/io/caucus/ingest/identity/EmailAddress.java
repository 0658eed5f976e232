package io.caucus.ingest.identity;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads e-mail addresses the way their providers do. Lower case throughout: the part before the {@code @} may be case-sensitive by
 * RFC 5321 §2.3.11, and is nowhere in practice. What follows a plus sign is a tag, and dots are ignored, only at providers that
 * say so.
 */
final class EmailAddress {

    /** Google ignores dots and tags, and reads its two domains as one. */
    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");

    /** Providers that document tags after a plus sign. */
    private static final Set<String> WITH_TAGS = Set.of(
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "fastmail.com",
            "proton.me",
            "protonmail.com",
            "pm.me");

    private static final Set<String> SHARED_MAILBOXES = Domains.table("shared-mailboxes-1.txt");

    private EmailAddress() {}

    /** The mailbox an address leads to; empty for what is no address, and for mailboxes that several people share. */
    static Optional<String> mailbox(String address) {
        var at = address.lastIndexOf('@');
        return domain(address)
                .map(domain -> mailbox(address.substring(0, at).strip().toLowerCase(Locale.ROOT), domain))
                .filter(mailbox -> !mailbox.startsWith("@"))
                .filter(mailbox -> !SHARED_MAILBOXES.contains(mailbox.substring(0, mailbox.lastIndexOf('@'))));
    }

    private static String mailbox(String user, String domain) {
        if (GOOGLE.contains(domain)) {
            return withoutTag(user).replace(".", "") + "@gmail.com";
        }
        return (WITH_TAGS.contains(domain) ? withoutTag(user) : user) + "@" + domain;
    }

    private static String withoutTag(String user) {
        int plus = user.indexOf('+');
        return plus < 0 ? user : user.substring(0, plus);
    }

    /** The domain in the form that the name system uses (RFC 5891). */
    static Optional<String> domain(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(address.substring(at + 1).strip()).toLowerCase(Locale.ROOT);
            return Optional.of(domain).filter(text -> text.contains("."));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
