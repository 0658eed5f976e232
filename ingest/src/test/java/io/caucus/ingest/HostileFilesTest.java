package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Person;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies in the folder: read = accepted + rejected + duplicate, or the file is refused with what to do. */
class HostileFilesTest {

    private static final String ANA = "P-1,Ana,Müller,ana@x.example,CFO,2024-01-15,\n";
    private static final String BO = "P-2,Bo,Lee,bo@x.example,CFO,2024-01-16,\n";
    private static final int CASES = 10_000;
    private static final int CASES_A_FILE = 50;

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void aValueTooLongForAnIndexRejectsItsRowAndNoOther() throws IOException {
        var longName = "x".repeat(Row.LONGEST_VALUE + 1);
        trial.contacts(
                ANA + BO.replace("Bo", longName) + BO.replace("P-2", "P-3").replace("bo@", longName + "@"));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(Rejects.read(trial.rejects).open())
                .extracting(KeptReject::code, KeptReject::column)
                .containsExactly(
                        Tuple.tuple(RejectCode.VALUE_TOO_LONG, "First Name"),
                        Tuple.tuple(RejectCode.VALUE_TOO_LONG, "Email"));
        assertThat(Rejects.read(trial.rejects).open().getFirst().reason())
                .startsWith(
                        "Column 'First Name' has 1001 characters, at most 1000 may stand in a column that is read.");
    }

    @Test
    void aLongTextInAColumnNobodyReadsIsNoMatter() throws IOException {
        trial.file(
                "contacts.csv",
                ImportTrial.CONTACT_HEADER.replace("\n", ",Notes\n")
                        + ANA.replace("\n", "," + "x".repeat(9_000) + "\n"));

        assertThat(trial.runHubSpot().accepted()).isOne();
    }

    @Test
    void aFieldOfFiftyMegabytesCostsItsRowOnly() throws IOException {
        for (String name : List.of("contacts.csv", "contacts.jsonl")) {
            try (var file = Files.newBufferedWriter(trial.folder.resolve(name))) {
                boolean csv = name.endsWith(".csv");
                file.write(csv ? ImportTrial.CONTACT_HEADER + "P-9," : json("P-8") + "\n{\"Contact ID\":\"");
                fiftyMegabytes(file);
                file.write(csv ? ",,,,,\n" + BO : "\"}\n" + json("P-2") + "\n");
            }
            var report = trial.runHubSpot();
            assertThat(report.files().getFirst().rejects()).containsOnlyKeys(RejectCode.TOO_LARGE);
            assertThat(report.rejected()).isOne();
            Files.delete(trial.folder.resolve(name));
        }
    }

    private static void fiftyMegabytes(BufferedWriter file) throws IOException {
        var megabyte = "x".repeat(1 << 20);
        for (int written = 0; written < 50; written++) {
            file.write(megabyte);
        }
    }

