package io.caucus.localneo4j;

import java.nio.file.Files;

/**
 * The start that creates the database, which can be told from all later ones: it alone may begin anew.
 *
 * <p>The server creates its stores in many steps and does not survive being killed between some of them (its system database
 * is then without transaction logs for good). So the first start is noted before it begins and until it has answered, and as
 * long as it is noted, nobody can have written anything: what it left is thrown away.
 */
final class FirstStart {

    private FirstStart() {}

    /**
     * Before a server is started: makes ready for the first time, once more if the first time was cut short, or sees to it
     * that the password of the database is known.
     */
    static void prepare(DataFolder folder, JavaCommand java) {
        if (Files.exists(folder.data()) && !Files.exists(folder.unfinished())) {
            Password.of(folder);
            return;
        }
        folder.write(folder.unfinished(), "");
        folder.deleteAll(folder.data());
        Password.setInitial(folder, java);
    }

    /** After a server has answered, and before anybody is told of it. */
    static void finish(DataFolder folder) {
        folder.delete(folder.unfinished());
    }
}
