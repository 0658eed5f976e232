package io.caucus.api.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Mixed into every command: which data folder it works on. */
final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder. Default: $CAUCUS_DATA, else .caucus beside the launcher.")
    private Optional<Path> given = Optional.empty();

    Path path() {
        return given.or(() -> Optional.ofNullable(System.getenv("CAUCUS_DATA")).map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("caucus.root", "."), ".caucus"))
                .toAbsolutePath()
                .normalize();
    }
}
