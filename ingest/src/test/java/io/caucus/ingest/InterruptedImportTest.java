package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An import that is interrupted anywhere and run again comes to what it would have come to, and reads no chunk twice. */
class InterruptedImportTest {

    private static final int MOST_RUNS = 200;

    /** So that whatever should be fresh is not. */
    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private final List<String> said = new ArrayList<>();
    private ImportTrial trial;

    @BeforeEach
    void begin() throws IOException {
        trial = new ImportTrial(temporary);
    }

    static Stream<Arguments> exportsAndSeeds() {
        return Stream.of("hubspot", "salesforce", "maven-crm")
                .flatMap(profile -> IntStream.rangeClosed(1, 70).mapToObj(seed -> Arguments.of(profile, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("exportsAndSeeds")
    void interruptedAnywhereItComesToTheSame(String profile, int seed) throws IOException {
        var random = new SplittableRandom(seed);
        var request = trial.request(profile, ImportTrial.fixture(profile))
                .withNow(LATER)
                .withChunkRows(random.nextInt(1, 9));
        var whole = trial.run(request);
        var rejected = trial.rejected();

        var again = new ImportTrial(temporary.resolve("again"));
        var outcome = runUntilItEnds(
                again, again.request(profile, ImportTrial.fixture(profile)).withNow(LATER), random);

        assertThat(outcome.files()).isEqualTo(whole.files());
        assertThat(outcome.newestFact()).isEqualTo(whole.newestFact());
        assertThat(outcome.exportedAt()).isEqualTo(whole.exportedAt());
        assertThat(again.rejected()).isEqualTo(rejected);
        assertThat(new HashSet<>(again.graph.facts(Fact.class)))
                .isEqualTo(new HashSet<>(trial.graph.facts(Fact.class)));
        assertThat(again.graph.size()).isEqualTo(trial.graph.size());
        assertThat(filesLeft(again)).as("nothing is left of the interruptions").isEmpty();
    }

    /** Each run dies at a write, before or after it took effect, or is asked to stop; with its rejects half written. */
    private static ImportReport runUntilItEnds(ImportTrial trial, ImportRequest request, SplittableRandom random) {
        for (int run = 1; run <= MOST_RUNS; run++) {
            var dying = new DyingWriter(trial.graph, random.nextInt(1, 6), random.nextBoolean());
            BooleanSupplier stop = random.nextInt(4) == 0 ? afterChunks(random.nextInt(1, 4)) : () -> false;
            var thisRun = request.withChunkRows(random.nextInt(1, 9)).withStop(stop);
            try {
                return new Importer(dying, trial.graph, ImportTrial.RULES, trial.graph).run(thisRun);
            } catch (Killed | ImportStopped goesOn) {
                // The next run goes on.
            }
        }
        throw new AssertionError("no end after %d runs".formatted(MOST_RUNS));
    }

    private static List<Path> filesLeft(ImportTrial trial) throws IOException {
        try (var files = Files.list(trial.rejects.getParent())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(trial.rejects))
                    .toList();
        }
    }

    @Test
    void whatWasToldIsNotReadAgain() throws IOException {
        trial.file("companies.csv", COMPANY).contacts(contacts(20, "acme.example"));
        runKilledAtWrite(4);

        var counting = new DyingWriter(trial.graph, Integer.MAX_VALUE, false);
        var report = run(counting);

        assertThat(said).containsExactly("Resuming at record 11 of contacts.csv; 10 already told.");
        assertThat(counting.records).isEqualTo(10);
        assertThat(report.read()).isEqualTo(21);
        assertThat(report.accepted()).isEqualTo(21);
        assertThat(report.duplicate()).isZero();
    }

    @Test
    void aCompressedFileGoesOnAtItsRow() throws IOException {
        trial.file("companies.csv", COMPANY)
                .file("contacts.csv.gz", gzip(ImportTrial.CONTACT_HEADER + contacts(20, "acme.example")));
        runKilledAtWrite(4);

        var report = run(trial.graph);

        assertThat(said).containsExactly("Resuming at record 11 of contacts.csv.gz; 10 already told.");
        assertThat(report.accepted()).isEqualTo(21);
    }

    @Test
    void aFileThatWasChangedMakesItBeginAnew() throws IOException {
        trial.file("companies.csv", COMPANY).contacts(contacts(20, "acme.example"));
        runKilledAtWrite(4);
        trial.contacts(contacts(21, "acme.example"));

        var report = run(trial.graph);

        assertThat(said)
                .containsExactly(
                        "An earlier run of this import was interrupted and cannot go on, since there is a change in: contacts.csv. It begins anew; rows that were accepted then are duplicates now.");
        assertThat(report.accepted()).isEqualTo(11);
        assertThat(report.duplicate()).isEqualTo(11);
    }

    @Test
    void rejectsThatWereLostMakeItBeginAnew() throws IOException {
        trial.file("companies.csv", COMPANY).contacts(contacts(20, "nobody.example"));
        runKilledAtWrite(4);
        for (Path file : filesLeft(trial)) {
            if (file.toString().endsWith(".unfinished")) {
                Files.delete(file);
            }
        }

        var report = run(trial.graph);

        assertThat(said).singleElement().asString().contains("the rows it had rejected are no longer there");
        assertThat(report.rejected()).isEqualTo(20);
        assertThat(trial.rejected()).hasSize(20);
    }

    @Test
    void oneThatWasAskedToStopSaysWhere() throws IOException {
        trial.file("companies.csv", COMPANY).contacts(contacts(20, "acme.example"));

        assertThatThrownBy(() -> trial.run(request().withStop(afterChunks(6))))
                .isInstanceOf(ImportStopped.class)
                .hasMessage(
                        "Stopped after record 10 of contacts.csv. Everything up to it is told and nothing half; the same command again goes on from there.");

        assertThat(run(trial.graph).accepted()).isEqualTo(21);
        assertThat(said).containsExactly("Resuming at record 11 of contacts.csv; 10 already told.");
    }

    @Test
    void theSameImportDoesNotRunTwiceAtOnce() throws IOException {
        trial.file("companies.csv", COMPANY).contacts(contacts(20, "acme.example"));
        var refusals = new ArrayList<String>();
        var once = request().withProgress(report -> {
            try {
                run(trial.graph);
            } catch (ImportRefused e) {
                refusals.add(e.getMessage());
            }
        });

        assertThat(trial.run(once).accepted()).isEqualTo(21);
        assertThat(refusals).isNotEmpty().allMatch(text -> text.contains("is being imported by profile 'hubspot'"));
    }

    private static final String COMPANY = """
            Company ID,Company Name,Company Domain Name,Create Date
            C-1,Acme,acme.example,2026-01-05
            """;

    private static String contacts(int count, String domain) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "P-%d,Ana,Number %d,ana%d@acme.example,CFO,2026-01-07,%s\n".formatted(i, i, i, domain))
                .collect(Collectors.joining());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private ImportRequest request() {
        return trial.request("hubspot", trial.folder).withChunkRows(5).withProgress(new Progress() {
            @Override
            public void reached(Report report) {}

            @Override
            public void began(String how) {
                said.add(how);
            }
        });
    }

    private ImportReport run(ImportWriter writer) {
        return new Importer(writer, trial.graph, ImportTrial.RULES, trial.graph).run(request());
    }

    private void runKilledAtWrite(int write) {
        assertThatThrownBy(() -> run(new DyingWriter(trial.graph, write, false)))
                .isInstanceOf(Killed.class);
    }

    private static BooleanSupplier afterChunks(int chunks) {
        var asked = new int[1];
        return () -> ++asked[0] >= chunks;
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Dies at one of its writes. */
    private static final class DyingWriter implements ImportWriter {

        private final ImportWriter graph;
        private final int last;
        private final boolean afterItTookEffect;
        private int writes;
        private int records;

        private DyingWriter(ImportWriter graph, int last, boolean afterItTookEffect) {
            this.graph = graph;
            this.last = last;
            this.afterItTookEffect = afterItTookEffect;
        }

        @Override
        public Written write(String batchId, List<SourcedFacts> batch) {
            return graph.write(batchId, batch);
        }

        @Override
        public Written write(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint) {
            writes++;
            if (writes == last && !afterItTookEffect) {
                throw new Killed();
            }
            var written = graph.write(batchId, batch, checkpoint);
            if (writes == last) {
                throw new Killed();
            }
            records += batch.size();
            return written;
        }

        @Override
        public Optional<String> checkpoint(String batchId) {
            return graph.checkpoint(batchId);
        }

        @Override
        public void end(String batchId) {
            graph.end(batchId);
        }
    }
}
