package io.caucus.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The same command, run again in a process of its own that outlives this one and the terminal. */
final class DetachedProcess {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LINES_SHOWN = 15;
    private static final List<Path> SET_SESSION = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final Path dataFolder;
    private final Path log;

    DetachedProcess(Path dataFolder) {
        this.dataFolder = dataFolder;
        this.log = dataFolder.resolve("log").resolve("serve.log");
    }

    /**
     * Starts the command and waits until it serves.
     *
     * @throws EnvironmentProblem with the last lines of its log if it ends first or does not serve in time
     */
    Serving start(List<String> arguments, Duration limit) {
        try {
            Files.createDirectories(log.getParent());
            var process = new ProcessBuilder(command(arguments))
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return awaitServing(process, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentProblem(
                    "Interrupted while waiting for Caucus to serve; its log is %s.".formatted(log));
        }
    }

    private Serving awaitServing(Process process, Duration limit) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                throw new EnvironmentProblem("Caucus ended with exit code %d before it served. The end of %s:%n%s"
                        .formatted(process.exitValue(), log, endOfLog()));
            }
            // With setsid the process that serves may be a child of the one started here.
            var serving =
                    Serving.in(dataFolder).filter(now -> now.pid() == process.pid() || isChild(process, now.pid()));
            if (serving.isPresent()) {
                return serving.get();
            }
        }
        process.destroy();
        throw new EnvironmentProblem("Caucus does not serve after %d s and was stopped. The end of %s:%n%s"
                .formatted(limit.toSeconds(), log, endOfLog()));
    }

    private static boolean isChild(Process process, long pid) {
        return process.descendants().anyMatch(child -> child.pid() == pid);
    }

    private String endOfLog() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private static List<String> command(List<String> arguments) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var command = new ArrayList<String>();
        SET_SESSION.stream().filter(Files::isExecutable).findFirst().ifPresent(path -> command.add(path.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(runtime.getInputArguments());
        command.add("-cp");
        command.add(runtime.getClassPath());
        command.add("io.caucus.api.Main");
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        return command;
    }
}
