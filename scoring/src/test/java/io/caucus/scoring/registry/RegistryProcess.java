package io.caucus.scoring.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process of its own that uses a registry; it says each line of the changelog that it was told is written. */
final class RegistryProcess {

    private RegistryProcess() {}

    /** {@code FOLDER register MODEL…}, or {@code FOLDER toggle A B}, which promotes one after the other until it is killed. */
    public static void main(String... arguments) {
        var registry = new ModelRegistry(Path.of(arguments[0]), Duration.ofMinutes(1));
        for (int model = 2; arguments[1].equals("register") && model < arguments.length; model++) {
            say(registry.register(Path.of(arguments[model]), new UserName("ana"), Instant.EPOCH));
        }
        for (int turn = 0; arguments[1].equals("toggle"); turn++) {
            say(registry.promote(arguments[2 + turn % 2], new UserName("bo"), Instant.EPOCH, Optional.of("its turn"))
                    .entry()
                    .orElseThrow());
        }
    }

    private static void say(LogEntry entry) {
        System.out.println(entry.number());
        System.out.flush();
    }

    static Process start(Path registry, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryProcess.class.getName(),
                registry.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
