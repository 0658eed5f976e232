package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/** The one password of a folder's database: drawn before the first start, kept in a file that only its owner can read. */
final class Password {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 238 bits. */
    private static final int LENGTH = 40;

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

    /** Sees to it that a server which starts for the first time goes by our password. */
    static void setInitial(DataFolder folder, JavaCommand java) {
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
            var home = Files.createTempDirectory(folder.home(), "first-password-", DataFolder.PRIVATE_FOLDER);
            run(folder, home, java);
            Files.createDirectories(folder.initialPassword().getParent(), DataFolder.PRIVATE_FOLDER);
            Files.move(home.resolve(INITIAL), folder.initialPassword(), StandardCopyOption.ATOMIC_MOVE);
            folder.deleteAll(home);
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

    private static String draw() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(position -> ALPHABET.substring(position, position + 1))
                .collect(Collectors.joining());
    }
}
