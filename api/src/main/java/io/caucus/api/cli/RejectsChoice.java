package io.caucus.api.cli;

import io.caucus.ingest.Rejects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Mixed into the commands about rejects: which file of rejected rows they work on. */
final class RejectsChoice {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The rejects file an import wrote. Default: the newest of the data folder.")
    private Optional<Path> given = Optional.empty();

    @Mixin
    private DataFolder data = new DataFolder();

    Path dataFolder() {
        return data.path();
    }

    Rejects read() {
        return Rejects.read(given.orElseGet(this::newest));
    }

    private Path newest() {
        var folder = data.path().resolve("rejects");
        if (!Files.isDirectory(folder)) {
            throw none(folder);
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .max(Comparator.comparingLong(RejectsChoice::modified).thenComparing(Comparator.naturalOrder()))
                    .orElseThrow(() -> none(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static BadInput none(Path folder) {
        return new BadInput(
                "There is no rejects file in '%s': no import rejected a row. Name the file if it is elsewhere."
                        .formatted(folder));
    }
}
