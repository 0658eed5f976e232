package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        description = {
            "The registry of trained models: which there are, which serves, who decided it; needs no database.",
            "A model is registered by one person and promoted to champion by another, if it shows what it must: see"
                    + " docs/models.md."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ModelsRegisterCommand.class,
            ModelsListCommand.class,
            ModelsShowCommand.class,
            ModelsPromoteCommand.class,
            ModelsRollbackCommand.class,
            ModelsLogCommand.class
        })
final class ModelsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(
                command.commandLine(),
                "Say what to do with the models: register, list, show, promote, rollback or log.");
    }
}
