package io.caucus.localneo4j;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** How the server's classes are run: which Java, which jars. Both are checked when this is made. */
final class JavaCommand {

    /** The server's class files are Java 21's. */
    static final int OLDEST_JAVA = 21;

    /** A Java that is gone in seconds, or has no time to lose, compiles lightly. */
    static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String JAVA = "bin/java";

    private final Path java;
    private final Path libraries;

    private JavaCommand(Path java, Path libraries) {
        this.java = java;
        this.libraries = libraries;
    }

    static JavaCommand of(Path javaHome, Path libraries) {
        checkVersion(javaHome);
        checkLibraries(libraries);
        return new JavaCommand(javaHome.resolve(JAVA), libraries.toAbsolutePath());
    }

    List<String> running(String mainClass, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", libraries.resolve("*").toString(), mainClass));
        command.addAll(arguments);
        return command;
    }

    private static void checkVersion(Path javaHome) {
        int version = version(javaHome)
                .filter(any -> Files.isExecutable(javaHome.resolve(JAVA)))
                .orElseThrow(() -> new LocalNeo4jException(
                        Problem.JAVA_TOO_OLD,
                        "There is no Java in %s. Point to a JDK %d or newer, for example by JAVA_HOME."
                                .formatted(javaHome, OLDEST_JAVA)));
        if (version < OLDEST_JAVA) {
            throw new LocalNeo4jException(
                    Problem.JAVA_TOO_OLD,
                    "The Java in %s is version %d; the database needs %d or newer. Point to another JDK, for example by JAVA_HOME."
                            .formatted(javaHome, version, OLDEST_JAVA));
        }
    }

    /** As every JDK since 9 says in its {@code release} file; before, versions began with {@code 1.} */
    private static Optional<Integer> version(Path javaHome) {
        try {
            var release = new Properties();
            release.load(new StringReader(Files.readString(javaHome.resolve("release"))));
            var version =
                    release.getProperty("JAVA_VERSION", "").replace("\"", "").replaceFirst("^1\\.", "");
            return Optional.of(Integer.valueOf(version.split("[^0-9]", 2)[0]));
        } catch (IOException | NumberFormatException notAJavaHome) {
            return Optional.empty();
        }
    }

    private static void checkLibraries(Path libraries) {
        try (var jars = Files.newDirectoryStream(libraries, "neo4j-server-*.jar")) {
            if (jars.iterator().hasNext()) {
                return;
            }
        } catch (IOException noSuchFolder) {
            throw librariesMissing(libraries);
        }
        throw librariesMissing(libraries);
    }

    private static LocalNeo4jException librariesMissing(Path libraries) {
        return new LocalNeo4jException(
                Problem.LIBRARIES_MISSING,
                "There are no Neo4j server jars in %s. Build them with: mvn -pl local-neo4j -am generate-resources"
                        .formatted(libraries));
    }
}
