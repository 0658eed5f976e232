package io.caucus.api.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into the commands that serve: where, and whether in the background. */
final class ServiceOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Address to listen on. Another than loopback also needs CAUCUS_ALLOW_REMOTE=true. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--detach", description = "Serve in the background; `caucus stop` ends it.")
    private boolean detach;

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    boolean isDetached() {
        return detach;
    }

    boolean isRemoteAllowed() {
        return Optional.ofNullable(System.getenv("CAUCUS_ALLOW_REMOTE"))
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
