package io.caucus.api.cli;

import io.caucus.scoring.registry.ModelRegistry;
import io.caucus.scoring.registry.Snapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Mixin;

/** Mixed into the commands about models: the registry of the data folder, and what time it is there. */
final class ModelsFolder {

    @Mixin
    private DataFolder data = new DataFolder();

    ModelRegistry registry() {
        return ModelRegistry.in(data.path());
    }

    /** Remarks are no part of what a script reads. */
    Snapshot read(Output output) {
        var snapshot = registry().read();
        snapshot.remarks().forEach(output::remark);
        return snapshot;
    }

    /** To the second: lines of a changelog are in order by their number. */
    Instant now() {
        return Serving.now(data.path()).truncatedTo(ChronoUnit.SECONDS);
    }
}
