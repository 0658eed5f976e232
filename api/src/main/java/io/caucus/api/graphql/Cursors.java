package io.caucus.api.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: places in a list, signed together with the name of the list, so that one from another list, filter or order is
 * refused instead of giving a page that makes no sense.
 */
final class Cursors {

    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\u0000";

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @param list which list, with everything that decides its order and members */
    String write(String list, List<String> place) {
        var content = String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8);
        var signed = ByteBuffer.allocate(SIGNATURE_BYTES + content.length)
                .put(signature(list, content))
                .put(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** @throws RequestFailed if the cursor is not one of this list */
    List<String> read(String list, String cursor) {
        var signed = decode(cursor);
        if (signed.length < SIGNATURE_BYTES) {
            throw refused();
        }
        var content = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        if (!MessageDigest.isEqual(signature(list, content), Arrays.copyOf(signed, SIGNATURE_BYTES))) {
            throw refused();
        }
        return List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private byte[] signature(String list, byte[] content) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((list + SEPARATOR).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static RequestFailed refused() {
        return RequestFailed.badInput(
                "'after' is not a cursor of this list; give the endCursor of its previous page with the same filter and order, or leave it out for the first page.");
    }
}
