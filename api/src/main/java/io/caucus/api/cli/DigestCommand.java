package io.caucus.api.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "digest",
        description = {
            "Prints the SHA-256 of all facts in the graph, in a canonical order.",
            "Equal facts give an equal digest, however often and in whatever order they were delivered."
        })
final class DigestCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var graph = OpenGraph.in(data.path())) {
            var digest = graph.ports().digest();
            if (output.isJson()) {
                output.json(Map.of("digest", digest));
            } else {
                output.line(digest);
            }
        }
        return ExitCode.DONE;
    }
}
