package io.caucus.api.cli;

import io.caucus.localneo4j.LocalNeo4j;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops what runs on a data folder: the service, then its embedded database.")
final class StopCommand implements Callable<Integer> {

    /** The service drains for at most 30 s; its database stops within 10 s more. */
    private static final int SECONDS = 45;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var folder = data.path();
        var serving = Serving.in(folder);
        serving.flatMap(Serving::process).ifPresent(StopCommand::end);
        boolean databaseStopped = LocalNeo4j.stop(folder);
        if (output.isJson()) {
            output.json(Map.of("service", serving.isPresent(), "database", databaseStopped));
        } else if (serving.isPresent()) {
            output.line("Stopped the service at " + serving.get().url());
        } else {
            output.line(databaseStopped ? "Stopped the database." : "Nothing was running on " + folder);
        }
        return ExitCode.DONE;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new EnvironmentProblem(
                    "Process %d did not stop within %d s. Look at its log, and end it with: kill -9 %d"
                            .formatted(process.pid(), SECONDS, process.pid()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentProblem("Interrupted while waiting for process %d to stop.".formatted(process.pid()));
        }
    }
}
