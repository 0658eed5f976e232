package io.caucus.localneo4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who uses the server of a folder: one empty file each, named after the process, so that the dead can be told. */
final class Holders {

    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-[0-9a-f-]+");

    private final DataFolder folder;

    Holders(DataFolder folder) {
        this.folder = folder;
    }

    /** Notes that this process uses the server, once more if it did already. */
    Path enter() {
        var self = ProcessIdentity.of(ProcessHandle.current());
        var file = folder.holders()
                .resolve("%d-%d-%s".formatted(self.pid(), self.started().toEpochMilli(), UUID.randomUUID()));
        folder.write(file, "");
        return file;
    }

    void leave(Path holder) {
        folder.delete(holder);
    }

    /** The processes that use the server, one entry for each use; what the dead left is cleared away. */
    List<Long> alive() {
        var alive = new ArrayList<Long>();
        for (Path file : files()) {
            var holder = identity(file);
            if (holder.filter(ProcessIdentity::isRunning).isPresent()) {
                alive.add(holder.get().pid());
            } else {
                folder.delete(file);
            }
        }
        return alive;
    }

    private List<Path> files() {
        try (var files = Files.list(folder.holders())) {
            return files.sorted().toList();
        } catch (NoSuchFileException nobodyYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessIdentity> identity(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        var started = Instant.ofEpochMilli(Long.parseLong(name.group(2)));
        return Optional.of(new ProcessIdentity(Long.parseLong(name.group(1)), started));
    }
}
