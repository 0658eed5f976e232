package io.caucus.localneo4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What lies where in a data folder. Only its owner may look into anything that is made here. */
record DataFolder(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    static final FileAttribute<?> PRIVATE_FOLDER = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Makes the folder if it is not there; one that was there keeps its permissions, for it may hold other things, too. */
    static DataFolder create(Path path) {
        try {
            Files.createDirectories(path, PRIVATE_FOLDER);
            var folder = new DataFolder(path.toRealPath());
            for (Path part : folder.parts()) {
                Files.createDirectories(part, PRIVATE_FOLDER);
            }
            Files.setPosixFilePermissions(folder.home(), OWNER_ONLY);
            Files.delete(Files.createTempFile(folder.home(), "may-write", null, PRIVATE_FILE));
            return folder;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** The folder, if a server ever lived in it; nothing is made. */
    static Optional<DataFolder> find(Path path) {
        try {
            var folder = new DataFolder(path.toRealPath());
            return Files.isDirectory(folder.home()) ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path[] parts() {
        return new Path[] {home(), configuration(), logs(), holders()};
    }

    /** The server's home. */
    Path home() {
        return path.resolve("neo4j");
    }

    Path configuration() {
        return home().resolve("conf");
    }

    Path configurationFile() {
        return configuration().resolve("neo4j.conf");
    }

    Path logs() {
        return home().resolve("logs");
    }

    Path serverLog() {
        return logs().resolve("neo4j.log");
    }

    /** One JSON object a line. */
    Path debugLog() {
        return logs().resolve("debug.log");
    }

    /** What the server prints before it has a log, and what its Java says when it cannot even start. */
    Path console() {
        return logs().resolve("console.log");
    }

    Path password() {
        return home().resolve("password");
    }

    /** The server's stores and transaction logs. */
    Path data() {
        return home().resolve("data");
    }

    /** Is there from before the first start until a server has answered. */
    Path unfinished() {
        return home().resolve("first-start-unfinished");
    }

    /** Where a server that starts for the first time finds its password. */
    Path initialPassword() {
        return data().resolve("dbms/auth.ini");
    }

    /** Locked by a server for as long as it has the store files open. */
    Path storeLock() {
        return data().resolve("databases/store_lock");
    }

    Path connection() {
        return home().resolve("connection.properties");
    }

    Path holders() {
        return home().resolve("holders");
    }

    /** Locked by whoever starts or stops the server. */
    Path startLock() {
        return home().resolve("start.lock");
    }

    /** Writes a file that nobody else may read, whole or not at all, whatever happens meanwhile. */
    void write(Path file, String content) {
        try {
            var temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
            try (var channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE)) {
                channel.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    void deleteAll(Path tree) {
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).forEach(this::delete);
        } catch (NoSuchFileException alreadyGone) {
            return;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    static LocalNeo4jException notWritable(Path path, IOException cause) {
        return new LocalNeo4jException(
                Problem.FOLDER_NOT_WRITABLE,
                "Data folder %s cannot be written (%s). Give this user the right to write there, or choose another data folder."
                        .formatted(path, cause),
                cause);
    }
}
