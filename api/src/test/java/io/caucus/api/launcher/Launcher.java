package io.caucus.api.launcher;

import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./caucus} as a user does, on what the build has just made. */
final class Launcher {

    static final Path ROOT = Path.of(System.getProperty("caucus.root"));
    private static final long MINUTES = 4;

    private final Path dataFolder;
    private final Map<String, String> environment;

    private Launcher(Path dataFolder, Map<String, String> environment) {
        this.dataFolder = dataFolder;
        this.environment = new TreeMap<>(environment);
        this.environment.put("CAUCUS_BUILD", "never");
        // Commands and their databases are gone before what the second compiler makes of them pays off.
        this.environment.put("CAUCUS_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Dcaucus.neo4j.quick=true");
    }

    /** On the embedded database of a data folder: a command that finds none running starts one and stops it again. */
    Launcher(Path dataFolder) {
        this(dataFolder, Map.of());
    }

    /** On a database that runs already, whose graph is empty now. */
    static Launcher onEmptied(Neo4jServer database, Path dataFolder) {
        database.wipe();
        return new Launcher(
                dataFolder,
                Map.of(
                        "CAUCUS_NEO4J_URI", database.uri().toString(),
                        "CAUCUS_NEO4J_USER", database.user(),
                        "CAUCUS_NEO4J_PASSWORD", database.password()));
    }

    /** How a command ended. */
    record Run(int exitCode, String out, String err) {}

    /** A command that has not ended; what it says is taken from it, since it waits if nobody does. */
    record Running(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {

        private static Running of(Process process) {
            return new Running(
                    process,
                    CompletableFuture.supplyAsync(() -> text(process.getInputStream())),
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream())));
        }

        Run end() {
            try {
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("caucus did not end within %d minutes: %s".formatted(MINUTES, err.join()));
                }
                return new Run(process.exitValue(), out.join(), err.join());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    Run run(String... arguments) {
        return start(arguments).end();
    }

    /** A command that needs no data folder. */
    Run runAlone(String... arguments) {
        return begin(List.of(), List.of(arguments)).end();
    }

    Running start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Programs that a script runs in the background are deaf to Ctrl-C; this one hears it. */
    Running startHearingInterrupts(String... arguments) {
        return start(List.of("env", "--default-signal=INT"), arguments);
    }

    private Running start(List<String> by, String... arguments) {
        var onData = new ArrayList<>(List.of(arguments));
        onData.add("--data");
        onData.add(dataFolder.toString());
        return begin(by, onData);
    }

    private Running begin(List<String> by, List<String> arguments) {
        var command = new ArrayList<>(by);
        command.add(ROOT.resolve("caucus").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return Running.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves in the background, on a free port, until it is stopped or killed. */
    RunningService serve() {
        var serve = run("serve", "--port", "0", "--detach", "--json");
        if (serve.exitCode() != 0) {
            throw new AssertionError("caucus does not serve: " + serve.err());
        }
        return RunningService.of(serve.out(), dataFolder);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
