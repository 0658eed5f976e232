package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

    /**
     * Nine in ten winners have it and one in fifteen of the others: it has an AUC of no more than 0.92, but odds are 126 times as high. Of what half of the
     * winners have and a quarter of the others odds are three times as high; and whoever raised a hand says so.
     */
    @Test
    void whatIsFilledForAlmostOnlyOneOutcomeIsNamed() throws IOException {
        var leaks = new LeakLinter(filled(100)).find();

        assertThat(leaks)
                .extracting(Leak::column, Leak::rule)
                .containsExactly(tuple("ofBuyers", Leak.Rule.FILLED_TELLS));
        assertThat(leaks.getFirst().evidence())
                .isEqualTo("where it is filled 81.8 % succeeded, where it is empty 3.4 %");
    }

    /** The same rows, of sixteen accounts. */
    @Test
    void whatIsFilledForFewAccountsIsNoProof() throws IOException {
        assertThat(new LeakLinter(filled(4)).find()).isEmpty();
    }

    /** @param winners how many different accounts they are of; there are three times as many others */
    private LearningTable filled(int winners) throws IOException {
        var lines = new ArrayList<>(List.of("id,account,cutoff,label,ofBuyers,ofMore,asked"));
        for (int row = 0; row < 400; row++) {
            boolean wins = row < 100;
            boolean isOfBuyers = wins ? row % 10 > 0 : row % 15 == 0;
            boolean isOfMore = wins ? row % 2 == 0 : row % 4 == 0;
            boolean asked = wins ? row % 10 > 0 : row % 15 == 1;
            lines.add("r%d,a%d,2026-01-%02d,%s,%s,%s,%s"
                    .formatted(
                            row,
                            wins ? row % winners : winners + row % (3 * winners),
                            1 + row % 28,
                            wins ? "yes" : "no",
                            isOfBuyers ? row % 7 : "",
                            isOfMore ? row % 7 : "",
                            asked ? "yes" : ""));
        }
        return read(lines, """
            target: an account succeeds
            horizon_days: 30
            columns:
              id: {role: id}
              account: {role: group}
              cutoff: {role: cutoff}
              label: {role: label}
              ofBuyers: {type: number}
              ofMore: {type: number}
              asked: {role: hand_raiser}
            """);
    }

    /** Of twenty that succeed, twelve do on the day that stands there, and on none that was expected. */
    @Test
    void theDayOnWhichItCameTrueIsNamed() throws IOException {
        var lines = new ArrayList<>(List.of("id,cutoff,won,closes,expected"));
        for (int row = 0; row < 60; row++) {
            var won = row < 20 ? "2026-02-%02dT13:00:00Z".formatted(1 + row) : "";
            var closes = row < 12 ? "2026-02-%02d".formatted(1 + row) : "2026-02-28";
            lines.add("r%d,2026-01-%02dT09:30:00Z,%s,%s,2026-02-25".formatted(row, 1 + row % 28, won, closes));
        }

        var leaks = new LeakLinter(read(lines, """
            target: it is won
            horizon_days: 60
            observed_until: 2026-06-01
            columns:
              id: {role: id}
              cutoff: {role: cutoff}
              won: {role: outcome_time}
              closes: {type: date}
              expected: {type: date}
            """)).find();

        assertThat(leaks)
                .extracting(Leak::column, Leak::rule, Leak::evidence)
                .containsExactly(tuple(
                        "closes", Leak.Rule.OUTCOME_DATE, "the day of the success in 12 of 20 rows that succeeded"));
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
        return read(lines, """
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
    }

    private LearningTable read(List<String> lines, String schema) throws IOException {
        return TableReader.read(
                Files.write(folder.resolve("table.csv"), lines),
                SchemaFile.parse("schema", schema),
                Instant.parse("2026-11-01T00:00:00Z"));
    }
}
