package io.caucus.api.cli;

import io.caucus.scoring.registry.UserName;
import picocli.CommandLine.Option;

/** Mixed into the commands that decide: who does. */
final class ByOption {

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description =
                    "Who decides; it is kept for good. Nobody checks it here: whoever may run this may say any name.")
    private String name = "";

    UserName user() {
        return new UserName(name);
    }
}
