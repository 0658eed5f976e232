package io.caucus.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks bearer tokens: JWTs signed with ES256 (RFC 7518 §3.4) by a key of our own in the data folder.
 *
 * <p>A token is accepted if it is signed by exactly that key and algorithm, names us as issuer and as its only audience, and
 * has neither expired nor is yet to come; clocks may differ by {@link #CLOCK_DIFFERENCE}. Nothing in a token's header is ever
 * used to find a key.
 */
public final class Tokens {

    /** How long a token lasts that a sign-in link or the command line gives out. */
    public static final Duration SESSION = Duration.ofHours(12);

    static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);
    static final String ISSUER = "caucus";
    static final String AUDIENCE = "caucus-api";
    static final String OWNER = "owner";

    private static final String KEY_FILE = "signing-key.json";
    private static final int MOST_CHARACTERS = 8_192;

    private final ECKey key;
    private final Clock clock;

    private Tokens(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Tokens by the key in the folder, which is created if it is missing.
     *
     * @param clock real time, whatever questions about data are asked as of
     */
    public static Tokens open(Path dataFolder, Clock clock) {
        Path file = dataFolder.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                createKey(file);
            }
            return new Tokens(ECKey.parse(Files.readString(file)), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("signing key '%s' cannot be read or created".formatted(file), e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "signing key '%s' is damaged; delete it to get a new one, everyone then signs in again"
                            .formatted(file),
                    e);
        }
    }

    private static void createKey(Path file) throws IOException, JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        try {
            OwnerOnly.createFile(file, key.toJSONString());
        } catch (FileAlreadyExistsException e) {
            // Another process was faster: its key is as good as ours.
        }
    }

    /** A token for the owner of this machine's data. */
    public String issue(Duration lifetime) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(OWNER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot sign", e);
        }
        return token.serialize();
    }

    /** 32 secret bytes for another purpose, the same as long as the key is. */
    public byte[] secretFor(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getD().decode(), mac.getAlgorithm()));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whom the token stands for; empty for anything that is not a valid token of ours. */
    Optional<String> verify(String token) {
        if (token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var parsed = SignedJWT.parse(token);
            return isSignedByUs(parsed) ? subject(parsed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean isSignedByUs(SignedJWT token) throws JOSEException {
        return JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                && token.verify(new ECDSAVerifier(key.toPublicJWK()));
    }

    private Optional<String> subject(JWTClaimsSet claims) {
        boolean isForUs = ISSUER.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
        return isForUs && isCurrent(claims) ? Optional.ofNullable(claims.getSubject()) : Optional.empty();
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        var now = clock.instant();
        return claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant().plus(CLOCK_DIFFERENCE))
                && hasCome(claims.getNotBeforeTime(), now)
                && hasCome(claims.getIssueTime(), now);
    }

    private static boolean hasCome(@Nullable Date time, Instant now) {
        return time == null || !time.toInstant().isAfter(now.plus(CLOCK_DIFFERENCE));
    }
}
