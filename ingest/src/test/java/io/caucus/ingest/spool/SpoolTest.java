package io.caucus.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final SpoolLimits SMALL = new SpoolLimits(200, 10_000, 10_000, Duration.ofDays(1), 0);

    @TempDir
    Path temporary;

    @Test
    void recordsAreReadInTheOrderInWhichTheyWereAppended() throws Exception {
        try (var spool = Spool.open(temporary, SMALL)) {
            for (int number = 0; number < 50; number++) {
                spool.append(("record " + number).getBytes(UTF_8));
            }

            assertThat(readAll(spool))
                    .isEqualTo(IntStream.range(0, 50)
                            .mapToObj(number -> "record " + number)
                            .toList());
            assertThat(Segment.numbers(temporary)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void whatIsBehindTheCheckpointIsNotReadAgain() throws Exception {
        try (var spool = Spool.open(temporary, SMALL)) {
            spool.append("one".getBytes(UTF_8));
            spool.append("two".getBytes(UTF_8));
            var first = spool.read(spool.checkpoint(), 1, 1_000, Duration.ZERO).getFirst();
            spool.checkpoint(first.next());
        }

        try (var again = Spool.open(temporary, SMALL)) {
            assertThat(readAll(again)).containsExactly("two");
        }
    }

    @Test
    void aFileThatIsCutAnywhereKeepsAllWholeRecordsAndGoesOn() throws Exception {
        var whole = temporary.resolve("whole");
        try (var spool = Spool.open(whole, SpoolLimits.DEFAULT)) {
            for (String record : List.of("first", "", "third record")) {
                spool.append(record.getBytes(UTF_8));
            }
        }
        var bytes = Files.readAllBytes(Segment.file(whole, 1));
        var ends = List.of(8 + 8 + 5, 8 + 8 + 5 + 8, bytes.length);

        for (int length = 0; length <= bytes.length; length++) {
            int cut = length;
            var folder = Files.createDirectories(temporary.resolve("cut" + length));
            Files.write(Segment.file(folder, 1), Arrays.copyOf(bytes, length));
            try (var spool = Spool.open(folder, SpoolLimits.DEFAULT)) {
                spool.append("after".getBytes(UTF_8));
                long kept = ends.stream().filter(end -> end <= cut).count();
                assertThat(readAll(spool))
                        .as("cut at %d", length)
                        .hasSize((int) kept + 1)
                        .endsWith("after");
            }
        }
    }

    @Test
    void zerosBehindTheLastRecordAreNoRecords() throws Exception {
        try (var spool = Spool.open(temporary, SMALL)) {
            spool.append("one".getBytes(UTF_8));
        }
        var file = Segment.file(temporary, 1);
        Files.write(file, new byte[64], StandardOpenOption.APPEND);

        try (var spool = Spool.open(temporary, SMALL)) {
            spool.append("two".getBytes(UTF_8));

            assertThat(readAll(spool)).containsExactly("one", "two");
        }
    }

    @Test
    void damageInTheMiddleIsReportedAndNotPassedOver() throws Exception {
        try (var spool = Spool.open(temporary, new SpoolLimits(20, 10_000, 10_000, Duration.ofDays(1), 0))) {
            spool.append("one record".getBytes(UTF_8));
            spool.append("another one".getBytes(UTF_8));
            var file = Segment.file(temporary, 1);
            var bytes = Files.readAllBytes(file);
            bytes[20] ^= 1;
            Files.write(file, bytes);

            assertThatIOException().isThrownBy(() -> readAll(spool)).withMessageContaining("damaged at 1-8");
        }
    }

    @Test
    void whatMayWaitIsBoundedAndTakenAgainOnceSomeIsApplied() throws Exception {
        var limits = new SpoolLimits(1_000, 300, 10_000, Duration.ofDays(1), 0);
        try (var spool = Spool.open(temporary, limits)) {
            spool.append(new byte[200]);

            assertThatExceptionOfType(SpoolFull.class).isThrownBy(() -> spool.append(new byte[200]));

            spool.checkpoint(spool.read(spool.checkpoint(), 10, 1_000, Duration.ZERO)
                    .getLast()
                    .next());
            spool.append(new byte[200]);
            assertThat(spool.waitingBytes()).isEqualTo(208);
        }
    }

    @Test
    void aDiskWithoutRoomForOthersTakesNothing() throws Exception {
        var limits = new SpoolLimits(1_000, 10_000, 10_000, Duration.ofDays(1), Long.MAX_VALUE / 2);
        try (var spool = Spool.open(temporary, limits)) {
            assertThatExceptionOfType(SpoolFull.class).isThrownBy(() -> spool.append(new byte[1]));
        }
    }

    @Test
    void theArchiveKeepsWhatIsYoungAndWaitingAndDropsTheRest() throws Exception {
        try (var spool = Spool.open(temporary, SMALL)) {
            var places = new ArrayList<Position>();
            for (int number = 0; number < 20; number++) {
                places.add(spool.append(new byte[90]));
            }
            spool.checkpoint(places.get(15));

            spool.trimArchive(Instant.now());
            assertThat(Spool.find(temporary, places.getFirst())).isPresent();
            spool.trimArchive(Instant.now().plus(Duration.ofDays(2)));

            assertThat(Spool.find(temporary, places.getFirst())).isEmpty();
            assertThat(Spool.find(temporary, places.get(16))).isPresent();
            assertThat(spool.read(spool.checkpoint(), 100, 100_000, Duration.ZERO))
                    .isNotEmpty();
        }
    }

    @Test
    void onlyOneProcessUsesASpool() throws IOException {
        try (var spool = Spool.open(temporary, SMALL)) {
            assertThat(spool.checkpoint()).isEqualTo(new Position(1, 8));
            assertThatIOException()
                    .isThrownBy(() -> Spool.open(temporary, SMALL))
                    .withMessageContaining("in use");
        }
    }

    @Test
    void manyThreadsAppendAtOnceAndNothingIsLost() throws Exception {
        try (var spool = Spool.open(temporary, new SpoolLimits(5_000, 1 << 20, 0, Duration.ZERO, 0));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var appends = new ArrayList<Callable<Position>>();
            for (int number = 0; number < 400; number++) {
                var content = ("record " + number).getBytes(UTF_8);
                appends.add(() -> spool.append(content));
            }

            var places = new ArrayList<Position>();
            for (var append : threads.invokeAll(appends, 30, TimeUnit.SECONDS)) {
                places.add(append.get());
            }

            assertThat(places).doesNotHaveDuplicates();
            assertThat(readAll(spool)).hasSize(400).doesNotHaveDuplicates();
        }
    }

    @Test
    void whateverWasAcknowledgedSurvivesAKilledProcess() throws Exception {
        for (int round = 0; round < 3; round++) {
            var folder = temporary.resolve("killed" + round);
            var printed = temporary.resolve("printed" + round);
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SpoolWriter.class.getName(),
                            folder.toString())
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            while (linesIn(printed).size() < 200 + 137 * round) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            var acknowledged = new ArrayList<>(linesIn(printed));
            // The last line may have been cut while it was printed.
            acknowledged.removeLast();

            try (var spool = Spool.open(folder, SMALL)) {
                assertThat(readAll(spool)).doesNotHaveDuplicates().containsAll(acknowledged);
            }
        }
    }

    private static List<String> linesIn(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<String> readAll(Spool spool) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        var place = spool.checkpoint();
        for (var some = spool.read(place, 7, 1_000, Duration.ZERO);
                !some.isEmpty();
                some = spool.read(place, 7, 1_000, Duration.ZERO)) {
            some.forEach(one -> all.add(new String(one.content(), UTF_8)));
            place = some.getLast().next();
        }
        return all;
    }
}
