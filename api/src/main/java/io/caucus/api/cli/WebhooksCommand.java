package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "webhooks",
        description = "Systems that deliver by webhook: who may, what could not be told, what came.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            WebhooksListCommand.class,
            WebhooksAddCommand.class,
            WebhooksPendingCommand.class,
            WebhooksReplayCommand.class,
            WebhooksShowCommand.class
        })
final class WebhooksCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(
                command.commandLine(), "Say what to do with the webhooks: list, add, pending, replay or show.");
    }
}
