package io.caucus.api.cli;

import io.caucus.ingest.identity.RecordMerging;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "unmerge",
        mixinStandardHelpOptions = true,
        description = "Undoes the merge that joins two records; they are read apart from now on.")
final class IdentityUnmergeCommand implements Callable<Integer> {

    @Mixin
    private IdentityDecision decision = new IdentityDecision();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return decision.carryOut(RecordMerging::unmerge, output);
    }
}
