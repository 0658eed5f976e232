package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one password of a folder's database: drawn before the first start, kept in a file that only its owner can read.
 *
 * <p>Every step is whole or not at all and asks only whether the one before it was done, so a start that was killed anywhere
 * is made good by the next.
 */
final class Password {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 238 bits. */
    private static final int LENGTH = 40;

    private static final String TOOL_HOME = "first-password-";
    private static final String INITIAL = "data/dbms/auth.ini";

    private Password() {}

    /** The password that the database goes by. */
    static String of(DataFolder folder) {
        try {
            return Files.readString(folder.password()).strip();
        } catch (IOException e) {
            throw new LocalNeo4jException(Problem.PASSWORD_MISSING, """
                    The database in %s has no readable password file %s. Put it back from a copy; if there is none, move the \
                    folder away and import again.""".formatted(folder.path(), folder.password()), e);
        }
    }

    /**
     * Sees to it that the first start takes our password, and that later ones know it.
     *
     * @throws LocalNeo4jException if there is a database whose password is lost
     */
    static void prepare(DataFolder folder, JavaCommand java) {
        if (Files.exists(folder.initialPassword())) {
            of(folder);
            return;
        }
        if (Files.notExists(folder.password())) {
            folder.write(folder.password(), draw() + "\n");
        }
        set(folder, java);
    }

    /**
     * Has the database's own tool write the file that a first start reads. It does so in a home of its own, from where the
     * file is moved over in one step: the tool deletes before it writes, and one whose caller was killed works on.
     */
    private static void set(DataFolder folder, JavaCommand java) {
        try {
            var home = Files.createTempDirectory(folder.home(), TOOL_HOME, DataFolder.PRIVATE_FOLDER);
            run(folder, home, java);
            Files.createDirectories(folder.initialPassword().getParent(), DataFolder.PRIVATE_FOLDER);
            Files.move(home.resolve(INITIAL), folder.initialPassword(), StandardCopyOption.ATOMIC_MOVE);
            deleteToolHomes(folder);
        } catch (IOException e) {
            throw DataFolder.notWritable(folder.path(), e);
        }
    }

    /** The tool reads the password's file by itself: an argument would show in the list of processes. */
    private static void run(DataFolder folder, Path home, JavaCommand java) throws IOException {
        var arguments = List.of("dbms", "set-initial-password", "@" + folder.password());
        var builder = new ProcessBuilder(java.running("org.neo4j.cli.AdminTool", JavaCommand.LIGHT, arguments))
                .redirectErrorStream(true)
                .redirectOutput(folder.console().toFile());
        builder.environment().put("NEO4J_HOME", home.toString());
        builder.environment().put("NEO4J_CONF", home.toString());
        try {
            if (builder.start().waitFor() != 0) {
                throw new LocalNeo4jException(
                        Problem.DIED_DURING_START,
                        "The first password could not be set; the database's own tool said:\n"
                                + ServerLog.lastLines(folder.console(), 0));
            }
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** Of this start and of those that were killed. */
    private static void deleteToolHomes(DataFolder folder) throws IOException {
        try (var homes = Files.newDirectoryStream(folder.home(), TOOL_HOME + "*")) {
            for (Path home : homes) {
                delete(home);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String draw() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(position -> ALPHABET.substring(position, position + 1))
                .collect(Collectors.joining());
    }
}
