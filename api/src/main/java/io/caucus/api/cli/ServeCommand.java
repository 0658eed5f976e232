package io.caucus.api.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Serves the page and the API on a data folder, and reads the stream that the environment names.",
            "With --json it prints one line when ready: url, graphql, token, pid, signIn."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Instants.class,
            description = "Stop the clock there, as for an import of old data: 2026-11-01 or 2026-11-01T09:00:00Z.")
    private Optional<Instant> asOf = Optional.empty();

    @Override
    public Integer call() {
        var stream = StreamOptions.ofEnvironment();
        var run = new ServiceRun(data.path(), service, output);
        run.refuseIfImpossible();
        if (service.isDetached()) {
            run.inBackground(command.commandLine().getParent().getParseResult().originalArgs(), List.of());
        } else {
            var graph = OpenGraph.in(data.path());
            stream.ifPresent(settings -> graph.tellStream(settings, data.path()));
            run.untilStopped(graph, asOf, List.of());
        }
        return ExitCode.DONE;
    }
}