    @Test
    void tenThousandColumnsAreColumns() throws IOException {
        var names = IntStream.range(0, 10_000).mapToObj(index -> "c" + index).collect(Collectors.joining(","));
        var header = ImportTrial.CONTACT_HEADER.replace("\n", "," + names + "\n");
        trial.file("contacts.csv", header + ANA.replace("\n", ",".repeat(10_000) + "\n"));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.files().getFirst().columnsNotRead()).hasSize(10_000);
    }

    @Test
    void latin1AndHalfASurrogateAreRejectedAndMixedLineEndsAreNot() throws IOException {
        trial.file("contacts.csv", (ImportTrial.CONTACT_HEADER + ANA + BO.replace("\n", "\r")).getBytes(ISO_8859_1));
        assertThat(trial.runHubSpot().files().getFirst().rejects()).containsOnlyKeys(RejectCode.INVALID_ENCODING);

        var halved = "\uFEFF" + ImportTrial.CONTACT_HEADER.replace("\n", "\r\n") + ANA.replace("ü", "\uD800");
        var bytes = halved.getBytes(UTF_16LE);
        // The encoder writes a replacement; the half goes in by hand.
        int place = halved.indexOf('\uD800') * 2;
        bytes[place] = 0x00;
        bytes[place + 1] = (byte) 0xD8;
        trial.file("contacts.csv", bytes);
        assertThat(trial.runHubSpot().files().getFirst().rejects()).containsOnlyKeys(RejectCode.INVALID_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1"})
    void whatASpreadsheetWouldRunIsATextLikeAnyOther(String formula) throws IOException {
        trial.contacts(ANA.replace("Ana,", formula + ",")).runHubSpot();

        assertThat(trial.graph.facts(Person.class))
                .extracting(Person::name)
                .containsExactly(formula.strip() + " Müller");
    }

    @Test
    void whatIsNoTextFileIsRefusedAndTheOthersGoOn() throws IOException {
        trial.contacts(ANA)
                .file("companies.csv", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0})
                .file("deals.csv", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})
                .file("tickets.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});
        Files.createDirectory(trial.folder.resolve("activities.csv"));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.missing()).containsExactly("hubspot_activities.csv");
        assertThat(report.refused())
                .hasSize(3)
                .extracting(RefusedFile::reason)
                .allMatch(reason -> reason.contains(": "));
        assertThat(report.refused().getFirst().reason()).endsWith("Let the name end in .gz.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts.csv", "contacts.jsonl"})
    void damagedRowsNeverStopAnImportAndAlwaysAddUp(String name) throws IOException {
        var draw = new Random(7);
        boolean csv = name.endsWith(".csv");
        for (int file = 0; file < CASES / CASES_A_FILE; file++) {
            var content = new StringBuilder(csv ? ImportTrial.CONTACT_HEADER : json("P-0") + "\n");
            for (int row = 0; row < CASES_A_FILE; row++) {
                var good = csv ? ANA.replace("P-1", "P-" + row) : json("P-" + row) + "\n";
                content.append(new String(damaged(good.getBytes(UTF_8), draw), ISO_8859_1));
            }
            var charset = file % 10 == 0 ? UTF_8 : ISO_8859_1;
            trial.file(name, content.toString().getBytes(charset));

            var report = trial.runHubSpot();

            assertThat(report.read())
                    .as("file %d", file)
                    .isEqualTo(report.accepted() + report.rejected() + report.duplicate());
            assertThat(trial.rejected()).hasSize((int) report.rejected());
            if (report.rejected() > 0) {
                assertThat(Rejects.read(trial.rejects).open()).hasSize((int) report.rejected());
            }
        }
    }

    @Test
    void aDamagedMappingIsReadOrRefusedAndNothingElse() throws IOException {
        var draw = new Random(11);
        var good = Files.readAllBytes(GenericMappingTest.EXAMPLES.resolve("maven-crm.yaml"));
        int refused = 0;
        for (int index = 0; index < CASES / 5; index++) {
            refused += isRefused(new String(damaged(good, draw), UTF_8)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(CASES / 50);
    }

    private static boolean isRefused(String text) {
        try {
            Mapping.parse("crm.yaml", text);
            return false;
        } catch (ImportRefused e) {
            assertThat(e).hasMessageContaining("crm.yaml:");
            return true;
        }
    }

    private static String json(String id) {
        return "{\"Contact ID\":\"%s\",\"Email\":\"ana@x.example\",\"Create Date\":\"2024-01-15\",\"Associated Company Domain\":\"\"}"
                .formatted(id);
    }

    /** Up to three bytes changed, dropped or doubled, or a piece cut out; half of them characters that mean something. */
    private static byte[] damaged(byte[] good, Random draw) {
        var bytes = good.clone();
        var meaningful = "\"',{}[]:&*!|>-\n\r\t\0\\#".getBytes(UTF_8);
        for (int change = draw.nextInt(4); change > 0 && bytes.length > 2; change--) {
            int place = draw.nextInt(bytes.length);
            switch (draw.nextInt(4)) {
                case 0 -> bytes[place] = (byte) draw.nextInt(256);
                case 1 -> bytes[place] = meaningful[draw.nextInt(meaningful.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, place);
                default -> {
                    var longer = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, place, longer, place + 1, bytes.length - place);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
