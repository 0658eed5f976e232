package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "mapping",
        description =
                "Mappings say what the columns of any files mean: let one be proposed, and check it before importing.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MappingSuggestCommand.class, MappingCheckCommand.class})
final class MappingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say what to do with a mapping: suggest or check.");
    }
}
