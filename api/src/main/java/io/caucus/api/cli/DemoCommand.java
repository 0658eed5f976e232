package io.caucus.api.cli;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.AccountScorer;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Generates a small world of accounts with a story in it, loads and scores it, and serves it.",
            "Its clock stands still at the end of the world, so that everybody sees the same numbers.",
            "With --json it prints one line when ready: url, graphql, token, pid, signIn."
        })
final class DemoCommand implements Callable<Integer> {

    /** Where the demo's clock stands still. */
    static final Instant END_OF_THE_WORLD = Instant.parse("2026-11-02T09:00:00Z");

    private static final int BATCH = 1_000;
    private static final List<String> WHAT_TO_LOOK_AT = List.of(
            "",
            "What to look at",
            "  1. Northwind Robotics: choose a reason and see the people and ties behind it light up.",
            "  2. Harbor & Pine Logistics, loud and all of it one person; Solstice Insurance, where only we are busy.",
            "  3. Go back with the as-of date: every number is the one you would have seen that day.");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--accounts", paramLabel = "N", description = "How many accounts. Default: ${DEFAULT-VALUE}.")
    private int accounts = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Which world. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() {
        var run = new ServiceRun(data.path(), service, output);
        run.refuseIfImpossible();
        if (service.isDetached()) {
            run.inBackground(command.commandLine().getParent().getParseResult().originalArgs(), WHAT_TO_LOOK_AT);
            return ExitCode.DONE;
        }
        var graph = OpenGraph.in(data.path());
        prepare(graph, run.scorer());
        run.untilStopped(graph, Optional.of(END_OF_THE_WORLD), WHAT_TO_LOOK_AT);
        return ExitCode.DONE;
    }

    /** Loads and scores the world, unless that has been done. What an earlier start left half done is completed. */
    private void prepare(OpenGraph graph, AccountScorer scorer) {
        var end = new AsOf(END_OF_THE_WORLD);
        var world = World.generate(new WorldSettings(seed, accounts, END_OF_THE_WORLD));
        if (isReady(graph, world, scorer, end)) {
            return;
        }
        long started = System.nanoTime();
        load(graph, world);
        new ScoringRun(graph.ports(), scorer, output).scoreAll(end);
        output.remark("Made, loaded and scored a world of %d accounts in %.1f s."
                .formatted(accounts, (System.nanoTime() - started) / 1e9));
    }

    /** Scores are kept last, in the order of keys: where the last account has one of this model, everything is there. */
    private static boolean isReady(OpenGraph graph, World world, AccountScorer scorer, AsOf end) {
        var last = world.lastKey();
        return graph.ports().assessmentStore().latest(List.of(last), end).values().stream()
                .anyMatch(kept -> kept.modelVersion().equals(scorer.version()));
    }

    private void load(OpenGraph graph, World world) {
        var writer = graph.ports().factWriter();
        var batch = new ArrayList<SourcedFacts>(BATCH);
        try (var progress = ProgressLine.of("Loading the world", "records", output)) {
            for (var records = world.records().iterator(); records.hasNext(); ) {
                batch.add(records.next());
                if (batch.size() == BATCH || !records.hasNext()) {
                    writer.write("demo", List.copyOf(batch));
                    progress.advance(batch.size());
                    batch.clear();
                }
            }
        }
    }
}
