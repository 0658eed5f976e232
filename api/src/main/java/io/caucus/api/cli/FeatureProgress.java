package io.caucus.api.cli;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How far a run over all accounts has come, in a file of the data folder. It names the last account whose values the graph has;
 * accounts are computed in the order of their keys.
 */
final class FeatureProgress {

    private final Path note;

    private FeatureProgress(Path note) {
        this.note = note;
    }

    /** Of the run with these definitions as of that instant; another run has another. */
    static FeatureProgress of(Path dataFolder, String catalogueVersion, AsOf asOf) {
        return new FeatureProgress(dataFolder
                .resolve("features")
                .resolve("%s-%d.last".formatted(catalogueVersion, asOf.instant().toEpochMilli())));
    }

    /** Empty unless a run was ended in the middle. */
    Optional<AccountId> lastKept() {
        try {
            return Files.exists(note) ? Optional.of(new AccountId(Files.readString(note))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be read".formatted(note), e);
        }
    }

    /** The note is there in full or in its earlier form, whenever the process is killed. */
    void kept(AccountId last) {
        var next = note.resolveSibling(note.getFileName() + ".next");
        try {
            Files.createDirectories(note.getParent());
            Files.writeString(next, last.value());
            Files.move(next, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be written".formatted(note), e);
        }
    }

    /** The run is over. */
    void end() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException("progress note %s cannot be deleted".formatted(note), e);
        }
    }
}
