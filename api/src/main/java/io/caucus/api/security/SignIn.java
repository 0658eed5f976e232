package io.caucus.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * One-time sign-in links. A code is 256 random bits, good once and for {@link #LIFETIME}.
 *
 * <p>Of an open code only the SHA-256 is kept, as the name of a file in the data folder with the instant of expiry inside; to
 * use a code is to delete its file, which succeeds exactly once, in whichever process.
 */
public final class SignIn {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int CODE_BYTES = 32;
    private static final int MOST_CHARACTERS = 64;

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private SignIn(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param clock real time, whatever questions about data are asked as of */
    public static SignIn open(Path dataFolder, Clock clock) {
        try {
            return new SignIn(OwnerOnly.createFolder(dataFolder.resolve("sign-in-links")), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder for sign-in links in '%s' cannot be made".formatted(dataFolder), e);
        }
    }

    /**
     * A new code, to be opened as {@code <url>/signin?code=<code>}. Links that have expired are cleared away.
     *
     * @throws UncheckedIOException if it cannot be kept
     */
    public String newCode() {
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            deleteExpired();
            OwnerOnly.createFile(fileOf(code), clock.instant().plus(LIFETIME).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("no sign-in link can be kept in '%s'".formatted(folder), e);
        }
        return code;
    }

    /** Uses a code up; whether it was good. */
    boolean redeem(String code) {
        if (code.length() > MOST_CHARACTERS) {
            return false;
        }
        var file = fileOf(code);
        try {
            var isOpen = Files.exists(file) && isOpen(file);
            return Files.deleteIfExists(file) && isOpen;
        } catch (IOException e) {
            return false;
        }
    }

    private void deleteExpired() throws IOException {
        for (Path file : files()) {
            if (!isOpen(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private boolean isOpen(Path file) {
        try {
            return clock.instant().isBefore(Instant.parse(Files.readString(file)));
        } catch (IOException | DateTimeException e) {
            return false;
        }
    }

    private Path fileOf(String code) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
