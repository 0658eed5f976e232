package io.caucus.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.cypher.GraphUnavailable;
import io.caucus.cypher.Neo4j;
import io.caucus.localneo4j.LocalNeo4j;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is ended in the middle by whatever may end it, one after another: Ctrl-C, the death of its database, its own. Run
 * again, it goes on, and comes to the digest and the counts of one that nobody disturbed.
 *
 * <p>{@code -Dcaucus.import.kills=20} kills it more often than the twice it always does.
 */
@Tag("neo4j")
class KilledImportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = Integer.getInteger("caucus.import.kills", 2);
    private static final int ROWS_FOR_EACH_END = 3_000;
    private static final int MOST_MILLISECONDS_LATER = 400;
    private static final int KILLED = 128 + 9;

    /** Of an import whose database does not answer. */
    private static final int GAVE_UP = 4;

    @TempDir
    Path folder;

    private boolean hasBegun;

    /** A test that fails may leave its database behind. */
    @AfterEach
    void stopTheDatabase() {
        LocalNeo4j.stop(folder.resolve("killed"));
    }

    @Test
    void howeverItEndsItGoesOnAndComesToTheSame() throws Exception {
        var export = export((2 + KILLS) * ROWS_FOR_EACH_END);
        var undisturbed = Launcher.onEmptied(Neo4jServer.shared(), folder.resolve("undisturbed"));
        var whole = finish(undisturbed, export);
        var killed = new Launcher(folder.resolve("killed"));

        endByControlC(killed, export);
        endByTheDeathOfItsDatabase(killed, export);
        var random = new SplittableRandom(KILLS);
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean isDatabaseKilled = kill % 2 == 0;
            kill(killed, export, isDatabaseKilled, random);
            assertThat(note(folder.resolve("killed")))
                    .as("kill %d hit an import that had not ended".formatted(kill))
                    .isPresent();
        }

        var last = killed.run("import", "--profile", "hubspot", export.toString(), "--json");
        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(last.err()).contains("Resuming at record");
        var report = JSON.readTree(last.out());
        assertThat(report.get("files")).isEqualTo(whole.get("files"));
        assertThat(report.get("duplicate").asLong()).isZero();
        assertThat(rejected(report)).isEqualTo(rejected(whole));
        assertThat(killed.run("digest").out())
                .isEqualTo(undisturbed.run("digest").out());
    }

    private void endByControlC(Launcher caucus, Path export) throws Exception {
        if (!System.getProperty("os.name").equals("Linux")) {
            System.out.println("skipped: Ctrl-C, which needs env --default-signal");
            return;
        }
        var running = caucus.startHearingInterrupts("import", "--profile", "hubspot", export.toString());
        awaitProgress(running.process());
        new ProcessBuilder("kill", "-INT", Long.toString(running.process().pid()))
                .start()
                .waitFor();

        assertThat(running.end().exitCode()).isEqualTo(130);
        assertThat(running.end().err())
                .matches("Stopped after record [\\d,]+ of contacts\\.csv\\. .* goes on from there\\.\\s+");
        assertThat(LocalNeo4j.running(folder.resolve("killed"))).isEmpty();
    }

    private void endByTheDeathOfItsDatabase(Launcher caucus, Path export) throws Exception {
        var running = caucus.start("import", "--profile", "hubspot", export.toString());
        awaitProgress(running.process());
        killDatabase();

        assertThat(running.end().exitCode()).as(running.end().err()).isEqualTo(GAVE_UP);
        assertThat(running.end().err()).contains("the same command again goes on from there");
    }

    private void kill(Launcher caucus, Path export, boolean isDatabaseKilled, SplittableRandom random)
            throws Exception {
        var running = caucus.start("import", "--profile", "hubspot", export.toString())
                .process();
        awaitProgress(running);
        assertThat(running.waitFor(random.nextInt(MOST_MILLISECONDS_LATER), TimeUnit.MILLISECONDS))
                .as("the import ended before it was killed")
                .isFalse();
        if (isDatabaseKilled) {
            killDatabase();
            running.waitFor(random.nextInt(MOST_MILLISECONDS_LATER), TimeUnit.MILLISECONDS);
        }
        running.destroyForcibly().waitFor();
        // Without its database it may have given up before it was hit.
        assertThat(running.exitValue()).isIn(isDatabaseKilled ? List.of(KILLED, GAVE_UP) : List.of(KILLED));
    }

    private static JsonNode finish(Launcher caucus, Path export) throws IOException {
        var run = caucus.run("import", "--profile", "hubspot", export.toString(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<String> rejected(JsonNode report) throws IOException {
        return Files.readAllLines(Path.of(report.get("rejects").asText()));
    }

    /** Waits until the import has told more than it had when it was started. */
    private void awaitProgress(Process running) throws Exception {
        var before = hasBegun ? awaitCheckpoint(running, Optional.empty()) : Optional.<String>empty();
        awaitCheckpoint(running, before);
        hasBegun = true;
    }

    private Optional<String> awaitCheckpoint(Process running, Optional<String> before) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < deadline) {
            var now = checkpoint(folder.resolve("killed"));
            if (now.isPresent() && !now.equals(before)) {
                return now;
            }
            assertThat(running.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the import ended before it could be killed")
                    .isFalse();
        }
        throw new AssertionError("nothing was written within two minutes");
    }

    private void killDatabase() throws InterruptedException {
        var database = LocalNeo4j.running(folder.resolve("killed")).orElseThrow();
        var process = ProcessHandle.of(database.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** How far the import has come, as long as its database answers. */
    private static Optional<String> checkpoint(Path data) throws IOException {
        var note = note(data);
        var database = note.isEmpty() ? Optional.<LocalNeo4j.Running>empty() : LocalNeo4j.running(data);
        if (database.isEmpty() || !isListening(database.get().uri())) {
            return Optional.empty();
        }
        var password = Files.readString(data.resolve("neo4j/password")).strip();
        try (var graph = Neo4j.open(database.get().uri(), "neo4j", password, Clock.systemUTC())) {
            return graph.factWriter().checkpoint(note.get().get("batchId").asText());
        } catch (GraphUnavailable notYet) {
            return Optional.empty();
        }
    }

    /** What remembers an import that has not ended. */
    private static Optional<JsonNode> note(Path data) throws IOException {
        var rejects = data.resolve("rejects");
        if (!Files.isDirectory(rejects)) {
            return Optional.empty();
        }
        try (var files = Files.newDirectoryStream(rejects, ".import-*.json")) {
            var notes = files.iterator();
            return notes.hasNext()
                    ? Optional.of(JSON.readTree(Files.readString(notes.next()))).filter(note -> note.has("batchId"))
                    : Optional.empty();
        }
    }

    /** Else the driver would wait for it, and miss what there is to see. */
    private static boolean isListening(URI uri) {
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** One company and many contacts, some of them to be rejected, in HubSpot's columns. */
    private Path export(int contacts) throws IOException {
        var target = Files.createDirectories(folder.resolve("export"));
        Files.writeString(target.resolve("companies.csv"), """
                Company ID,Company Name,Company Domain Name,Create Date,Company Owner
                C-1,Acme,acme.example,2026-01-05,pam@us.example
                """);
        Files.writeString(
                target.resolve("contacts.csv"),
                IntStream.rangeClosed(1, contacts)
                        .mapToObj(i ->
                                "P-%d,Ana,Number %d,ana%d@acme.example,Head of Data,%s,pam%d@us.example,acme.example"
                                        .formatted(i, i, i, i % 97 == 0 ? "someday" : "2026-01-07", i % 50))
                        .collect(Collectors.joining(
                                "\n",
                                "Contact ID,First Name,Last Name,Email,Job Title,Create Date,Contact Owner,Associated Company Domain\n",
                                "\n")));
        return target;
    }
}
