package io.caucus.api.cli;

import io.caucus.graphmodel.time.AsOf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "score",
        description = {
            "Scores every account as of an instant and keeps the scores in the graph, for lists and for Cypher.",
            "Scoring again as of the same instant replaces what was kept."
        })
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Override
    public Integer call() {
        try (var graph = OpenGraph.in(data.path())) {
            var instant = asOf.orNow();
            var bands = new ScoringRun(graph.ports(), output).scoreAll(instant);
            print(instant, bands);
        }
        return ExitCode.DONE;
    }

    private void print(AsOf instant, Map<String, Integer> bands) {
        int accounts = bands.values().stream().mapToInt(Integer::intValue).sum();
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("asOf", instant.toString());
            document.put("accounts", accounts);
            document.put("bands", bands);
            output.json(document);
            return;
        }
        output.line("Scored %d accounts as of %s.".formatted(accounts, instant));
        bands.forEach((band, count) -> output.line("  %-12s %,8d".formatted(band, count)));
        output.line("To look at them: ./caucus serve --as-of %s".formatted(instant));
    }
}
