package io.caucus.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How to serve.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param dataFolder holds the signing key and the open sign-in links; it must exist
 * @param fixedAsOf stops the clock for questions about data, as for a demo or an import of old data; tokens expire in real
 *     time all the same
 * @param allowRemote whether an address that other machines can reach is meant
 * @param answerWithin a question that takes longer is answered with an error
 */
public record ServerSettings(
        String host,
        int port,
        Path dataFolder,
        Optional<Instant> fixedAsOf,
        boolean allowRemote,
        Duration answerWithin) {

    /** For whoever looks at a page. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "port is %d, must lie in 0 to 65535; 0 takes a free one".formatted(port));
        }
        if (!answerWithin.isPositive()) {
            throw new IllegalArgumentException("answerWithin is %s, must be positive".formatted(answerWithin));
        }
        if (!allowRemote && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "host '%s' can be reached from other machines; use 127.0.0.1, or allow remote access and put TLS in front"
                            .formatted(host));
        }
    }

    /** This machine only, the clock running. */
    public static ServerSettings onThisMachine(int port, Path dataFolder) {
        return new ServerSettings("127.0.0.1", port, dataFolder, Optional.empty(), false, ANSWER_WITHIN);
    }

    public ServerSettings withFixedAsOf(Instant asOf) {
        return new ServerSettings(host, port, dataFolder, Optional.of(asOf), allowRemote, answerWithin);
    }

    public ServerSettings withAnswerWithin(Duration limit) {
        return new ServerSettings(host, port, dataFolder, fixedAsOf, allowRemote, limit);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host '%s' is not known; use 127.0.0.1".formatted(host), e);
        }
    }
}
