package io.caucus.bench;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** PERF-7: the features of an account from its history, on one core, against a plain loop over the same events in arrays. */
@Command(
        name = "PERF-7",
        description = "Computes all features of drawn accounts on one core, beside a plain loop over their events.",
        mixinStandardHelpOptions = true)
final class LocalFeatureBench implements Callable<Integer> {

    private static final String WORK = "features of an account";

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--accounts", description = "Drawn, and computed in each round (${DEFAULT-VALUE}).")
    private int accounts = 2_000;

    @Option(names = "--people", description = "Of each account (${DEFAULT-VALUE}).")
    private int people = 15;

    @Option(names = "--events", description = "Of each account (${DEFAULT-VALUE}).")
    private int events = 100;

    @Option(names = "--rounds", description = "Rounds, after one to warm up (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seed", description = "Of the drawn accounts (${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(names = "--out", description = "Folder for the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException {
        var screen = spec.commandLine().getOut();
        if (IntStream.of(accounts, people, events, rounds).anyMatch(least -> least < 1)) {
            throw new ParameterException(spec.commandLine(), "%s: each must be at least 1".formatted(settings()));
        }
        var machine = Machine.here();
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var works = new Works("PERF-7", settings());
        var drawn = new DrawnAccounts(people, events, seed);
        var histories = IntStream.range(0, accounts).mapToObj(drawn::history).toList();
        var arrays = histories.stream().map(EventArrays::of).toList();
        var catalogue = FeatureCatalogue.standard();
        for (int round = 0; round <= rounds; round++) {
            screen.printf("%s%n", round == 0 ? "warming up ..." : "round " + round + " ...");
            screen.flush();
            works.lap(
                    WORK,
                    "plain loop over arrays",
                    round,
                    accounts,
                    () -> arrays.stream().mapToDouble(EventArrays::pass).sum());
            works.lap(WORK, "Caucus", round, accounts, () -> present(catalogue, histories));
        }
        works.print(machine, screen);
        works.save(out, machine, begun, screen);
        return 0;
    }

    /** How many values there are. */
    private static double present(FeatureCatalogue catalogue, List<AccountHistory> histories) {
        return histories.stream()
                .mapToLong(history -> catalogue.compute(history, Peers.NONE).values().values().stream()
                        .filter(value -> !(value instanceof FeatureValue.Missing))
                        .count())
                .sum();
    }

    private String settings() {
        return "%,d accounts of %d people and %d events, one core, %d rounds, seed %d"
                .formatted(accounts, people, events, rounds, seed);
    }
}
