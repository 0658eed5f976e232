package io.caucus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RescoreBenchTest {

    @Test
    @Tag("neo4j")
    void allAccountsAreMeasuredBesideTheirRowsAndBesideCypherAndMoreOfThemLater(@TempDir Path folder) {
        var said = new StringWriter();

        int exitCode = new CommandLine(new Main())
                .setOut(new PrintWriter(said))
                .execute(
                        "PERF-2",
                        "--accounts=2,4",
                        "--events=20",
                        "--in-cypher=1",
                        "--rounds=1",
                        "--data=" + folder.resolve("data"),
                        "--out=" + folder);

        assertThat(exitCode).isZero();
        assertThat(said.toString())
                .contains("2 and 4 accounts of 10 people and 20 events", "highest heap")
                .containsPattern("4 accounts[^\\n]*\\n +reading the rows[^\\n]*\\n +Cypher alone[^\\n]*\\n +Caucus")
                .containsPattern("from 2 to 4 accounts time grows with the power -?\\d");
        var again = new StringWriter();
        assertThat(new CommandLine(new Main())
                        .setOut(new PrintWriter(again))
                        .execute(
                                "PERF-2",
                                "--accounts=5",
                                "--events=20",
                                "--in-cypher=0",
                                "--rounds=1",
                                "--continue",
                                "--data=" + folder.resolve("data"),
                                "--out=" + folder))
                .isZero();
        assertThat(again.toString()).containsPattern("5 accounts[^\\n]*\\n +reading the rows[^\\n]*\\n +Caucus");
        assertThat(folder.resolve("PERF-2.png")).isNotEmptyFile();
        assertThat(folder.resolve("PERF-2.json")).content().contains("\"works\"");
    }

    @Test
    void sizesThatDoNotRiseAreRefusedAndNegativeOnesToo() {
        assertThat(refusal("--accounts=10,10")).contains("sizes must rise");
        assertThat(refusal("--in-cypher=-1")).contains("by Cypher alone at least 0");
    }

    @Test
    void aDatabaseThatHoldsSomethingIsRefused(@TempDir Path folder) throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(refusal("--data=" + data)).contains("Delete it, or name another with --data");
    }

    private static String refusal(String option) {
        var said = new StringWriter();
        int exitCode = new CommandLine(new Main()).setErr(new PrintWriter(said)).execute("PERF-2", option);
        assertThat(exitCode).isEqualTo(2);
        return said.toString();
    }
}
