package io.caucus.api.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feature values of all accounts, by a command that is killed in the middle and run again. */
@Tag("neo4j")
class KilledFeaturesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLED = 128 + 9;
    private static final int ACCOUNTS = 1_200;

    @TempDir
    static Path folder;

    private static Neo4jServer database;
    private static Launcher caucus;
    private static Path note;

    @BeforeAll
    static void importAccounts() throws IOException {
        database = Neo4jServer.shared();
        caucus = Launcher.onEmptied(database, folder.resolve("data"));
        note = folder.resolve("data/features/now.json");
        var imported = caucus.run("import", "--profile", "hubspot", export().toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
    }

    @Test
    void theSameCommandGoesOnAsOfTheInstantOfTheFirst() throws Exception {
        forgetSnapshots();
        var reached = killInTheMiddle();

        var second = caucus.run("features", "--all", "--json");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err())
                .containsPattern(
                        "Going on with the run as of %s, [\\d,]+ accounts done\\. To compute all again: --again"
                                .formatted(reached.get("asOf").asText()));
        var told = JSON.readTree(second.out());
        assertThat(told.get("asOf")).isEqualTo(reached.get("asOf"));
        assertThat(told.get("accounts").asInt()).isEqualTo(ACCOUNTS);
        assertThat(note).doesNotExist();
        var gone = snapshots();
        forgetSnapshots();
        var undisturbed =
                caucus.run("features", "--all", "--as-of", told.get("asOf").asText());
        assertThat(undisturbed.err()).isEmpty();
        assertThat(gone).hasSize(ACCOUNTS).isEqualTo(snapshots());
    }

    @Test
    void aRunOfOtherDefinitionsIsBegunAnew() throws Exception {
        Files.createDirectories(note.getParent());
        Files.writeString(note, """
                {"asOf": "2026-03-01T00:00:00Z", "catalogueVersion": "000000000000", "graph": "%s",
                 "last": "hubspot:C-2", "accounts": 600}""".formatted(database.uri()));

        var stale = caucus.run("features", "--all", "--json");

        assertThat(stale.err())
                .containsPattern("as of 2026-03-01T00:00:00Z ended after 600 accounts and cannot go on,"
                        + " since its definitions are 000000000000 and those of today [0-9a-f]+\\.");
        var told = JSON.readTree(stale.out());
        assertThat(told.get("accounts").asInt()).isEqualTo(ACCOUNTS);
        assertThat(Instant.parse(told.get("asOf").asText())).isAfter(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(note).doesNotExist();
    }

    @Test
    void whoAsksForItBeginsAnew() throws Exception {
        var reached = killInTheMiddle();

        var again = caucus.run("features", "--all", "--again", "--json");

        assertThat(again.err()).isEmpty();
        var told = JSON.readTree(again.out());
        assertThat(told.get("accounts").asInt()).isEqualTo(ACCOUNTS);
        assertThat(Instant.parse(told.get("asOf").asText()))
                .isAfter(Instant.parse(reached.get("asOf").asText()));
        assertThat(note).doesNotExist();
    }

    /** What the note of the killed run says. */
    private static JsonNode killInTheMiddle() throws Exception {
        var running = caucus.start("features", "--all").process();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!Files.exists(note) || Files.size(note) == 0) {
            assertThat(running.waitFor(2, TimeUnit.MILLISECONDS))
                    .as("the run ended before it could be killed")
                    .isFalse();
            assertThat(System.nanoTime())
                    .as("nothing was kept within two minutes")
                    .isLessThan(deadline);
        }
        running.destroyForcibly().waitFor();
        assertThat(running.exitValue()).isEqualTo(KILLED);
        var reached = JSON.readTree(Files.readString(note));
        assertThat(reached.get("accounts").asInt()).isBetween(1, ACCOUNTS - 1);
        return reached;
    }

    private static List<Map<String, Object>> snapshots() throws IOException {
        try (var session = database.driver().session()) {
            return session.run(statement("snapshots.cypher"))
                    .list(row -> row.get("snapshot").asMap());
        }
    }

    private static void forgetSnapshots() throws IOException {
        try (var session = database.driver().session()) {
            session.run(statement("forget-snapshots.cypher")).consume();
        }
    }

    private static String statement(String name) throws IOException {
        try (var stream = Objects.requireNonNull(KilledFeaturesIT.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    private static Path export() throws IOException {
        var target = Files.createDirectories(folder.resolve("export"));
        Files.writeString(
                target.resolve("companies.csv"),
                lines(
                        "Company ID,Company Name,Company Domain Name,Create Date,Company Owner",
                        "C-%1$d,Number %1$d,number%1$d.example,2026-01-05,pam@us.example"));
        Files.writeString(
                target.resolve("contacts.csv"),
                lines(
                        "Contact ID,First Name,Last Name,Email,Job Title,Create Date,Contact Owner,Associated Company Domain",
                        "P-%1$d,Ana,Number %1$d,ana@number%1$d.example,Head of Data,2026-01-07,pam@us.example,number%1$d.example"));
        return target;
    }

    private static String lines(String header, String pattern) {
        return IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
