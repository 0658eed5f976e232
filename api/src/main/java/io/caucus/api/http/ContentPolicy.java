package io.caucus.api.http;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a page of ours may load and run: its own files, nothing written into it. An import map can only be written into a page,
 * so the page's own is allowed by its hash. The query editor draws its styles as it goes and has a policy of its own.
 */
@Singleton
final class ContentPolicy {

    private static final String COMMON =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    + "object-src 'none'; img-src 'self' data:; font-src 'self' data:; ";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String ofPages;
    private final String ofQueryEditor = COMMON + "script-src 'self'; style-src 'self' 'unsafe-inline'";

    ContentPolicy(Pages pages) {
        this.ofPages = COMMON + "script-src 'self'" + importMapHashes(pages.index()) + "; style-src 'self'";
    }

    String of(String path) {
        return path.equals("/graphiql") ? ofQueryEditor : ofPages;
    }

    private static String importMapHashes(byte[] page) {
        var hashes = new StringBuilder();
        var maps = IMPORT_MAP.matcher(new String(page, StandardCharsets.UTF_8));
        while (maps.find()) {
            hashes.append(" 'sha256-").append(sha256(maps.group(1))).append("'");
        }
        return hashes.toString();
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
