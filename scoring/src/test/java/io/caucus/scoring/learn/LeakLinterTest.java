package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakLinterTest {

    private static final int ACCOUNTS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Three in ten accounts succeed, and each has a row for each of four months. */
    @Test
    void rowsOfAFewAccountsAreNoProof() throws IOException {
        var leaks = new LeakLinter(table()).find();

        assertThat(leaks).extracting(Leak::column).containsExactly("ofWinners");
    }

    private LearningTable table() throws IOException {
        var lines = new ArrayList<>(List.of("id,account,cutoff,label,ofWinners,ofSevenLosers,noise"));
        for (int account = 0; account < ACCOUNTS; account++) {
            boolean wins = account % 10 < 3;
            boolean isOneOfSeven = account > 2 && account < 10;
            for (int month = 1; month <= 4; month++) {
                lines.add("r%d-%d,a%d,2026-0%d-01,%s,%s,%s,%d"
                        .formatted(
                                account,
                                month,
                                account,
                                month,
                                wins ? "yes" : "no",
                                wins ? "1" : "",
                                isOneOfSeven ? "1" : "",
                                (account * 37 + month * 11) % 17));
            }
        }
        var schema = Files.writeString(folder.resolve("schema.yaml"), """
                target: an account succeeds
                horizon_days: 30
                columns:
                  id: {role: id}
                  account: {role: group}
                  cutoff: {role: cutoff}
                  label: {role: label}
                  ofWinners: {type: number, owner: buyer}
                  ofSevenLosers: {type: number, owner: buyer}
                  noise: {type: number, owner: buyer}
                """);
        return TableReader.read(
                Files.write(folder.resolve("table.csv"), lines),
                SchemaFile.read(schema),
                Instant.parse("2026-11-01T00:00:00Z"));
    }
}
