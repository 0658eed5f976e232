package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.Person;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad row costs itself, a bad file costs itself, and each says why. */
class BadFilesTest {

    private static final String ANA = "P-1,Ana,Müller,ana@x.example,CFO,2024-01-15,\n";
    private static final String BO = "P-2,Bo,Lee,bo@x.example,CFO,2024-01-16,\n";
    private static final String CY = "P-3,Cy,Lee,cy@x.example,CFO,2024-01-17,\n";

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        trial.file("contacts.csv", "\uFEFF" + ImportTrial.CONTACT_HEADER + ANA);

        assertThat(trial.runHubSpot().accepted()).isOne();
    }

    @Test
    void utf16WithAMarkIsReadInBothByteOrders() throws IOException {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            trial.file("contacts.csv", ("\uFEFF" + ImportTrial.CONTACT_HEADER + ANA).getBytes(charset));

            assertThat(trial.runHubSpot().rejected()).isZero();
        }
        assertThat(trial.graph.facts(Person.class)).extracting(Person::name).containsExactly("Ana Müller");
    }

    @Test
    void utf16CutInTheMiddleOfACharacterCostsItsLastRow() throws IOException {
        var whole = ("\uFEFF" + ImportTrial.CONTACT_HEADER + ANA + BO.strip()).getBytes(UTF_16LE);

        trial.file("contacts.csv", Arrays.copyOf(whole, whole.length - 1));

        assertThat(trial.runHubSpot().accepted()).isOne();
        assertThat(codes()).containsExactly("3 INVALID_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndDoesAndLinesAreCountedRightly(String lineEnd) throws IOException {
        var rows = ANA + "\n" + BO + "broken\n" + "P-4,\"two\nlines\",Lee,d@x.example,CFO,2024-01-15,\n" + "broken\n";

        trial.file("contacts.csv", (ImportTrial.CONTACT_HEADER + rows).replace("\n", lineEnd));

        assertThat(trial.runHubSpot().accepted()).isEqualTo(3);
        assertThat(codes()).containsExactly("5 RAGGED_ROW", "8 RAGGED_ROW");
    }

    @Test
    void oneFileMayMixLineEnds() throws IOException {
        trial.file(
                "contacts.csv",
                ImportTrial.CONTACT_HEADER.replace("\n", "\r\n") + ANA + "broken\r" + BO.replace("\n", "\r")
                        + CY.strip());

        assertThat(trial.runHubSpot().accepted()).isEqualTo(3);
        assertThat(codes()).containsExactly("3 RAGGED_ROW");
    }

    /** No permission stops the superuser, but nobody can read the memory of a process from its beginning. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadIsRefusedAndTheOthersGoOn() throws IOException {
        trial.contacts(ANA);
        Files.createSymbolicLink(trial.folder.resolve("companies.csv"), Path.of("/proc/self/mem"));
        Files.createSymbolicLink(trial.folder.resolve("deals.csv.gz"), Path.of("/proc/self/mem"));
        Files.createSymbolicLink(trial.folder.resolve("tickets.csv"), Path.of("/nowhere"));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.missing()).contains("hubspot_tickets.csv");
        assertThat(report.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "companies.csv: its beginning cannot be read: the operating system cannot read it. Copy it to a disk that can be read and import it again.",
                        "deals.csv.gz: its beginning cannot be read: the operating system cannot read it. Copy it to a disk that can be read and import it again.");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> MappingSuggestion.of(List.of(trial.folder.resolve("companies.csv")), "crm"))
                .withMessageContaining("the operating system cannot read it");
    }

    @Test
    void quotesMayHoldSeparatorsQuotesAndLineEnds() throws IOException {
        trial.contacts("P-1,\"Ana \"\"A\"\", the\nfirst\",Silva,ana@x.example,CFO,2024-01-15,\n");

        trial.runHubSpot();

        assertThat(trial.graph.facts(Person.class))
                .extracting(Person::name)
                .containsExactly("Ana \"A\", the\nfirst Silva");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void theHeaderTellsWhatSeparatesValues(String separator) throws IOException {
        var rows = ImportTrial.CONTACT_HEADER + ANA + "P-2,\"Bo" + separator
                + " B, C\",Lee,bo@x.example,CFO,2024-01-16,\n";
        trial.file("contacts.csv", "\r\n" + rows.replaceAll(",(?! )", separator) + "broken\n");

        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("5 RAGGED_ROW");
        assertThat(trial.graph.facts(Person.class))
                .extracting(Person::name)
                .containsExactly("Ana Müller", "Bo" + separator + " B, C Lee");
    }

    @Test
    void aRowWithTooFewOrTooManyValuesIsRejectedByItself() throws IOException {
        trial.contacts(ANA + "P-2,Bo\n" + CY + "P-4,a,b,c,d,2024-01-01,,,,\n");

        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("3 RAGGED_ROW", "5 RAGGED_ROW");
    }

    @Test
    void textBehindAClosingQuoteIsRejectedByItself() throws IOException {
        trial.contacts(ANA + "P-2,\"Bo\"by,Lee,bo@x.example,CFO,2024-01-16,\n" + CY);

        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("3 MALFORMED_QUOTE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aQuoteThatIsNeverClosedCostsOnlyItsLine(String lineEnd) throws IOException {
        var text = ImportTrial.CONTACT_HEADER + ANA + "P-2,\"Bo,Lee,bo@x.example,CFO,2024-01-16,\n" + CY + "broken\n";

        trial.file("contacts.csv", text.replace("\n", lineEnd));

        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("3 UNCLOSED_QUOTE", "5 RAGGED_ROW");
        assertThat(trial.rejected().getFirst()).endsWith("\"row\":\"P-2,\\\"Bo,Lee,bo@x.example,CFO,2024-01-16,\"}");
    }

    @Test
    void aFileThatWasCutOffLosesItsLastRowOnly() throws IOException {
        trial.contacts(ANA + BO + "P-3,Cy,Le");
        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("4 RAGGED_ROW");
        assertThat(trial.rejected().getFirst()).contains("cut off: export it again");

        trial.contacts(ANA + BO + "P-3,\"Cy");
        assertThat(trial.runHubSpot().duplicate()).isEqualTo(2);
        assertThat(codes()).containsExactly("4 UNCLOSED_QUOTE");
    }

    @Test
    void bytesThatAreNoUtf8AreRejectedAndKeptAsBytes() throws IOException {
        trial.file("contacts.csv", (ImportTrial.CONTACT_HEADER + ANA + BO).getBytes(ISO_8859_1));

        assertThat(trial.runHubSpot().accepted()).isOne();
        assertThat(codes()).containsExactly("2 INVALID_ENCODING");
        assertThat(trial.rejected().getFirst())
                .endsWith("\"rowBase64\":\"UC0xLEFuYSxN/GxsZXIsYW5hQHguZXhhbXBsZSxDRk8sMjAyNC0wMS0xNSw=\"}");
    }

    @Test
    void aNulCharacterIsRejected() throws IOException {
        trial.contacts(ANA.replace("Ana", "A\0na") + BO);

        assertThat(trial.runHubSpot().accepted()).isOne();
        assertThat(codes()).containsExactly("2 CONTROL_CHARACTER");
        assertThat(trial.rejected().getFirst()).contains("A\\u0000na");
    }

    @Test
    void aValueOfFiftyMegabytesIsRejectedWithoutBeingHeld() throws IOException {
        trial.contacts(ANA + "P-2,\"" + "x\n".repeat(25 << 20) + "\",Lee,bo@x.example,CFO,2024-01-16,\n" + CY);

        assertThat(trial.runHubSpot().accepted()).isEqualTo(2);
        assertThat(codes()).containsExactly("3 TOO_LARGE");
        assertThat(Files.size(trial.rejects)).isLessThan(3L * RecordSplitter.MAX_RECORD_BYTES);
    }

    @Test
    void aValueLongerThanAValueMayBeIsRejected() throws IOException {
        trial.contacts(ANA.replace("CFO", "x".repeat(RowFile.MAX_VALUE_CHARACTERS + 1)) + BO);

        assertThat(trial.runHubSpot().accepted()).isOne();
        assertThat(codes()).containsExactly("2 TOO_LARGE");
    }

    @Test
    void tenThousandColumnsAreNoTrouble() throws IOException {
        var more = IntStream.range(0, 10_000).mapToObj(i -> ",extra " + i).collect(Collectors.joining());
        trial.file(
                "contacts.csv",
                ImportTrial.CONTACT_HEADER.strip() + more + "\n" + ANA.strip() + ",x".repeat(10_000) + "\n" + BO);

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.files().getFirst().columnsNotRead()).hasSize(10_000);
    }

    @Test
    void aMissingColumnRefusesTheFileNamesTheClosestAndLetsTheOthersGoOn() throws IOException {
        trial.contacts(ANA).file("companies.csv", "Company ID,Company Name,Creat Date\nC-1,Nordwind,2024-01-01\n");

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.refused())
                .containsExactly(new RefusedFile(
                        "companies.csv",
                        "Create Date",
                        "companies.csv: column 'Create Date' is missing. The header has Company ID, Company Name, Creat Date."
                                + " The closest is 'Creat Date': rename it to 'Create Date'."));
        assertThat(report.missing())
                .containsExactly("hubspot_deals.csv", "hubspot_tickets.csv", "hubspot_activities.csv");
    }

    @Test
    void aColumnThatStandsTwiceRefusesTheFile() throws IOException {
        trial.file("contacts.csv", ImportTrial.CONTACT_HEADER.replace("Last Name", " email ") + ANA);

        assertThat(trial.runHubSpot().refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "contacts.csv: column 'Email' stands twice in the header (again as column 4). Remove or"
                                + " rename one of them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\"Contact ID", "\0\0"})
    void aFileWithoutAHeaderIsRefused(String content) throws IOException {
        var report = trial.file("contacts.csv", content).runHubSpot();

        assertThat(report.refused()).hasSize(1);
        assertThat(report.read()).isZero();
    }

    @Test
    void aWorkbookIsRefusedWithWhatToDo() throws IOException {
        var report = trial.file("contacts.csv", "PK\3\4\0\0[Content_Types].xml").runHubSpot();

        assertThat(report.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "contacts.csv: it is a ZIP archive or an Excel workbook, must be CSV. Unpack it, or save the sheet as CSV.");
    }

    @Test
    void aFileWithNothingButAHeaderHasNoRows() throws IOException {
        var report = trial.contacts("").runHubSpot();

        assertThat(report.files()).extracting(FileReport::read).containsExactly(0L);
        assertThat(report.exportedAt()).isEmpty();
        assertThat(report.rejects()).isEmpty();
        assertThat(trial.rejects).doesNotExist();
    }

    @Test
    void anImportWithoutRejectsRemovesTheRejectsOfTheOneBefore() throws IOException {
        trial.contacts(ANA + "broken\n").runHubSpot();
        assertThat(trial.rejects).exists();

        trial.contacts(ANA).runHubSpot();

        assertThat(trial.rejects).doesNotExist();
    }

    @Test
    void whatHadNotHappenedWhenTheExportWasMadeIsRejected() throws IOException {
        trial.contacts(ANA + BO);

        var report =
                trial.run(trial.request("hubspot", trial.folder).withExportedAt(Instant.parse("2024-01-14T12:00:00Z")));

        assertThat(report.accepted()).isOne();
        assertThat(codes()).containsExactly("3 AFTER_EXPORT");
    }

    @Test
    void anExportWithoutDatesNeedsToBeToldWhenItWasMade() throws IOException {
        trial.file("accounts.csv", "account,sector\nAcme,retail\n");

        assertThat(trial.run(trial.request("maven-crm", trial.folder)).rejected())
                .isOne();
        assertThat(trial.run(trial.request("maven-crm", trial.folder)
                                .withExportedAt(Instant.parse("2024-01-14T00:00:00Z")))
                        .accepted())
                .isOne();
    }

    @Test
    void aChangedRowIsAnotherVersionAndAMovedColumnIsNot() throws IOException {
        trial.contacts(ANA).runHubSpot();

        assertThat(trial.contacts(ANA.replace("CFO", "CEO")).runHubSpot().accepted())
                .isOne();
        assertThat(trial.file("contacts.csv", """
                                Email,Contact ID,First Name,Last Name,Job Title,Create Date,Associated Company Domain,New
                                ana@x.example,P-1,Ana,Müller,CFO,2024-01-15,,
                                """).runHubSpot().duplicate()).isOne();
    }

    @Test
    void anImportThatCannotBeginSaysWhatToDo() throws IOException {
        trial.file("leads.csv", "a\n1\n");

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> trial.run(trial.request("hubspott", trial.folder)))
                .withMessage(
                        "there is no profile 'hubspott'. Did you mean 'hubspot'? The profiles are: generic, hubspot, maven-crm, salesforce.");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(trial::runHubSpot)
                .withMessageContaining("has none of the files of profile 'hubspot', which are: hubspot_companies.csv,")
                .withMessageEndingWith("It has: leads.csv.");
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> trial.run(trial.request("hubspot", trial.folder.resolve("nowhere"))))
                .withMessageContaining("Name the folder with the exported files.");
    }

    @Test
    void progressGrowsToTheTotalAndNotBeyond() throws IOException {
        trial.contacts(ANA + BO + CY);
        var heard = new ArrayList<Progress.Report>();

        trial.run(trial.request("hubspot", trial.folder).withChunkRows(1).withProgress(heard::add));

        assertThat(heard).extracting(Progress.Report::bytesRead).isSorted();
        assertThat(heard.getLast().bytesRead()).isEqualTo(heard.getLast().totalBytes());
        assertThat(heard.getLast().rows()).isEqualTo(3);
    }

    /** Line and code of each reject. */
    private List<String> codes() throws IOException {
        return trial.rejected().stream()
                .map(line -> line.replaceAll(".*?\"line\":(\\d+).*?\"code\":\"(\\w+)\".*", "$1 $2"))
                .toList();
    }
}
