package io.caucus.localneo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caucus.localneo4j.LocalNeo4jException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can stand in the way is named, with the rule and the next step. */
@Tag("neo4j")
class LocalNeo4jProblemsTest {

    @TempDir
    Path temporary;

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(LocalNeo4j.running(dataFolder())).isEmpty();
    }

    @Test
    void aPortThatAnotherProgramHas() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var problem = problemOf(settings().withBoltPort(taken.getLocalPort()));

            assertThat(problem.problem()).isEqualTo(Problem.PORT_TAKEN);
            assertThat(problem)
                    .hasMessage(
                            "Port %d on 127.0.0.1 is taken by another program. Choose another port for the database, or 0 for any free one.",
                            taken.getLocalPort());
        }
    }

    @Test
    void aDiskThatIsNearlyFull() {
        var problem = problemOf(settings().withFreeSpace(new FreeSpace(1L << 60, 0.1, 1L << 61)));

        assertThat(problem.problem()).isEqualTo(Problem.DISK_NEARLY_FULL);
        assertThat(problem)
                .hasMessageMatching(
                        "The disk that holds .* has [0-9.]+ GiB free of [0-9.]+; a database needs 1073741824.0 GiB .*"
                                + "Free some space, or choose a data folder on another disk.");
    }

    @Test
    void aDiskOfWhichMoreThanEnoughIsFreeWhateverTheShare() {
        new FreeSpace(0, 1, 0).check(temporary);
    }

    @Test
    void aJavaThatIsTooOld() throws IOException {
        var problem = problemOf(settings().withJavaHome(javaHome("17.0.15")));

        assertThat(problem.problem()).isEqualTo(Problem.JAVA_TOO_OLD);
        assertThat(problem).hasMessageContaining("is version 17; the database needs 21 or newer");
    }

    @Test
    void aJavaOfTheOldWayOfCounting() throws IOException {
        var problem = problemOf(settings().withJavaHome(javaHome("1.8.0_392")));

        assertThat(problem).hasMessageContaining("is version 8;");
    }

    @Test
    void aJavaThatIsNotThere() {
        var problem = problemOf(settings().withJavaHome(temporary));

        assertThat(problem.problem()).isEqualTo(Problem.JAVA_TOO_OLD);
        assertThat(problem).hasMessageContaining("There is no Java in " + temporary);
    }

    @Test
    void librariesThatWereNotBuilt() {
        var problem = problemOf(Settings.of(dataFolder(), temporary.resolve("no-such-folder")));

        assertThat(problem.problem()).isEqualTo(Problem.LIBRARIES_MISSING);
        assertThat(problem)
                .hasMessageContaining("no-such-folder")
                .hasMessageContaining("mvn -pl local-neo4j -am generate-resources");
    }

    @Test
    void aFolderWithoutServerJars() {
        assertThat(problemOf(Settings.of(dataFolder(), temporary)).problem()).isEqualTo(Problem.LIBRARIES_MISSING);
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        var problem = problemOf(TestSettings.on(file.resolve("data")));

        assertThat(problem.problem()).isEqualTo(Problem.FOLDER_NOT_WRITABLE);
        assertThat(problem).hasMessageContaining(file.resolve("data") + " cannot be written");
    }

    @Test
    void filesThatAForeignServerHasOpen() throws IOException {
        var foreign = temporary.resolve("foreign");
        try (var server = LocalNeo4j.start(TestSettings.on(foreign))) {
            Files.createDirectories(dataFolder().resolve("neo4j"));
            Files.createSymbolicLink(dataFolder().resolve("neo4j/data"), foreign.resolve("neo4j/data"));

            var problem = problemOf(settings());

            assertThat(problem.problem()).isEqualTo(Problem.FOLDER_LOCKED);
            assertThat(problem).hasMessageContaining("in use by a server that Caucus did not start");
            assertThat(BoltHandshake.isAnsweredAt(server.uri().getPort())).isTrue();
        }
    }

    @Test
    void aServerThatDiesDuringItsStart() {
        var problem = problemOf(settings().withMemory(new Memory(1, 8)));

        assertThat(problem.problem()).isEqualTo(Problem.DIED_DURING_START);
        assertThat(problem)
                .hasMessageContaining("Java did not get the memory it was to take")
                .hasMessageContaining("Too small maximum heap");
    }

    @Test
    void aServerThatTakesTooLong() {
        var problem = problemOf(settings().withStartLimit(Duration.ofMillis(100)));

        assertThat(problem.problem()).isEqualTo(Problem.NOT_ANSWERING);
        assertThat(problem).hasMessageContaining("within 0.1 s");
    }

    @Test
    void aDatabaseWhosePasswordIsLost() throws IOException {
        Files.createDirectories(dataFolder().resolve("neo4j/data/dbms"));
        Files.createFile(dataFolder().resolve("neo4j/data/dbms/auth.ini"));

        var problem = problemOf(settings());

        assertThat(problem.problem()).isEqualTo(Problem.PASSWORD_MISSING);
        assertThat(problem).hasMessageContaining("Put it back from a copy");
    }

    @Test
    void aThreadThatIsToldToStopWaiting() {
        var problem = inAnotherThread(() -> {
            Thread.currentThread().interrupt();
            LocalNeo4j.start(settings());
        });

        assertThat(problem.problem()).isEqualTo(Problem.INTERRUPTED);
    }

    @Test
    void aFolderOnWhichSomebodyElseIsStartingForTooLong() throws Exception {
        var folder = DataFolder.create(dataFolder());

        var problem = StartLock.holding(
                folder,
                Duration.ofSeconds(1),
                () -> inAnotherThread(() -> StartLock.holding(folder, Duration.ofMillis(50), () -> true)));

        assertThat(problem.problem()).isEqualTo(Problem.FOLDER_BUSY);
    }

    private static LocalNeo4jException inAnotherThread(Runnable work) {
        var thrown = new LocalNeo4jException[1];
        var thread = Thread.ofVirtual().start(() -> {
            thrown[0] = catchThrowableOfType(LocalNeo4jException.class, work::run);
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return thrown[0];
    }

    private static LocalNeo4jException problemOf(Settings settings) {
        return catchThrowableOfType(LocalNeo4jException.class, () -> LocalNeo4j.start(settings));
    }

    private Path javaHome(String version) throws IOException {
        var home = Files.createDirectory(temporary.resolve("java"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        var java = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private Settings settings() {
        return TestSettings.on(dataFolder());
    }

    private Path dataFolder() {
        return temporary.resolve("data");
    }
}
