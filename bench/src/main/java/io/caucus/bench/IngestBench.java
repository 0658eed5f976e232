package io.caucus.bench;

import io.caucus.bench.Growth.Slice;
import io.caucus.bench.Rounds.Lap;
import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** PERF-5: writing events exactly once, against the same nodes and relationships by a bare {@code UNWIND … CREATE}. */
@Command(
        name = "PERF-5",
        description = "Writes events exactly once, with the ledger, beside a bare UNWIND … CREATE of the same rows.",
        mixinStandardHelpOptions = true)
final class IngestBench implements Callable<Integer> {

    private static final String CAUCUS = "Caucus";
    private static final String BARE = "bare UNWIND … CREATE";
    private static final String BATCH = "bench";

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--events", description = "Events for each contender in each round (${DEFAULT-VALUE}).")
    private int events = 50_000;

    @Option(names = "--rounds", description = "Rounds, after one to warm up (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--batch", description = "Events in a batch (${DEFAULT-VALUE}).")
    private int batchSize = 1_000;

    @Option(names = "--writers", description = "Batches at once (as many as cores: ${DEFAULT-VALUE}).")
    private int writers = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Option(names = "--accounts", description = "Accounts that events are spread over (${DEFAULT-VALUE}).")
    private int accounts = 5_000;

    @Option(
            names = "--grow",
            description =
                    "Then writes so many more by Caucus alone, and shows rate and memory as the graph grows (${DEFAULT-VALUE}).")
    private long grow = 0;

    @Option(names = "--seed", description = "Of the drawn events (${DEFAULT-VALUE}).")
    private long seed = 5;

    @Option(names = "--data", description = "Folder of the database, which must not exist yet (${DEFAULT-VALUE}).")
    private Path data = Path.of("target", "bench", "PERF-5");

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException {
        BenchServer.refuseIfThere(data, spec);
        var screen = spec.commandLine().getOut();
        var machine = Machine.here();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (var server = new BenchServer(data)) {
            var stream = new EventStream(seed, accounts);
            var writer = server.neo4j().factWriter();
            screen.printf("Writing %,d accounts and their people ...%n", accounts);
            write(writer, stream.participants());
            var laps = new Rounds(stream, rounds, events, batchSize, writers)
                    .run(contenders(server, writer, begun), lap -> show(screen, lap));
            var comparison = new Comparison(BARE, laps);
            var slices = grown(server, stream, writer, screen);
            var result = new Result("PERF-5", begun, machine, server.version(), settings(), comparison.lines(), slices);
            result.print(screen);
            result.save(out, screen);
        }
        return 0;
    }

    private List<Contender> contenders(BenchServer server, FactWriter writer, Instant begun) {
        var bare = new BareCreate(server.driver(), BATCH, begun);
        return List.of(new Contender(BARE, bare::write), new Contender(CAUCUS, batch -> writer.write(BATCH, batch)));
    }

    private List<Slice> grown(BenchServer server, EventStream stream, FactWriter writer, PrintWriter screen) {
        if (grow == 0) {
            return List.of();
        }
        screen.printf("Growing the graph by %,d events ...%n", grow);
        var slices = new ArrayList<Slice>();
        new Growth(stream, writer, BATCH, batchSize, writers, server).run(grow, slice -> {
            slices.add(slice);
            screen.println(slice);
            screen.flush();
        });
        return slices;
    }

    private void write(FactWriter writer, List<SourcedFacts> told) {
        for (int done = 0; done < told.size(); done += batchSize) {
            writer.write(BATCH, told.subList(done, Math.min(told.size(), done + batchSize)));
        }
    }

    private static void show(PrintWriter screen, Lap lap) {
        screen.printf(
                "%-9s %-22s %,9.0f events/s%n",
                lap.round() == 0 ? "warm-up" : "round " + lap.round(), lap.contender(), lap.perSecond());
        screen.flush();
    }

    private String settings() {
        return "%,d events a round, %d rounds, batches of %,d, %d at once, %,d accounts, seed %d"
                .formatted(events, rounds, batchSize, writers, accounts, seed);
    }
}
