package io.caucus.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "identity",
        description =
                "Records that are one person or one account: find those that may be, merge them, part them, say how it came.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IdentityCandidatesCommand.class,
            IdentityMergeCommand.class,
            IdentityUnmergeCommand.class,
            IdentityHowCommand.class
        })
final class IdentityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(
                command.commandLine(), "Say what to do with identities: candidates, merge, unmerge or how.");
    }
}
