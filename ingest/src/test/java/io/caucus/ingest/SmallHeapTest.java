package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is never held as a whole. */
class SmallHeapTest {

    private static final int ROWS = Integer.getInteger("caucus.small-heap.rows", 120_000);
    private static final String HEAP = System.getProperty("caucus.small-heap", "40m");

    /**
     * Some 60 MB, of which 50 are one value. A gigabyte: {@code -Dcaucus.small-heap.rows=10000000 -Dcaucus.small-heap=512m}, given to
     * the tests by {@code -DargLine}.
     */
    @Test
    void aFileMuchLargerThanTheHeapIsImported(@TempDir Path temporary) throws IOException, InterruptedException {
        var trial = new ImportTrial(temporary);
        try (var file = Files.newBufferedWriter(trial.folder.resolve("contacts.csv"))) {
            file.write(ImportTrial.CONTACT_HEADER);
            rows(file, 0, ROWS / 2);
            file.write("P-x,\"" + "y".repeat(50) + "\n");
            file.write("P-y,");
            for (int megabyte = 0; megabyte < 50; megabyte++) {
                file.write("z".repeat(1 << 20));
            }
            file.write(",Lee,bo@x.example,CFO,2024-01-16,\nP-z" + ",w".repeat(10_000) + "\n");
            rows(file, ROWS / 2, ROWS);
        }

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapImport.class.getName(),
                        trial.folder.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);

        System.out.printf("%,d bytes: %s", Files.size(trial.folder.resolve("contacts.csv")), printed);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed)
                .startsWith(
                        "read %d = accepted %d + rejected {TOO_LARGE=1, UNCLOSED_QUOTE=1, RAGGED_ROW=1} + duplicate 0"
                                .formatted(ROWS + 3, ROWS));
    }

    private static void rows(BufferedWriter file, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            file.write("P-%d,Ana %d,Lee,ana%d@nordwind-%d.example,Head of Purchasing and Facilities,2024-01-15,\n"
                    .formatted(row, row, row, row % 1000));
        }
    }
}
