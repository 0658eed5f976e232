package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.fact.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys of the form {@code source:native id}. */
final class Keys {

    /** Leaves room for the source's name, and for what a store adds to tell versions apart. */
    private static final int MAX_NATIVE_LENGTH = 150;

    private static final int USER_HASH_LENGTH = 12;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Keys() {}

    /** The native id a row gives in a column, checked. */
    static String nativeId(Row row, String column) {
        return nativeId(row.get(column), column);
    }

    /** @param column where the id comes from, for the reason */
    static String nativeId(String id, String column) {
        if (id.length() > MAX_NATIVE_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw new RejectedRow(
                    RejectCode.BAD_KEY,
                    column,
                    "column '%s' has an id of %d characters, must have 1 to %d printable ones"
                            .formatted(column, id.length(), MAX_NATIVE_LENGTH));
        }
        return id;
    }

    /**
     * The key of one of our people whom the source calls by a name or an address: personal data, which no key may hold, so a
     * hash of it stands in.
     */
    static UserId user(String source, String calledInSource) {
        return new UserId(source + ":" + userNativeId(calledInSource));
    }

    static String userNativeId(String calledInSource) {
        var hash = sha256().digest(calledInSource.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        return "user-" + HexFormat.of().formatHex(hash).substring(0, USER_HASH_LENGTH);
    }

    /** A name as part of a key: lower case, without accents, words joined by hyphens. {@code Gekko & Co} is {@code gekko-co}. */
    static String slug(Row row, String column) {
        return slug(row.get(column), column);
    }

    static String slug(String name, String column) {
        var bare =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var slug = BETWEEN_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
        slug = slug.replaceAll("^-|-$", "");
        if (slug.isEmpty() || slug.length() > MAX_NATIVE_LENGTH) {
            throw new RejectedRow(
                    RejectCode.BAD_KEY,
                    column,
                    "column '%s' has '%s', must have 1 to %d letters and digits to make a key of"
                            .formatted(column, Row.shown(name), MAX_NATIVE_LENGTH));
        }
        return slug;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
