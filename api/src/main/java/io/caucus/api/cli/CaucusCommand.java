package io.caucus.api.cli;

import io.caucus.cypher.GraphUnavailable;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.ingest.ImportRefused;
import io.caucus.ingest.stream.StreamUnreachable;
import io.caucus.ingest.webhook.WebhookSettingsRefused;
import io.caucus.localneo4j.LocalNeo4jException;
import io.caucus.scoring.explanation.Impossible;
import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.registry.RegistryBusy;
import io.caucus.scoring.registry.RegistryRefused;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands together. */
@Command(
        name = "caucus",
        description = "Account intelligence over a graph: every number can be traced, replayed and recomputed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            QualityCommand.class,
            MappingCommand.class,
            RejectsCommand.class,
            WebhooksCommand.class,
            SignalsCommand.class,
            StreamCommand.class,
            IdentityCommand.class,
            LineageCommand.class,
            FeaturesCommand.class,
            PropagationCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            ModelsCommand.class,
            ScoreCommand.class,
            ExplainCommand.class,
            SignInCommand.class,
            TokenCommand.class,
            DigestCommand.class,
            DoctorCommand.class,
            StopCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Something of ours went wrong.",
            "2:The command line cannot be understood.",
            "3:What was given cannot be used: no such file, column, account or instant.",
            "4:Something around us is missing: database, free port, disk space, JDK.",
            "130:Stopped by Ctrl-C."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CAUCUS_DATA            data folder, in the place of .caucus beside the launcher",
            "  CAUCUS_NEO4J_URI       a Neo4j of your own (bolt:// or neo4j://), with CAUCUS_NEO4J_USER and",
            "                         CAUCUS_NEO4J_PASSWORD; without it an embedded server is started",
            "  CAUCUS_EXTRACTOR_TOKEN bearer token for the service that --extractor-url names",
            "  CAUCUS_KAFKA_BOOTSTRAP a broker whose topic CAUCUS_KAFKA_TOPIC is read while serving; also",
            "                         CAUCUS_KAFKA_GROUP and CAUCUS_KAFKA_PROPERTIES, a file",
            "  CAUCUS_JAVA_OPTIONS    options for the JVM",
            "  CAUCUS_BUILD=never     run what is built, even if sources are newer",
            "",
            "First: caucus demo"
        })
public final class CaucusCommand {

    /** Says of each migration at each start that there is nothing to do; held here, since loggers are forgotten otherwise. */
    private static final Logger MIGRATIONS = Logger.getLogger("ac.simons.neo4j.migrations");

    private CaucusCommand() {}

    /** Runs one command line and tells how it ended, as {@code --help} documents. */
    public static int run(String... arguments) {
        MIGRATIONS.setLevel(Level.WARNING);
        var commandLine = new CommandLine(new CaucusCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command));
        commandLine
                .getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return arguments.length == 0 ? commandLine.execute("--help") : commandLine.execute(arguments);
    }

    private static int explain(Exception problem, CommandLine command) throws Exception {
        int exitCode = exitCodeOf(problem);
        if (exitCode == ExitCode.FAILED) {
            throw problem;
        }
        command.getErr().println(problem.getMessage());
        return exitCode;
    }

    private static int exitCodeOf(Exception problem) {
        return switch (problem) {
            case BadInput bad -> ExitCode.BAD_INPUT;
            case Impossible refused -> ExitCode.BAD_INPUT;
            case ImportRefused refused -> ExitCode.BAD_INPUT;
            case LearningRefused refused -> ExitCode.BAD_INPUT;
            case RegistryRefused refused -> ExitCode.BAD_INPUT;
            case WebhookSettingsRefused refused -> ExitCode.BAD_INPUT;
            case UnknownAccount unknown -> ExitCode.BAD_INPUT;
            case EnvironmentProblem missing -> ExitCode.ENVIRONMENT;
            case RegistryBusy busy -> ExitCode.ENVIRONMENT;
            case StreamUnreachable missing -> ExitCode.ENVIRONMENT;
            case LocalNeo4jException missing -> ExitCode.ENVIRONMENT;
            case GraphUnavailable missing -> ExitCode.ENVIRONMENT;
            case UncheckedIOException disk -> ExitCode.ENVIRONMENT;
            default -> ExitCode.FAILED;
        };
    }
}
