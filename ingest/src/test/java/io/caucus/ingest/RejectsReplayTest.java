package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejected rows that are corrected and replayed come to what a correct file would have come to. */
class RejectsReplayTest {

    private static final Instant EXPORTED = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant FIXED = Instant.parse("2024-06-02T08:00:00Z");
    private static final Instant REPLAYED = Instant.parse("2024-06-02T09:00:00Z");
    private static final String COMPANY_HEADER =
            "Company ID,Company Name,Company Domain Name,Create Date,Number of Employees\n";
    private static final String DEAL_HEADER =
            "Deal ID,Deal Name,Deal Stage,Create Date,Associated Company Domain,Amount\n";

    @TempDir
    Path temporary;

    private ImportTrial trial;

    @BeforeEach
    void begin() throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void anyDirtyExportCorrectedAndReplayedIsTheCorrectExport() throws IOException {
        long replayed = 0;
        for (int seed = 0; seed < 200; seed++) {
            var correct = new ImportTrial(temporary.resolve("correct-" + seed));
            var dirty = new ImportTrial(temporary.resolve("dirty-" + seed));
            var damages = writeBoth(new Random(seed), correct, dirty);
            importHubSpot(correct);

            var first = importHubSpot(dirty);
            if (first.rejects().isPresent()) {
                var rejects = Rejects.read(dirty.rejects);
                for (Damage damage : damages) {
                    rejects = rejects.withRow(
                            reject -> reject.file().equals(damage.file()) && reject.line() == damage.line(),
                            damage.correct(),
                            FIXED);
                }
                rejects.save();
                var report = replay(dirty);
                assertThat(report.read()).isEqualTo(first.rejected());
                replayed += report.read();
                assertThat(report.accepted()).as("seed %d", seed).isEqualTo(first.rejected());
            }

            assertThat(facts(dirty)).as("seed %d", seed).isEqualTo(facts(correct));
            assertThat(lineage(dirty)).as("seed %d", seed).isEqualTo(lineage(correct));
        }
        assertThat(replayed).isGreaterThan(200);
    }

    private record Damage(String file, long line, String correct) {}

    /** Companies, a contact for each and a deal for each, undated where they may be; some rows damaged in the dirty one. */
    private static List<Damage> writeBoth(Random draw, ImportTrial correct, ImportTrial dirty) throws IOException {
        int companies = 1 + draw.nextInt(6);
        var damages = new ArrayList<Damage>();
        write(
                "companies.csv",
                COMPANY_HEADER,
                companies,
                "C-%1$d,Acme %1$d,acme%1$d.example,2024-01-0%1$d,120",
                draw,
                correct,
                dirty,
                damages);
        write(
                "contacts.csv",
                ImportTrial.CONTACT_HEADER,
                companies,
                "P-%1$d,Ana,\"Silva, %1$d\",ana%1$d@acme%1$d.example,CFO,2024-02-0%1$d,acme%1$d.example",
                draw,
                correct,
                dirty,
                damages);
        write(
                "deals.csv",
                DEAL_HEADER,
                companies,
                "D-%1$d,Deal %1$d,Negotiation,2024-03-0%1$d,acme%1$d.example,1200",
                draw,
                correct,
                dirty,
                damages);
        return damages;
    }

    private static void write(
            String file,
            String header,
            int rows,
            String pattern,
            Random draw,
            ImportTrial correct,
            ImportTrial dirty,
            List<Damage> damages)
            throws IOException {
        var right = new StringBuilder(header);
        var wrong = new StringBuilder(header);
        for (int row = 1; row <= rows; row++) {
            var text = pattern.formatted(row);
            right.append(text).append('\n');
            // The first row stays: it dates the beginning of the export.
            boolean damaged = row > 1 && draw.nextInt(3) == 0;
            wrong.append(damaged ? damaged(text, draw) : text).append('\n');
            if (damaged) {
                damages.add(new Damage(file, row + 1, text));
            }
        }
        correct.file(file, right.toString());
        dirty.file(file, wrong.toString());
    }

    private static String damaged(String row, Random draw) {
        List<Function<String, String>> ways = List.of(
                text -> text.replace("2024-0", "31.12.2024-"),
                text -> text + ",one,more",
                text -> text.substring(0, text.indexOf(',')),
                text -> "\"x\"y" + text,
                text -> text.replaceFirst("-", "\0"));
        return ways.get(draw.nextInt(ways.size())).apply(row);
    }

    @Test
    void aReferenceToARejectedCompanyIsResolvedInTheSameReplay() throws IOException {
        trial.file("companies.csv", COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,120\n")
                .contacts("P-1,Ana,Silva,ana@acme.example,CFO,2024-01-15,acme.example\n");
        assertThat(importHubSpot(trial).rejected()).isEqualTo(2);

        fix("Create Date", "2024-01-01");

        var report = replay(trial);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejects()).isEmpty();
    }

