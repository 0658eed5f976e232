package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compressed file is a file like any other, and cannot harm more than one. */
class GzipFilesTest {

    private static final int ROWS = 5_000;

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void aCompressedFileSaysWhatItsContentSays(@TempDir Path temporary) throws IOException {
        var plain = new ImportTrial(temporary).contacts(manyContacts());
        plain.runHubSpot();

        trial.file("Contacts.CSV.gz", gzip(ImportTrial.CONTACT_HEADER + manyContacts()));
        var report = trial.runHubSpot();

        assertThat(report.accepted()).isEqualTo(ROWS);
        assertThat(report.files().getFirst().file()).isEqualTo("Contacts.CSV.gz");
        assertThat(trial.graph.size()).isEqualTo(plain.graph.size());
        assertThat(trial.run(trial.request("hubspot", trial.folder.resolve("Contacts.CSV.gz")))
                        .duplicate())
                .isEqualTo(ROWS);
    }

    @Test
    void progressCountsTheCompressedBytes() throws IOException {
        var bytes = gzip(ImportTrial.CONTACT_HEADER + manyContacts());
        trial.file("contacts.csv.gz", bytes);
        var heard = new ArrayList<Progress.Report>();

        trial.run(trial.request("hubspot", trial.folder).withChunkRows(100).withProgress(heard::add));

        assertThat(heard).extracting(Progress.Report::bytesRead).isSorted();
        assertThat(heard.get(heard.size() / 4).bytesRead()).isBetween(1L, bytes.length - 1L);
        assertThat(heard.getLast().bytesRead()).isEqualTo(2L * bytes.length);
        assertThat(heard.getLast().totalBytes()).isEqualTo(2L * bytes.length);
    }

    @Test
    void aFileThatWasCutOffKeepsTheRowsBeforeAndSaysWhereItStopped() throws IOException {
        var bytes = gzip(ImportTrial.CONTACT_HEADER + manyContacts());
        trial.file("contacts.csv.gz", Arrays.copyOf(bytes, bytes.length / 2));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isBetween(ROWS / 4L, ROWS - 1L);
        assertThat(report.rejected()).isZero();
        assertThat(report.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "contacts.csv.gz: reading stopped in line %d: the compressed data is cut off. Fetch the file again and import it again. The rows before that line count, and are duplicates when they come again."
                                .formatted(report.accepted() + 2));

        trial.file("contacts.csv.gz", bytes);
        assertThat(trial.runHubSpot().duplicate()).isEqualTo(report.accepted());
    }

    @Test
    void aDamagedFileKeepsTheRowsBefore() throws IOException {
        var bytes = gzip(ImportTrial.CONTACT_HEADER + manyContacts());
        bytes[bytes.length - 8] ^= 1;
        trial.file("contacts.csv.gz", bytes);

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isEqualTo(ROWS);
        assertThat(report.refused())
                .singleElement()
                .extracting(RefusedFile::reason)
                .asString()
                .contains("damaged");
    }

    @Test
    void aFileThatIsNoGzipOrEmptyIsRefusedAndTheOthersGoOn() throws IOException {
        trial.contacts("").file("companies.csv.gz", "Company ID\n").file("deals.csv.gz", new byte[0]);

        var report = trial.runHubSpot();

        assertThat(report.files()).hasSize(1);
        assertThat(report.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "companies.csv.gz: its beginning cannot be read: the compressed data is damaged or no gzip."
                                + " Fetch the file again and import it again.",
                        "deals.csv.gz: its beginning cannot be read: the compressed data is cut off. Fetch the file"
                                + " again and import it again.");
    }

    @Test
    void aBombIsStoppedAndTheRowsBeforeItStay() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write((ImportTrial.CONTACT_HEADER + "P-1,Ana,Lee,ana@x.example,CFO,2024-01-15,\n")
                    .getBytes(StandardCharsets.UTF_8));
            var zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 256; megabyte++) {
                zip.write(zeros);
            }
        }
        trial.file("contacts.csv.gz", bytes.toByteArray());

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.refused())
                .singleElement()
                .extracting(RefusedFile::reason)
                .asString()
                .startsWith("contacts.csv.gz: reading stopped in line 3: it expands to more than")
                .contains("100 times its own size and 64 MB on top");
        assertThat(Files.exists(trial.rejects)).isFalse();
    }

    @Test
    void aBombOfJsonLinesIsStoppedAndTheRowsBeforeItStay() throws IOException {
        var row =
                "{\"Contact ID\":\"P-1\",\"Email\":\"a@x.example\",\"Create Date\":\"2024-01-15\",\"Associated Company Domain\":\"\"}\n";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write((row + "{\"Contact ID\":\"").getBytes(StandardCharsets.UTF_8));
            var letters = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 256; megabyte++) {
                zip.write(letters);
            }
        }
        trial.file("contacts.jsonl.gz", bytes.toByteArray());

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isOne();
        assertThat(report.refused())
                .singleElement()
                .extracting(RefusedFile::reason)
                .asString()
                .startsWith("contacts.jsonl.gz: reading stopped in line 2: it expands to more than");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOnlyItsLine() throws IOException {
        trial.file(
                "contacts.csv.gz",
                gzip(ImportTrial.CONTACT_HEADER + "P-0,\"Bo,Lee,bo@x.example,CFO,2024-01-16,\n" + manyContacts()));

        var report = trial.runHubSpot();

        assertThat(report.accepted()).isEqualTo(ROWS);
        assertThat(report.rejected()).isOne();
    }

    /** Contacts with names that do not compress to nothing. */
    private static String manyContacts() {
        var random = new Random(7);
        var rows = new StringBuilder();
        for (int row = 1; row <= ROWS; row++) {
            rows.append(
                    "P-%d,%x,Lee,%x@x.example,CFO,2024-01-15,\n".formatted(row, random.nextLong(), random.nextLong()));
        }
        return rows.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
