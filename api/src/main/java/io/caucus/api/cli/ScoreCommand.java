package io.caucus.api.cli;

import io.caucus.api.assessment.ServingScorer;
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
            "Scoring again as of the same instant with the same model replaces what was kept. The model is the champion of",
            "account.converts in the registry of the data folder, or else the rules."
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
        var model = ScoringRun.scorer(data.path());
        try (var graph = OpenGraph.in(data.path())) {
            var instant = asOf.orNow();
            var bands = new ScoringRun(graph.ports(), model.scorer(), output).scoreAll(instant);
            print(instant, model, bands);
        }
        return ExitCode.DONE;
    }

    private void print(AsOf instant, ServingScorer model, Map<String, Integer> bands) {
        int accounts = bands.values().stream().mapToInt(Integer::intValue).sum();
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("asOf", instant.toString());
            document.put("model", model.scorer().version());
            document.put("accounts", accounts);
            document.put("bands", bands);
            output.json(document);
            return;
        }
        output.line("Scored %d accounts as of %s.".formatted(accounts, instant));
        output.line("By %s.".formatted(model.origin()));
        bands.forEach((band, count) -> output.line("  %-12s %,8d".formatted(band, count)));
        output.line("To look at them: ./caucus serve --as-of %s".formatted(instant));
    }
}
