package io.caucus.api.cli;

import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.ingest.identity.Candidate;
import io.caucus.ingest.identity.IdentityCandidates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "candidates",
        mixinStandardHelpOptions = true,
        description =
                "Lists records that may be one and are not yet, the surest first, with the rule and its evidence.")
final class IdentityCandidatesCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Option(names = "--all", description = "Show every pair, not only the first " + SHOWN + ".")
    private boolean all;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var graph = OpenGraph.in(data.path())) {
            var store = graph.ports().identityStore();
            var now = new AsOf(Serving.now(data.path()));
            var candidates = new IdentityCandidates();
            store.forEachRecord(candidates::add);
            print(candidates.candidates(Identities.of(store.standing(now), now)));
        }
        return ExitCode.DONE;
    }

    private void print(List<Candidate> found) {
        if (output.isJson()) {
            output.json(Map.of(
                    "candidates",
                    found.stream().map(IdentityCandidatesCommand::document).toList()));
            return;
        }
        output.line("%,d pairs of records may be one.".formatted(found.size()));
        found.stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .map(candidate -> "%.2f  %-17s %s  =  %s%n      %s"
                        .formatted(
                                candidate.grounds().confidence(),
                                candidate.grounds().rule(),
                                candidate.one(),
                                candidate.other(),
                                candidate.grounds().evidence()))
                .forEach(output::line);
        if (!all && found.size() > SHOWN) {
            output.line("... and %,d more; all of them with --all".formatted(found.size() - SHOWN));
        }
        if (!found.isEmpty()) {
            output.line("Next: ./caucus identity merge A B --reason TEXT");
        }
    }

    private static Map<String, Object> document(Candidate candidate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", candidate.one().label().inCypher());
        document.put("a", candidate.one().key());
        document.put("b", candidate.other().key());
        document.put("rule", candidate.grounds().rule());
        document.put("evidence", candidate.grounds().evidence());
        document.put("confidence", candidate.grounds().confidence());
        return document;
    }
}
