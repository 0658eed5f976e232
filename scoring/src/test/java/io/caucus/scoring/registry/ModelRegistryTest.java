package io.caucus.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.scoring.learn.LearningRefused;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.registry.Condition.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class ModelRegistryTest {

    private static final UserName ANA = new UserName("ana");
    private static final UserName BO = new UserName("bo");
    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Optional<String> BECAUSE = Optional.of("the board asked for it");

    @TempDir
    static Path training;

    private static Optional<PlantedModels> planted = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        planted = Optional.of(PlantedModels.in(training));
    }

    private static PlantedModels models() {
        return planted.orElseThrow();
    }

    private ModelRegistry registry() {
        return new ModelRegistry(folder.resolve("models"), Duration.ofSeconds(20));
    }

    private Path log() {
        return folder.resolve("models").resolve(ChangeLog.FILE);
    }

    /** Registers the model of a seed, and says its name. */
    private String registered(int seed) throws IOException {
        var model = models().plant(folder, seed);
        registry().register(model, ANA, MONDAY);
        return ModelFolder.name(model);
    }

    private void promote(String version) {
        assertThat(registry().promote(version, BO, MONDAY, BECAUSE).entry()).isPresent();
    }

    private Standing standing() {
        return registry().read().standing(Optional.empty());
    }

    @Test
    void aRegistryThatIsNotThereIsEmpty() {
        assertThat(registry().read().versions()).isEmpty();
        assertThat(registry().read().remarks()).isEmpty();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void aRegisteredModelIsTheChallengerAndLiesThereByteForByte() throws IOException {
        var entry = registry().register(models().trained(), ANA, MONDAY);

        var name = ModelFolder.name(models().trained());
        var version = registry().read().get(name);
        assertThat(entry.number()).isEqualTo(1);
        assertThat(standing().challenger()).contains(name);
        assertThat(standing().champion()).isEmpty();
        assertThat(version.folder().resolve(ModelFolder.FILE))
                .hasSameBinaryContentAs(models().trained().resolve(ModelFolder.FILE));
        assertThat(version.folder().resolve(ModelFolder.REPORT))
                .hasSameBinaryContentAs(training.resolve("trained").resolve(ModelFolder.REPORT));
        assertThat(version.evaluation().inputs()).containsExactly("employees", "source");
        assertThat(version.card()).content().startsWith("# Model card: " + name).contains("**challenger**");
    }

    /** People may ask to be forgotten, and a registry forgets nothing. */
    @Test
    void noRowIsKeptByItsId() throws IOException {
        registry().register(models().trained(), ANA, MONDAY);

        try (var files = Files.walk(folder.resolve("models"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("lead-1"));
        }
    }

    @Test
    void aModelIsRegisteredOnce() throws IOException {
        var name = registered(2);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registered(2))
                .withMessage(
                        "%s is registered already, by ana at 2026-11-02T09:00:00Z; ./caucus models show %s shows it"
                                .formatted(name, name));
    }

    @Test
    void thePromotedChallengerIsTheChampion() throws IOException {
        var name = registered(2);

        var promotion = registry().promote("challenger", BO, MONDAY, Optional.empty());

        assertThat(promotion.gate()).extracting(Condition::outcome).containsOnly(Outcome.PASSED);
        assertThat(standing().champion()).contains(name);
        assertThat(standing().challenger()).isEmpty();
        assertThat(registry().read().get(name).card())
                .content()
                .contains("**champion**")
                .contains("bo promoted");
    }

    @ParameterizedTest(name = "as ''{0}''")
    @ValueSource(strings = {"ana", "Ana", " ana "})
    void whoRegisteredItCannotApproveOfIt(String name) throws IOException {
        var version = registered(2);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().promote(version, new UserName(name), MONDAY, BECAUSE))
                .withMessage("ana registered %s and cannot be the one to approve of it; somebody else must promote it"
                        .formatted(version));
        assertThat(standing().champion()).isEmpty();
    }

    @Test
    void twoRollbacksGoBackTwiceAndAThirdHasNowhereToGo() throws IOException {
        var first = registered(2);
        promote(first);
        var second = registered(3);
        promote(second);

        registry().rollback(Optional.empty(), ANA, MONDAY, "scores of partners collapsed");
        assertThat(standing().champion()).contains(first);
        assertThat(registry().read().get(first).card()).content().contains("**champion**");
        assertThat(registry().read().get(second).card()).content().contains("**does not serve**");

        registry().rollback(Optional.empty(), ANA, MONDAY, "that one too");
        assertThat(standing().champion()).isEmpty();
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().rollback(Optional.empty(), ANA, MONDAY, "again"))
                .withMessageStartingWith("there is no champion of 'a lead buys within 30 days (30 days)'");
        assertThat(registry().read().entries()).hasSize(6);
    }

    @Test
    void whatIsPromotedAfterARollbackFallsBackToWhatServedThen() throws IOException {
        var first = registered(2);
        promote(first);
        promote(registered(3));
        registry().rollback(Optional.empty(), ANA, MONDAY, "worse");
        promote(registered(4));

        registry().rollback(Optional.empty(), ANA, MONDAY, "worse, too");

        assertThat(standing().champion()).contains(first);
    }

    @Test
    void eachTargetHasItsOwnChampion() throws IOException {
        var other = models().plant(folder, 5, rows -> rows, report -> report.put("target", "an account churns"));
        registry().register(other, ANA, MONDAY);
        promote(registered(2));

        var snapshot = registry().read();

        assertThat(snapshot.standing(Optional.of("churns")).champion()).isEmpty();
        assertThat(snapshot.standing(Optional.of("buys")).champion()).isPresent();
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> snapshot.resolve("champion"))
                .withMessage(
                        "there are 2 targets; the targets are: a lead buys within 30 days (30 days); an account churns"
                                + " (30 days). Name one with --target, or a version by its digits");
    }

    @Test
    void aVersionIsFoundByItsFirstDigits() throws IOException {
        var name = registered(2);
        var snapshot = registry().read();

        assertThat(snapshot.resolve(name)).isEqualTo(name);
        assertThat(snapshot.resolve(name.substring("model-".length(), 12))).isEqualTo(name);
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> snapshot.resolve("../" + name))
                .withMessage(
                        "there is no version '../%s'; say champion, challenger, or one of %s".formatted(name, name));
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> snapshot.resolve(""));
    }

    @Test
    void aNameOrAReasonThatSaysNothingIsRefused() throws IOException {
        registered(2);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> new UserName(" \t"))
                .withMessageStartingWith("the name '' names nobody");
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().promote("challenger", BO, MONDAY, Optional.of(" ")))
                .withMessage("--despite has 0 characters, must have 1 to 2000; say in a sentence why");
    }

    @Test
    void whatTrainingDidNotWriteTogetherIsNotTakenIn() throws IOException {
        var model = models().plant(folder, 2);
        var other = models().plant(folder, 3);
        var mixed = Files.createDirectories(folder.resolve("mixed").resolve(ModelFolder.name(model)));
        Files.copy(model.resolve(ModelFolder.FILE), mixed.resolve(ModelFolder.FILE));
        var report = Files.copy(other.resolveSibling(ModelFolder.REPORT), mixed.resolveSibling(ModelFolder.REPORT));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().register(mixed, ANA, MONDAY))
                .withMessage("%s is not about %s but about %s; it was written by another training: train again"
                        .formatted(report, ModelFolder.name(model), ModelFolder.name(other)));
        assertThat(log()).doesNotExist();
    }

    @Test
    void predictionsOfAnotherModelAreNotTakenIn() throws IOException {
        var model = models().plant(folder, 2);
        var other = models().plant(folder, 3, PlantedModels.blurred(1, 1), report -> {});
        Files.write(
                model.resolveSibling(ModelFolder.PREDICTIONS),
                Files.readAllBytes(other.resolveSibling(ModelFolder.PREDICTIONS)));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().register(model, ANA, MONDAY))
                .withMessageContaining("is not of the model that the report beside it judges");
    }

    @Test
    void aForeignFolderIsNotTakenIn() throws IOException {
        var model = models().plant(folder, 2);
        Files.writeString(model.resolve("classes.pickle"), "\u0080");

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> registry().register(folder, ANA, MONDAY))
                .withMessageStartingWith("there is no model ");
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().register(model, ANA, MONDAY))
                .withMessage("%s holds [classes.pickle], which does not belong there (model.json do); take it out"
                        .formatted(model));
    }

    @Test
    void aFolderThatNoLineRegistersIsToldOfAndTakesNoPart() throws IOException {
        registered(2);
        Files.createDirectories(folder.resolve("models/model-0000000000000000"));

        var snapshot = registry().read();

        assertThat(snapshot.versions()).hasSize(1);
        assertThat(snapshot.remarks())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("models/model-0000000000000000") + " is not in the changelog");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"model.json", "report.json", "judged.json"})
    void aChangedFileIsRefusedAndServesNobody(String file) throws IOException {
        var first = registered(2);
        promote(first);
        promote(registered(3));
        var changed = folder.resolve("models").resolve(first).resolve(file);
        Files.writeString(changed, Files.readString(changed).replace('3', '4'));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read().get(first))
                .withMessageStartingWith(changed + " is damaged or was changed: its SHA-256 is ");
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().rollback(Optional.empty(), ANA, MONDAY, "back"));
        assertThat(registry().read().entries()).hasSize(4);
    }

    @Test
    void aDamagedChampionDoesNotKeepABetterOneOut() throws IOException {
        var first = registered(2);
        promote(first);
        Files.writeString(folder.resolve("models").resolve(first).resolve(ModelFolder.FILE), "{}");
        var second = registered(3);

        var held = registry().promote(second, BO, MONDAY, Optional.empty());
        assertThat(held.entry()).isEmpty();
        assertThat(held.gate()).extracting(Condition::outcome).contains(Outcome.UNJUDGED);
        promote(second);

        assertThat(standing().champion()).contains(second);
    }

    @Test
    void aLinkOutOfTheRegistryIsRefused() throws IOException {
        var name = registered(2);
        var model = folder.resolve("models").resolve(name).resolve(ModelFolder.FILE);
        var outside = Files.move(model, folder.resolve("outside.json"));
        Files.createSymbolicLink(model, outside);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read().get(name))
                .withMessageStartingWith(model + " is a link or no file");
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        var name = registered(2);
        var version = folder.resolve("models").resolve(name);
        var outside = Files.move(version, folder.resolve("outside"));
        Files.createSymbolicLink(version, outside);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read().get(name))
                .withMessageStartingWith(version + " is no folder");
    }

    @Test
    void aChangelogThatIsALinkIsRefused() throws IOException {
        registered(2);
        var outside = Files.move(log(), folder.resolve("outside.jsonl"));
        Files.createSymbolicLink(log(), outside);

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read())
                .withMessageStartingWith(log() + " is a link or no file");
    }

    @Test
    void aCardIsWrittenAnewWhereItIsNotWhatTheChangelogSays() throws IOException {
        var name = registered(2);
        var version = registry().read().get(name);
        var card = Files.readString(version.card());
        Files.writeString(version.card(), "the best model there is");

        registry().refreshCard(registry().read(), version);

        assertThat(version.card()).hasContent(card);
    }

    /** Promotes and is killed while it does; what it said was written is there, and the next one goes on. */
    @ParameterizedTest(name = "after {0} lines")
    @ValueSource(ints = {3, 4, 6})
    void aKilledProcessLosesNothingThatItSaidWasWritten(int lines) throws Exception {
        var a = registered(2);
        var b = registered(3);
        var process = RegistryProcess.start(folder.resolve("models"), "toggle", a, b);
        int said = 0;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            while (said < 2 + lines) {
                var line = out.readLine();
                assertThat(line).isNotNull();
                said = Integer.parseInt(line);
            }
            process.destroyForcibly().waitFor();
        } finally {
            process.destroyForcibly();
        }

        var entries = registry().read().entries();

        assertThat(entries).hasSizeGreaterThanOrEqualTo(said);
        registry().rollback(Optional.empty(), ANA, MONDAY, "it was killed");
        assertThat(registry().read().remarks()).isEmpty();
    }

    @Test
    void twoProcessesAtOnceEachGetTheirLines() throws Exception {
        var models = new ArrayList<String>();
        for (int seed = 2; seed < 8; seed++) {
            models.add(models().plant(folder, seed).toString());
        }
        var one = RegistryProcess.start(
                folder.resolve("models"), "register", models.get(0), models.get(1), models.get(2));
        var other = RegistryProcess.start(
                folder.resolve("models"), "register", models.get(3), models.get(4), models.get(5));
        one.getInputStream().readAllBytes();
        other.getInputStream().readAllBytes();

        assertThat(List.of(one.waitFor(), other.waitFor())).containsOnly(0);
        assertThat(registry().read().versions())
                .containsExactlyInAnyOrderElementsOf(models.stream()
                        .map(model -> ModelFolder.name(Path.of(model)))
                        .toList());
    }

    @Test
    void threadsOfOneProcessQueueUp() throws Exception {
        var models = new ArrayList<Path>();
        for (int seed = 2; seed < 8; seed++) {
            models.add(models().plant(folder, seed));
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            var all = models.stream()
                    .map(model -> CompletableFuture.runAsync(() -> registry().register(model, ANA, MONDAY), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get();
        }

        assertThat(registry().read().entries()).extracting(LogEntry::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** The lock of another process is that of a channel here, which the queue of threads does not know. */
    @Test
    void whoeverHasItForTooLongIsNotWaitedForForever() throws IOException {
        registered(2);
        var impatient = new ModelRegistry(folder.resolve("models"), Duration.ofMillis(100));
        try (var channel = FileChannel.open(log(), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatExceptionOfType(RegistryBusy.class)
                    .isThrownBy(() -> impatient.promote("challenger", BO, MONDAY, BECAUSE))
                    .withMessage(
                            "Another process has had the registry %s for more than 100 ms. Nothing was done; wait for it, and try again."
                                    .formatted(folder.resolve("models")));
        }
        assertThat(registry().read().entries()).hasSize(1);
    }

    /** At any byte at which a process may die, what was written before is there, and what follows tells of the rest. */
    @Test
    void aLineCutShortAnywhereIsToldOfAndNeverLost() throws IOException {
        var name = registered(2);
        int sound = (int) Files.size(log());
        promote(name);
        byte[] whole = Files.readAllBytes(log());
        for (int length = sound + 1; length < whole.length; length += 37) {
            Files.write(log(), Arrays.copyOf(whole, length));

            var cut = registry().read();
            assertThat(cut.entries()).hasSize(1);
            assertThat(cut.remarks())
                    .singleElement()
                    .asString()
                    .contains("was cut short while it was written (%d bytes)".formatted(length - sound));

            promote(name);
            var entries = registry().read().entries();
            assertThat(entries).hasSize(3);
            assertThat(entries.get(1).change())
                    .isEqualTo(new Change.CutShort(
                            length - sound, Bytes.sha256(Arrays.copyOfRange(whole, sound, length))));
            assertThat(Arrays.copyOf(Files.readAllBytes(log()), length)).isEqualTo(Arrays.copyOf(whole, length));
            assertThat(registry().read().remarks()).isEmpty();
        }
    }

    /** Killed while telling of a line that was cut short. */
    @Test
    void aLineCutShortTwiceIsToldOfOnce() throws IOException {
        var name = registered(2);
        int sound = (int) Files.size(log());
        promote(name);
        var cut = Arrays.copyOf(Files.readAllBytes(log()), sound + 50);
        for (String more : List.of("\n", "\n{\"number\":2,\"prev")) {
            Files.write(log(), cut);
            Files.writeString(log(), more, StandardOpenOption.APPEND);
            assertThat(registry().read().entries()).hasSize(1);

            promote(name);

            assertThat(registry().read().entries()).hasSize(3);
            assertThat(registry().read().remarks()).isEmpty();
        }
    }

    @Test
    void aLineThatLacksOnlyItsEndCounts() throws IOException {
        var name = registered(2);
        promote(name);
        byte[] whole = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(whole, whole.length - 1));

        assertThat(standing().champion()).contains(name);
        registry().rollback(Optional.empty(), ANA, MONDAY, "back");

        assertThat(registry().read().entries()).hasSize(3);
    }

    @Test
    void aChangedLineIsNamed() throws IOException {
        var first = registered(2);
        promote(first);
        promote(registered(3));
        var lines = Files.readAllLines(log());

        refused(changed(lines, 1, lines.get(1).replace("\"bo\"", "\"cy\"")), 2);
        refused(changed(lines, 3, lines.get(3).replace("PASSED", "FAILED")), 4);
        refused(changed(lines, 1, lines.get(1).substring(0, 100)), 2);
    }

    @Test
    void aLineTakenOutPutInOrMovedIsNamed() throws IOException {
        promote(registered(2));
        promote(registered(3));
        var lines = Files.readAllLines(log());
        var without = new ArrayList<>(lines);
        without.remove(1);
        var twice = new ArrayList<>(lines);
        twice.add(2, lines.get(1));
        var moved = new ArrayList<>(List.of(lines.get(1), lines.get(0), lines.get(2), lines.get(3)));

        refused(without, 2);
        refused(twice, 3);
        refused(moved, 1);
    }

    private static List<String> changed(List<String> lines, int place, String line) {
        var changed = new ArrayList<>(lines);
        assertThat(changed.set(place, line)).isNotEqualTo(line);
        return changed;
    }

    private void refused(List<String> lines, int line) throws IOException {
        Files.write(log(), lines);
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read())
                .withMessage(
                        "line %d of %s is not the one that was written there, or one before it was taken out: its hash does not fit. Restore the file from a backup"
                                .formatted(line, log()));
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().rollback(Optional.empty(), ANA, MONDAY, "back"));
    }

    /** Seals that fit do not make sense of nonsense. */
    @Test
    void aLineThatSaysWhatCannotBeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        var target = new Target("a lead buys", 30);
        Files.write(
                log(),
                LogLine.write(
                        1,
                        LogLine.BEFORE_ALL,
                        MONDAY,
                        ANA,
                        new Change.RolledBack(target, "model-1", Optional.empty(), "x")));

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry().read())
                .withMessageStartingWith("line 1 of the changelog says what cannot be after the lines before it");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("models"), "a file in the way");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> registry().register(models().trained(), ANA, MONDAY))
                .withMessageStartingWith("registry '%s' cannot be made".formatted(folder.resolve("models")));
    }
}
