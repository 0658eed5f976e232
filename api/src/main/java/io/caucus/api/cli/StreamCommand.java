package io.caucus.api.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stream",
        description = {
            "Reads a Kafka topic of CloudEvents into the graph, until it is stopped.",
            "caucus serve does the same when CAUCUS_KAFKA_BOOTSTRAP and CAUCUS_KAFKA_TOPIC are set."
        },
        subcommands = StreamStatusCommand.class)
final class StreamCommand implements Callable<Integer> {

    @Mixin
    private StreamOptions options = new StreamOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.settings();
        var stopped = new CountDownLatch(1);
        var graph = OpenGraph.in(data.path());
        graph.beforeClose(stopped::countDown);
        graph.tellStream(settings, data.path());
        if (!output.isJson()) {
            output.line("Reading topic %s at %s. How far: ./caucus stream status; stop with Ctrl-C"
                    .formatted(settings.topic(), settings.bootstrap()));
        }
        stopped.await();
        return ExitCode.DONE;
    }
}
