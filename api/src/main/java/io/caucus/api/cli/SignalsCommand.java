package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "signals",
        description = "What an import would find in the words of a mail, a chat or a note: try rules, check a service.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SignalsExtractCommand.class, SignalsCheckCommand.class})
final class SignalsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say what to do about signals: extract or check.");
    }
}
