package io.caucus.api.cli;

import io.caucus.ingest.identity.RecordMerging;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Reads two records as one from now on; both stay, with their sources.")
final class IdentityMergeCommand implements Callable<Integer> {

    @Mixin
    private IdentityDecision decision = new IdentityDecision();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return decision.carryOut(RecordMerging::merge, output);
    }
}
