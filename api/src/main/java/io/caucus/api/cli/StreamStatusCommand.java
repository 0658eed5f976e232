package io.caucus.api.cli;

import io.caucus.ingest.stream.PartitionLag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says how far each partition of the topic has been told, and how far behind that is.")
final class StreamStatusCommand implements Callable<Integer> {

    @Mixin
    private StreamOptions options = new StreamOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var settings = options.settings();
        try (var graph = OpenGraph.in(data.path())) {
            var lags = PartitionLag.of(settings, graph.ports().streamWriter());
            long behind = lags.stream().mapToLong(PartitionLag::lag).sum();
            if (output.isJson()) {
                output.json(document(settings.topic(), behind, lags));
            } else {
                output.line("%9s %14s %14s %14s".formatted("partition", "next", "end", "behind"));
                lags.forEach(lag -> output.line(line(lag)));
                output.line("%,d records behind in %d partitions".formatted(behind, lags.size()));
            }
        }
        return ExitCode.DONE;
    }

    private static String line(PartitionLag lag) {
        var next = lag.next().isPresent() ? "%,d".formatted(lag.next().getAsLong()) : "not begun";
        return "%9d %14s %,14d %,14d".formatted(lag.partition(), next, lag.end(), lag.lag());
    }

    private static Map<String, Object> document(String topic, long behind, List<PartitionLag> lags) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("topic", topic);
        document.put("behind", behind);
        document.put(
                "partitions", lags.stream().map(StreamStatusCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(PartitionLag lag) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("partition", lag.partition());
        lag.next().ifPresent(next -> document.put("next", next));
        document.put("end", lag.end());
        document.put("behind", lag.lag());
        return document;
    }
}
