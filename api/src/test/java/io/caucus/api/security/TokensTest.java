package io.caucus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path dataFolder;

    @Test
    void aTokenIsGoodInEveryProcessThatHasTheFolder() {
        var token = tokens().issue(Duration.ofMinutes(5));

        assertThat(tokens().verify(token)).contains("owner");
    }

    @Test
    void aTokenLastsAMinuteLongerThanItSays() {
        var token = tokens().issue(Duration.ofMinutes(5));

        assertThat(tokensAt(NOW.plusSeconds(359)).verify(token)).isPresent();
        assertThat(tokensAt(NOW.plusSeconds(360)).verify(token)).isEmpty();
        assertThat(tokensAt(NOW.minusSeconds(60)).verify(token)).isPresent();
        assertThat(tokensAt(NOW.minusSeconds(61)).verify(token)).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadTheKey() throws IOException {
        tokens();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataFolder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noneOfTwentyForgedTokensIsAccepted() throws JOSEException, ParseException, IOException {
        var forged = forgedTokens();

        assertThat(forged).hasSize(20);
        forged.forEach(
                (how, token) -> assertThat(tokens().verify(token)).as(how).isEmpty());
    }

    private Map<String, String> forgedTokens() throws JOSEException, ParseException, IOException {
        var good = tokens().issue(Duration.ofMinutes(5));
        var parts = good.split("\\.", -1);
        var key = ECKey.parse(Files.readString(dataFolder.resolve("signing-key.json")));
        var foreign = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        var rsa = new RSAKeyGenerator(2048).generate();
        var ours = new ECDSASigner(key);
        var publicKey = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);

        var forged = new LinkedHashMap<String, String>();
        forged.put("empty", "");
        forged.put("no token", "not.a.token");
        forged.put("unsigned", new PlainJWT(claims().build()).serialize());
        forged.put("signature cut off", parts[0] + "." + parts[1] + ".");
        forged.put("signature of zeros", parts[0] + "." + parts[1] + "." + base64(new byte[64]));
        forged.put("signature of another token", parts[0] + "." + parts[1] + "." + otherSignature());
        forged.put(
                "claims changed",
                parts[0] + "." + base64("{\"sub\":\"owner\"}".getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);
        forged.put("key of a stranger", signed(header().build(), claims().build(), new ECDSASigner(foreign)));
        forged.put(
                "stranger's key in the header",
                signed(header().jwk(foreign.toPublicJWK()).build(), claims().build(), new ECDSASigner(foreign)));
        forged.put(
                "HMAC with our public key",
                signed(new JWSHeader(JWSAlgorithm.HS256), claims().build(), new MACSigner(publicKey)));
        forged.put("RSA", signed(new JWSHeader(JWSAlgorithm.RS256), claims().build(), new RSASSASigner(rsa)));
        forged.put(
                "unknown critical header",
                signed(header().criticalParams(Set.of("x")).customParam("x", 1).build(), claims().build(), ours));
        forged.put(
                "other issuer", signed(header().build(), claims().issuer("else").build(), ours));
        forged.put("no issuer", signed(header().build(), claims().issuer(null).build(), ours));
        forged.put(
                "other audience",
                signed(header().build(), claims().audience("else").build(), ours));
        forged.put(
                "one audience too many",
                signed(
                        header().build(),
                        claims().audience(List.of("caucus-api", "else")).build(),
                        ours));
        forged.put(
                "expired",
                signed(
                        header().build(),
                        claims().expirationTime(Date.from(NOW.minusSeconds(61))).build(),
                        ours));
        forged.put(
                "never expires",
                signed(header().build(), claims().expirationTime(null).build(), ours));
        forged.put(
                "not yet good",
                signed(
                        header().build(),
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(61))).build(),
                        ours));
        forged.put(
                "far too long",
                signed(
                        header().build(),
                        claims().claim("pad", "x".repeat(9_000)).build(),
                        ours));
        return forged;
    }

    private String otherSignature() {
        return tokensAt(NOW.plusSeconds(7)).issue(Duration.ofMinutes(5)).split("\\.", -1)[2];
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("caucus")
                .audience("caucus-api")
                .subject("owner")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Tokens tokens() {
        return tokensAt(NOW);
    }

    private Tokens tokensAt(Instant instant) {
        return Tokens.open(dataFolder, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
