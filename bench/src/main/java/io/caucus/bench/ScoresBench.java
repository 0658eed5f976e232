package io.caucus.bench;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.learn.Ablation;
import io.caucus.scoring.learn.Learner;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.learn.LearningTable;
import io.caucus.scoring.learn.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** TRUTH-6-SCORES: whether a model of open deals, learned from a generated world, says what was planted there. */
@Command(
        name = "TRUTH-6-SCORES",
        description = "Learns from a generated world and says how well that fits what was planted there.",
        mixinStandardHelpOptions = true)
final class ScoresBench implements Callable<Integer> {

    /** The first month at whose end the world's engagement has begun, and the second one at whose end its drift has. */
    private static final YearMonth FIRST = YearMonth.of(2026, 2);

    private static final YearMonth LAST = YearMonth.of(2026, 8);

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--accounts", description = "How many (${DEFAULT-VALUE}).")
    private int accounts = 3_000;

    @Option(names = "--seed", description = "Which world, and the seed of training (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--shuffles", description = "How often outcomes are shuffled (${DEFAULT-VALUE}).")
    private int shuffles = 5;

    @Option(names = "--out", description = "Folder for the table and the results (${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "bench");

    @Override
    public Integer call() throws IOException {
        if (shuffles < 0) {
            throw new ParameterException(spec.commandLine(), "--shuffles is %d, must be 0 or more".formatted(shuffles));
        }
        var world = WorldBench.world(seed, accounts, spec);
        var screen = spec.commandLine().getOut();
        Files.createDirectories(out);
        var table = out.resolve("TRUTH-6-SCORES.csv");
        var schema = out.resolve("TRUTH-6-SCORES.yaml");
        say(screen, "TRUTH-6-SCORES: a world of %,d accounts, seed %d".formatted(accounts, seed));
        var chances = WinTable.write(world, WinTable.Telling.AS_IT_IS, monthEnds(), table, schema);
        var began = world.planted().drift();
        var undone = out.resolve("TRUTH-6-SCORES-without-drift.csv");
        WinTable.write(
                world,
                WinTable.Telling.WITHOUT_CHATS,
                monthEnds().stream()
                        .filter(asOf -> asOf.instant().isAfter(began))
                        .toList(),
                undone,
                schema);
        try {
            judge(began, new WinTables(table, schema), new WinTables(undone, schema), chances, screen);
        } catch (LearningRefused e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A world of %,d accounts is too small to learn from: %s. Ask for more with --accounts."
                            .formatted(accounts, e.getMessage()));
        }
        return 0;
    }

    static List<AsOf> monthEnds() {
        return Stream.iterate(FIRST, month -> !month.isAfter(LAST), month -> month.plusMonths(1))
                .map(month -> new AsOf(month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1)))
                .toList();
    }

    private static void say(PrintWriter screen, String line) {
        screen.println(line);
        screen.flush();
    }

    private void judge(Instant began, WinTables tables, WinTables undone, PlantedChances chances, PrintWriter screen)
            throws IOException {
        var written = tables.asWritten();
        say(screen, "%,d rows, %,d of them won".formatted(written.rows().size(), written.successes()));
        var leaks = new LeakFindings(tables, seed);
        say(screen, "leaks looked for; learning ...");
        var learned = fit(Learner.learn(written, true, Ablation.Extent.ALWAYS, seed));
        var alone = fit(Learner.learn(tables.withoutNetwork(), true, Ablation.Extent.NEVER, seed));
        say(screen, "learned; shuffling outcomes ...");
        long fooled = LongStream.range(0, shuffles)
                .filter(shuffle -> hasSignal(ShuffledOutcomes.of(written, seed + shuffle)))
                .count();
        var told = ToldRow.of(learned.split().test(), learned.scorer(), chances);
        var drift = new DriftFindings(
                tables.withOpenRows(),
                learned.reference(),
                learned.split().train().getLast().cutoff(),
                began);
        drift.holdAgainst(undone.withOpenRows(), tables.withOpenRows(), learned.scorer());
        var verdict = new ScoresVerdict(
                leaks,
                shuffles,
                fooled,
                drift,
                new ReliabilityFindings(told, seed),
                new ReliabilityFindings(ToldRow.of(learned.split().calibrate(), learned.scorer(), chances), seed),
                new UpliftFindings(
                        UpliftFindings.Uplift.of(learned.ablation(), WinTables.NETWORK),
                        UpliftFindings.Uplift.expected(
                                told,
                                told.stream().mapToDouble(ToldRow::told).toArray(),
                                ToldRow.of(alone.split().test(), alone.scorer(), chances).stream()
                                        .mapToDouble(ToldRow::told)
                                        .toArray(),
                                seed),
                        UpliftFindings.ofKnowingTies(told, seed)),
                learned,
                told);
        verdict.print(screen);
        var json = new LinkedHashMap<>(verdict.json());
        json.put("benchmark", "TRUTH-6-SCORES");
        json.put("machine", Machine.here());
        json.put("accounts", accounts);
        json.put("seed", seed);
        var title = "TRUTH-6-SCORES: told, planted and happened, %,d accounts, seed %d".formatted(accounts, seed);
        new Figures("TRUTH-6-SCORES", json, verdict.chart(title)).save(out, screen);
    }

    private static Learning.Fit fit(Learning learning) {
        return learning.fit()
                .orElseThrow(() -> new LearningRefused("nothing could be learned: %s"
                        .formatted(learning.verdict().words())));
    }

    private boolean hasSignal(LearningTable shuffled) {
        return Learner.learn(shuffled, true, Ablation.Extent.NEVER, seed).verdict() == Verdict.SIGNAL;
    }
}
