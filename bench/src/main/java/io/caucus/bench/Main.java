package io.caucus.bench;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where {@code ./caucus bench} starts. */
@Command(
        name = "caucus bench",
        description = "Measures Caucus against peers, limits and known truth, in the same run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RescoreBench.class,
            IngestBench.class,
            GraphBench.class,
            LocalFeatureBench.class,
            TrainingBench.class,
            WorldBench.class,
            LiftBench.class,
            TriggerBench.class,
            EdgeBench.class,
            PlantedBench.class,
            ScoresBench.class
        })
public final class Main {

    /** Held here, for a logger that nobody holds forgets its level. */
    private static final Logger MIGRATIONS = Logger.getLogger("ac.simons.neo4j.migrations");

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        MIGRATIONS.setLevel(Level.WARNING);
        System.setProperty("java.awt.headless", "true");
        return new CommandLine(new Main()).execute(arguments);
    }
}
