package io.caucus.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.testkit.Neo4jServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows from the command line: listed, corrected, replayed. */
@Tag("neo4j")
class RejectsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void rowsThatAreCorrectedAndReplayedComeToTheGraphOfTheCorrectFile() throws IOException {
        var correct = onEmptyGraph("correct");
        importFrom(correct, export("correct-export", "2026-01-06"));
        var digest = correct.run("digest").out();
        var caucus = onEmptyGraph("data");
        importFrom(caucus, export("export", "06.01.2026"));

        var listed = JSON.readTree(caucus.run("rejects", "list", "--json").out());
        assertThat(listed.get("open").asInt()).isEqualTo(2);
        assertThat(listed.get("codes").get("BAD_DATE").asInt()).isOne();
        assertThat(caucus.run("rejects", "list").out())
                .contains("companies.csv:3  Create Date  BAD_DATE", "contacts.csv:3", "UNRESOLVED_REFERENCE");

        var fixed =
                caucus.run("rejects", "fix", "--column", "create date", "--is", "06.01.2026", "--value", "2026-01-06");
        assertThat(fixed.exitCode()).as(fixed.err()).isZero();
        var replayed = JSON.readTree(caucus.run("rejects", "replay", "--json").out());

        assertThat(replayed.get("read").asInt()).isEqualTo(2);
        assertThat(replayed.get("accepted").asInt()).isEqualTo(2);
        assertThat(caucus.run("digest").out()).isEqualTo(digest);
        assertThat(caucus.run("rejects", "list").out()).contains("2 rejected = 0 open + 2 replayed");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        var caucus = onEmptyGraph("data");
        var other = Files.writeString(folder.resolve("other.jsonl"), "{}\n");

        var none = caucus.run("rejects", "list");
        var wrong = caucus.run("rejects", "replay", other.toString());
        var unclear = caucus.run("rejects", "fix", "--value", "x");

        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("no rejects file");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("line 1 of", "other.jsonl");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(caucus.run("rejects").exitCode()).isEqualTo(2);
    }

    private Launcher onEmptyGraph(String dataFolder) {
        return Launcher.onEmptied(Neo4jServer.shared(), folder.resolve(dataFolder));
    }

    private static void importFrom(Launcher caucus, Path export) {
        var run = caucus.run(
                "import", "--profile", "hubspot", "--exported-at", "2026-03-01T00:00:00Z", export.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private Path export(String name, String date) throws IOException {
        var target = Files.createDirectories(folder.resolve(name));
        Files.writeString(target.resolve("companies.csv"), """
                Company ID,Company Name,Company Domain Name,Number of Employees,Create Date,Company Owner
                C-1,Acme,acme.example,120,2026-01-05,pam@us.example
                C-2,Bolt,bolt.example,30,%s,jim@us.example
                """.formatted(date));
        Files.writeString(target.resolve("contacts.csv"), """
                Contact ID,First Name,Last Name,Email,Job Title,Create Date,Associated Company Domain
                P-1,Ana,Silva,ana@acme.example,CFO,2026-01-07,acme.example
                P-2,Bo,Lee,bo@bolt.example,CTO,2026-01-08,bolt.example
                """);
        return target;
    }
}
