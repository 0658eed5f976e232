package io.caucus.api.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./caucus} as a user does, on what the build has just made. */
final class Launcher {

    static final Path ROOT = Path.of(System.getProperty("caucus.root"));
    private static final long MINUTES = 4;

    private final Path dataFolder;

    Launcher(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** How a command ended. */
    record Run(int exitCode, String out, String err) {}

    Run run(String... arguments) {
        var process = start(arguments);
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("caucus %s did not end within %d minutes: %s"
                        .formatted(List.of(arguments), MINUTES, err.join()));
            }
            return new Run(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Process start(String... arguments) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("caucus").toString());
        command.addAll(List.of(arguments));
        command.add("--data");
        command.add(dataFolder.toString());
        var builder = new ProcessBuilder(command);
        builder.environment().put("CAUCUS_BUILD", "never");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