    @Test
    void whatIsStillWrongStaysWithItsNewReasonAndWhatIsRightIsOpenNoMore() throws IOException {
        trial.file(
                "companies.csv",
                COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,many\nC-2,Bolt,bolt.example,2024-13-01,1\nbroken\n");
        importHubSpot(trial);
        fix("Create Date", "2024-01-01");

        var report = replay(trial);

        assertThat(report.read()).isEqualTo(3);
        assertThat(report.accepted()).isOne();
        var rejects = Rejects.read(trial.rejects);
        assertThat(rejects.all()).hasSize(3);
        assertThat(rejects.open())
                .extracting(reject -> reject.line() + " " + reject.code())
                .containsExactly("2 BAD_NUMBER", "4 RAGGED_ROW");
        assertThat(rejects.all().getFirst().row()).contains("C-1,Acme,acme.example,2024-13-01,many");
        assertThat(rejects.all().getFirst().correction())
                .contains(new KeptReject.Correction("C-1,Acme,acme.example,2024-01-01,many", FIXED));
        assertThat(rejects.all().get(1).replayedAt()).contains(REPLAYED);
    }

    @Test
    void aReplayThatWasInterruptedBeforeItWasKeptIsRepeatedWithoutEffect() throws IOException {
        trial.file("companies.csv", COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,120\n");
        importHubSpot(trial);
        fix("Create Date", "2024-01-01");
        var before = Files.readString(trial.rejects);
        replay(trial);
        var facts = trial.graph.size();
        Files.writeString(trial.rejects, before);

        assertThat(replay(trial).duplicate()).isOne();

        assertThat(trial.graph.size()).isEqualTo(facts);
        assertThat(Rejects.read(trial.rejects).open()).isEmpty();
        assertThat(replay(trial).read()).isZero();
    }

    @Test
    void aRowForTwoKindsOfRecordIsReplayedForBoth() throws IOException {
        trial.file("accounts.csv", "account,sector,subsidiary_of\nAcme,retail,\nBolt,retail,Acme,more\n");
        var request = trial.request("maven-crm", trial.folder).withExportedAt(EXPORTED);
        assertThat(trial.run(request).rejected()).isOne();

        Rejects.read(trial.rejects)
                .withRow(reject -> true, "Bolt,retail,Acme", FIXED)
                .save();
        var report = replay(trial);

        assertThat(report.files()).extracting(FileReport::record).containsExactly("account", "subsidiary");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(trial.graph.records()).extracting(record -> record.line()).containsExactly(2L, 3L, 3L);
    }

    @Test
    void aRowThatIsRejectedAgainAsTwoKindsOfRecordStaysOpenAsBoth() throws IOException {
        trial.file(
                "accounts.csv",
                "account,sector,employees,subsidiary_of\nAcme,retail,9,\nBolt,retail,many,Nobody,more\n");
        trial.run(trial.request("maven-crm", trial.folder).withExportedAt(EXPORTED));

        Rejects.read(trial.rejects)
                .withRow(reject -> true, "Bolt,retail,many,Nobody", FIXED)
                .save();
        var stillWrong = replay(trial);
        var open = Rejects.read(trial.rejects);
        open.withRow(reject -> true, "Bolt,retail,12,Acme", FIXED).save();
        var right = replay(trial);

        assertThat(stillWrong.rejected()).isEqualTo(2);
        assertThat(open.open()).extracting(KeptReject::record).containsExactly("account", "subsidiary");
        assertThat(right.accepted()).isEqualTo(2);
        assertThat(Rejects.read(trial.rejects).open()).isEmpty();
    }

    /** Beside a history, the close date does not say when an opportunity was closed; in a replay it does not either. */
    @Test
    void whatOtherFilesOfTheImportSaidIsRemembered(@TempDir Path correct) throws IOException {
        salesforce(trial, "1,000");
        Rejects.read(trial.rejects)
                .withValue(reject -> reject.record().equals("opportunity"), "Amount", "1000", FIXED)
                .save();
        replay(trial);

        var undisturbed = new ImportTrial(correct);
        salesforce(undisturbed, "1000");

        assertThat(facts(trial)).isEqualTo(facts(undisturbed));
    }

    @Test
    void aCorrectionThatIsNoRowOfTheFileIsRefused() throws IOException {
        trial.file("companies.csv", COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,120\nbroken\n");
        importHubSpot(trial);
        var rejects = Rejects.read(trial.rejects);

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> rejects.withRow(reject -> true, "C-1,Acme", FIXED))
                .withMessageStartingWith(
                        "companies.csv:2: the new row is none of its file: the row has 2 values, must have 5");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> rejects.withRow(reject -> true, "\"C-1,Acme", FIXED))
                .withMessageContaining("the row is not CSV");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> rejects.withValue(reject -> reject.line() == 2, "Creat Date", "x", FIXED))
                .withMessageContaining("has no column 'Creat Date'. Did you mean 'Create Date'?");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> rejects.withValue(reject -> reject.line() == 3, "Create Date", "x", FIXED))
                .withMessageStartingWith("companies.csv:3 is RAGGED_ROW")
                .withMessageContaining("--row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a value, with \"quotes\"", "two\nlines", "", "=1+1", " spaces "})
    void aValueIsKeptAsItIsGiven(String value) throws IOException {
        trial.file("companies.csv", COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,120\n");
        importHubSpot(trial);

        fix("Company Name", value);
        var rejects = Rejects.read(trial.rejects);

        assertThat(rejects.value(rejects.open().getFirst(), "company name")).contains(value);
    }

    @Test
    void aCorrectedValueStandsBetweenTheSeparatorsOfItsFile() throws IOException {
        trial.file("companies.csv", "Company ID;Company Name;Create Date\nC-1;\"Nord; Wind\";31.01.2024\n");
        importHubSpot(trial);

        fix("Create Date", "2024-01-31");

        assertThat(replay(trial).accepted()).isOne();
        assertThat(trial.graph.facts(Account.class)).extracting(Account::name).containsExactly("Nord; Wind");
    }

    @Test
    void whatIsNoRejectsFileIsRefusedWithItsLine() throws IOException {
        trial.file("companies.csv", COMPANY_HEADER + "C-1,Acme,acme.example,2024-13-01,120\n");
        importHubSpot(trial);
        var good = Files.readString(trial.rejects);

        assertRefused("", "line 1 of");
        assertRefused("Company ID,Company Name\nC-1,Acme\n", "line 1 of");
        assertRefused("{}\n", "must begin with format caucus-rejects, version 1");
        assertRefused(good.replace("\"version\":1", "\"version\":2"), "version 1");
        assertRefused(good.replace("\"hubspot\"", "\"hubspott\""), "line 1 of rejects file");
        assertRefused(good.replace("\"hubspot\"", "\"hubspott\""), "Did you mean 'hubspot'?");
        assertRefused(good.substring(0, good.length() - 20), "line 2 of");
        assertRefused(good.replace("\"reason\"", "\"raison\""), "line 2 of");
        assertRefused(good.replace("BAD_DATE", "BAD_LUCK"), "line 2 of");
        assertRefused(good.replace("\"row\":\"C-1,", "\"row\":\""), "its row is none of its file");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Rejects.read(temporary.resolve("nowhere.jsonl")))
                .withMessageContaining("there is no rejects file");
    }

    @Test
    void aRejectsFileThatDoesNotFitIntoMemoryIsRefusedWithTheMemoryItNeeds() throws IOException {
        var file = Files.write(temporary.resolve("rejects.jsonl"), new byte[3 << 20]);

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Rejects.read(file, 16 << 20))
                .withMessageContaining("has 3 MiB and needs about 18 MiB of memory, this process may take 16.")
                .withMessageEndingWith("CAUCUS_JAVA_OPTIONS=-Xmx18m");
    }

    private void assertRefused(String content, String words) throws IOException {
        var file = Files.writeString(temporary.resolve("other.jsonl"), content);
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> Rejects.read(file))
                .withMessageContaining(words)
                .withMessageContaining("other.jsonl");
    }

    private void fix(String column, String value) {
        Rejects.read(trial.rejects)
                .withValue(
                        reject -> reject.file().equals("companies.csv")
                                && !reject.code().isAboutForm(),
                        column,
                        value,
                        FIXED)
                .save();
    }

    private static void salesforce(ImportTrial trial, String amount) throws IOException {
        trial.file("Account.csv", "Id,Name,CreatedDate\n001A000000NorDw,Nordwind,2024-01-02\n");
        trial.file("Opportunity.csv", """
                Id,Name,AccountId,StageName,CreatedDate,CloseDate,Amount
                006A000000OppAA,Pilot,001A000000NorDw,Closed Won,2024-01-20,2024-03-01,"%s"
                """.formatted(amount));
        trial.file("OpportunityHistory.csv", """
                Id,OpportunityId,StageName,CreatedDate
                008A000000HisAA,006A000000OppAA,Qualification,2024-01-20
                008A000000HisBB,006A000000OppAA,Closed Won,2024-03-05
                """);
        trial.run(trial.request("salesforce", trial.folder).withExportedAt(EXPORTED));
    }

    private static ImportReport importHubSpot(ImportTrial trial) {
        return trial.run(trial.request("hubspot", trial.folder).withExportedAt(EXPORTED));
    }

    private static ImportReport replay(ImportTrial trial) {
        return new Importer(trial.graph, trial.graph, ImportTrial.RULES, trial.graph)
                .replay(Rejects.read(trial.rejects), "replay-1", REPLAYED);
    }

    private static Set<Fact> facts(ImportTrial trial) {
        return new HashSet<>(trial.graph.facts(Fact.class));
    }

    private static Set<String> lineage(ImportTrial trial) {
        return Set.copyOf(Stream.of(trial.graph.records())
                .flatMap(List::stream)
                .map(record -> "%s %s:%d".formatted(record.key(), record.file(), record.line()))
                .toList());
    }
}
