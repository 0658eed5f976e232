package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rejects",
        description = "Rows an import rejected: look at them, correct them, and send them to the graph once more.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RejectsListCommand.class, RejectsFixCommand.class, RejectsReplayCommand.class})
final class RejectsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say what to do with the rejects: list, fix or replay.");
    }
}
