package io.caucus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path dataFolder;

    @Test
    void aCodeIsGoodOnceInWhicheverProcess() {
        var code = at(NOW).newCode();

        assertThat(at(NOW).redeem(code)).isTrue();
        assertThat(at(NOW).redeem(code)).isFalse();
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var code = at(NOW).newCode();
        var another = at(NOW).newCode();

        assertThat(at(NOW.plusSeconds(599)).redeem(code)).isTrue();
        assertThat(at(NOW.plusSeconds(600)).redeem(another)).isFalse();
    }

    @Test
    void onlyTheHashOfACodeIsKeptAndOnlyForTheOwner() throws IOException {
        var code = at(NOW).newCode();

        try (var files = Files.list(dataFolder.resolve("sign-in-links"))) {
            var kept = files.toList();
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).getFileName().toString()).hasSize(64).isNotEqualTo(code);
            assertThat(Files.readString(kept.get(0))).doesNotContain(code);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void linksThatHaveExpiredAreClearedAway() throws IOException {
        at(NOW).newCode();
        at(NOW.plusSeconds(601)).newCode();

        try (var files = Files.list(dataFolder.resolve("sign-in-links"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothingElseIsACode() {
        at(NOW).newCode();

        assertThat(at(NOW).redeem("")).isFalse();
        assertThat(at(NOW).redeem("../signing-key.json")).isFalse();
        assertThat(at(NOW).redeem("x".repeat(100_000))).isFalse();
    }

    private SignIn at(Instant instant) {
        return SignIn.open(dataFolder, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
