package io.caucus.bench;

import io.caucus.cypher.NamedStatement;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** PERF-2: the features of all accounts from the database, against reading the same rows, and against the same features in Cypher. */
@Command(
        name = "PERF-2",
        description =
                "Computes all features of all accounts in a database, beside reading the same rows and beside Cypher alone.",
        mixinStandardHelpOptions = true)
final class RescoreBench implements Callable<Integer> {

    private static final String CAUCUS = "Caucus";
    private static final int ACCOUNTS_IN_A_BATCH = 10;

    /** A larger size takes minutes, and so long to warm up that it makes no difference. */
    private static final int WARMED_UP = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(
            names = "--accounts",
            split = ",",
            description =
                    "Of the graph, in rising order; with more than one size the slope of time over size is shown (${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of(1_000);

    @Option(names = "--people", description = "Of each account (${DEFAULT-VALUE}).")
    private int people = 10;

    @Option(names = "--events", description = "Of each account (${DEFAULT-VALUE}).")
    private int events = 100;

    @Option(
            names = "--in-cypher",
            description = "Accounts whose features are computed by Cypher alone; 0 leaves that out (${DEFAULT-VALUE}).")
    private int inCypher = 10;

    @Option(
            names = "--rounds",
            description =
                    "Rounds for each size, after one that warms up for the first if that has at most 10,000 accounts (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seed", description = "Of the drawn accounts (${DEFAULT-VALUE}).")
    private long seed = 2;

    @Option(
            names = "--data",
            description = "Folder of the database, which must not exist yet unless it is continued (${DEFAULT-VALUE}).")
    private Path data = Path.of("target", "bench", "PERF-2");

    @Option(
            names = "--continue",
            description =
                    "Goes on with the database that an earlier run left, of the same people, events and seed, and with no more accounts than the smallest size: what is missing is written.")
    private boolean continues;

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    private final FeatureCatalogue catalogue = FeatureCatalogue.standard();
    private final SortedMap<String, NamedStatement> statements = NamedStatement.ofFeatures(
            catalogue.definitions().stream().map(FeatureDefinition::id).toList());

    @Override
    public Integer call() throws IOException {
        check();
        var screen = spec.commandLine().getOut();
        var machine = Machine.here();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var works = new Works("PERF-2", settings());
        var drawn = new DrawnAccounts(people, events, seed);
        try (var server = new BenchServer(data)) {
            int there = continues ? written(server) : 0;
            for (int size : sizes) {
                write(server, drawn, there, size, screen);
                there = size;
                measure(works, server, drawn, size, screen);
            }
        }
        works.print(machine, screen);
        slopes(works).forEach(screen::println);
        screen.printf(
                "highest heap, garbage included: %,d MiB of %,d%n",
                mebibytes(highestHeap()), mebibytes(Runtime.getRuntime().maxMemory()));
        works.save(out, machine, begun, screen);
        return 0;
    }

    private void check() {
        boolean isRising = IntStream.range(1, sizes.size()).allMatch(place -> sizes.get(place - 1) < sizes.get(place));
        if (!isRising
                || inCypher < 0
                || IntStream.of(sizes.getFirst(), people, events, rounds).anyMatch(least -> least < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: each must be at least 1, by Cypher alone at least 0, and sizes must rise"
                            .formatted(settings()));
        }
        if (!continues) {
            BenchServer.refuseIfThere(data, spec);
        }
    }

    /** How many accounts are there for certain: of the last batches some facts may be missing, and writing them again changes nothing. */
    private static int written(BenchServer server) {
        try (var session = server.driver().session()) {
            int accounts = session.run("MATCH (account:Account) RETURN count(account) AS accounts")
                    .single()
                    .get("accounts")
                    .asInt();
            return Math.max(0, accounts - 2 * ACCOUNTS_IN_A_BATCH);
        }
    }

    private static void write(BenchServer server, DrawnAccounts drawn, int from, int to, PrintWriter screen) {
        screen.printf("Writing accounts %,d to %,d ...%n", from + 1, to);
        screen.flush();
        for (int begin = from; begin < to; begin += ACCOUNTS_IN_A_BATCH) {
            var batch = IntStream.range(begin, Math.min(to, begin + ACCOUNTS_IN_A_BATCH))
                    .boxed()
                    .flatMap(number -> drawn.told(number).stream())
                    .toList();
            server.neo4j().factWriter().write("bench", batch);
        }
    }

    private void measure(Works works, BenchServer server, DrawnAccounts drawn, int size, PrintWriter screen) {
        var work = work(size);
        var limit = new BareStream(server.driver());
        int sample = Math.min(inCypher, size);
        for (int round = size == sizes.getFirst() && size <= WARMED_UP ? 0 : 1; round <= rounds; round++) {
            screen.printf("%s%n", round == 0 ? "warming up ..." : "round " + round + " ...");
            screen.flush();
            works.lap(work, "reading the rows", round, size, () -> limit.read(drawn.asOf()));
            if (sample > 0) {
                works.lap(work, "Cypher alone", round, sample, () -> inCypher(server.driver(), drawn, sample));
            }
            works.lap(work, CAUCUS, round, size, () -> rescore(server, drawn, size));
        }
    }

    private static String work(int size) {
        return "%,d accounts".formatted(size);
    }

    /** How many accounts there were. */
    private double rescore(BenchServer server, DrawnAccounts drawn, int size) {
        var graph = server.neo4j().accountGraph();
        var peers = graph.peers(drawn.asOf(), catalogue.parameters().product().window());
        var network = catalogue.network(graph.market(Network.instant(drawn.asOf())));
        var accounts = new AtomicLong();
        graph.forEachPage(
                drawn.asOf(),
                Optional.empty(),
                page -> accounts.addAndGet(page.parallelStream()
                        .map(history -> catalogue.compute(history, peers, network))
                        .distinct()
                        .count()));
        if (accounts.get() != size) {
            throw new IllegalStateException("%,d accounts were computed of %,d; the figures cannot be compared"
                    .formatted(accounts.get(), size));
        }
        return accounts.get();
    }

    /** How many rows the statements gave. */
    private double inCypher(Driver driver, DrawnAccounts drawn, int sample) {
        long rows = 0;
        try (var session = driver.session()) {
            for (int number = 0; number < sample; number++) {
                var account = DrawnAccounts.account(number);
                for (var statement : statements.entrySet()) {
                    var parameters = catalogue.statementParameters(statement.getKey(), account, drawn.asOf());
                    rows += session.run(statement.getValue().text(), parameters)
                            .list()
                            .size();
                }
            }
        }
        return rows;
    }

    /** How time grows from each size to the next: 1 is with the accounts, 2 with their square. */
    private List<String> slopes(Works works) {
        var slopes = new ArrayList<String>();
        for (int place = 1; place < sizes.size(); place++) {
            int small = sizes.get(place - 1);
            int large = sizes.get(place);
            double longer = works.seconds(work(large), CAUCUS) / works.seconds(work(small), CAUCUS);
            slopes.add("from %,d to %,d accounts time grows with the power %.2f of them"
                    .formatted(small, large, Math.log(longer) / Math.log((double) large / small)));
        }
        return slopes;
    }

    private static long highestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    private String settings() {
        return "%s accounts of %d people and %d events, %d by Cypher alone, %d rounds, seed %d"
                .formatted(
                        sizes.stream().map("%,d"::formatted).collect(Collectors.joining(" and ")),
                        people,
                        events,
                        inCypher,
                        rounds,
                        seed);
    }
}
