package io.caucus.bench;

import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.world.World;
import io.caucus.world.WorldTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** TRUTH-6: what features find of what a generated world has planted, read back from the database as for any account. */
@Command(
        name = "TRUTH-6",
        description = "Says what features find of what was planted in a generated world, beside simple rules.",
        mixinStandardHelpOptions = true)
final class PlantedBench implements Callable<Integer> {

    private static final String BATCH = "bench";
    private static final int BATCH_SIZE = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--accounts", description = "How many (${DEFAULT-VALUE}).")
    private int accounts = 400;

    @Option(names = "--seed", description = "Which world (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--data", description = "Folder of the database, which must not exist yet (${DEFAULT-VALUE}).")
    private Path data = Path.of("target", "bench", "TRUTH-6");

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException {
        BenchServer.refuseIfThere(data, spec);
        var world = WorldBench.world(seed, accounts, spec);
        var screen = spec.commandLine().getOut();
        screen.printf("TRUTH-6: a world of %,d accounts, seed %d, as of its end%n", accounts, seed);
        screen.flush();
        try (var server = new BenchServer(data)) {
            write(world, server.neo4j());
            var verdict = judge(server.neo4j(), world.truths());
            verdict.print(screen);
            figures(verdict).save(out, screen);
        }
        return 0;
    }

    private static void write(World world, Neo4j neo4j) {
        var writer = neo4j.factWriter();
        var batch = new ArrayList<SourcedFacts>(BATCH_SIZE);
        for (var records = world.records().iterator(); records.hasNext(); ) {
            batch.add(records.next());
            if (batch.size() == BATCH_SIZE || !records.hasNext()) {
                writer.write(BATCH, List.copyOf(batch));
                batch.clear();
            }
        }
    }

    private static PlantedVerdict judge(Neo4j neo4j, SortedMap<AccountId, WorldTruth> truths) {
        var catalogue = FeatureCatalogue.standard();
        var end = new AsOf(WorldBench.END);
        var graph = neo4j.accountGraph();
        var peers = graph.peers(end, catalogue.parameters().product().window());
        var verdict = new PlantedVerdict(catalogue.parameters());
        graph.forEachHistory(end, history -> {
            var truth = Objects.requireNonNull(truths.get(history.account().id()));
            verdict.add(truth, history, catalogue.compute(history, peers));
        });
        return verdict;
    }

    private Figures figures(PlantedVerdict verdict) {
        var json = new LinkedHashMap<>(verdict.json());
        json.put("benchmark", "TRUTH-6");
        json.put("accounts", accounts);
        json.put("seed", seed);
        var title = "TRUTH-6: stages of committees found as planted, %,d accounts, seed %d".formatted(accounts, seed);
        return new Figures("TRUTH-6", json, verdict.chart(title));
    }
}
