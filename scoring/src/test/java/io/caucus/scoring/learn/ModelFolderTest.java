package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.Tier;
import io.caucus.scoring.calibration.Sigmoid;
import io.caucus.scoring.train.DrawnRows;
import io.caucus.scoring.train.TreeTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class ModelFolderTest {

    @TempDir
    private Path folder;

    private Learning learn() throws IOException {
        var table = TableReader.read(
                DrawnTable.write(folder, 2000, 1, 1),
                SchemaFile.parse("leads.yaml", DrawnTable.SCHEMA),
                DrawnTable.NOW);
        return Learner.learn(table, false, 1);
    }

    @Test
    void aModelReadBackScoresTheSameBits() throws IOException {
        var learning = learn();
        var model = ModelFolder.write(folder.resolve("out"), learning, "1.0", 1).orElseThrow();

        var read = ModelFolder.read(model);

        for (LearningTable.Row row : learning.table().rows()) {
            assertThat(read.scorer().score(row))
                    .isEqualTo(learning.fit().orElseThrow().scorer().score(row));
        }
        assertThat(folder.resolve("out/report.json")).content().contains("\"verdict\" : \"SIGNAL\"");
        assertThat(Files.readAllLines(folder.resolve("out/predictions.csv")).getFirst())
                .isEqualTo("id,time,label,split,probability,p0,p1,low,high");
    }

    @Test
    void treesReadBackScoreTheSameBits() throws IOException {
        var rows = DrawnRows.of(1000, 1);
        var columns = IntStream.range(0, DrawnRows.INPUTS)
                .mapToObj(i -> new Encoding.Encoded(
                        "x" + i, i, Column.Type.NUMBER, 0, List.of(), List.of(), new Encoding.Usual(0.2, 0.1 * i, 1)))
                .toList();
        var scorer = new LearnedScorer(
                new Encoding(columns),
                new TreeTrainer(30, 4, 0.1, 1).train(rows),
                new Sigmoid(0.1, 0.9, 0.01, 0.01, 0));
        var trained = new TrainedModel(
                "it sells",
                Duration.ofDays(30),
                Tier.POOLED,
                scorer,
                new TrainedModel.Origin(
                        Instant.parse("2026-01-01T00:00:00.5Z"),
                        Duration.ofHours(7),
                        0.1,
                        new Reference(
                                9,
                                8,
                                List.of(
                                        new Reference.Binned(
                                                "x0", 0, List.of(0.1, 2.5), List.of(), List.of(4, 3, 2, 0)),
                                        new Reference.Binned("x1", 1, List.of(), List.of("a"), List.of(4, 3, 2))))));
        var json = new ObjectMapper();

        var read = ModelDocument.read("m", json.readTree(json.writeValueAsBytes(ModelDocument.of(trained, Map.of()))));

        for (double[] row : rows.values()) {
            assertThat(read.scorer().model().margin(row))
                    .isEqualTo(scorer.model().margin(row));
        }
        assertThat(read.scorer().encoding()).isEqualTo(scorer.encoding());
        assertThat(read.origin()).isEqualTo(trained.origin());
        assertThat(read.tier()).isEqualTo(Tier.POOLED);
        assertThat(read.horizon()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void theSameModelHasTheSameFolder() throws IOException {
        var learning = learn();

        assertThat(ModelFolder.write(folder.resolve("b"), learn(), "1.0", 1)
                        .orElseThrow()
                        .getFileName())
                .isEqualTo(ModelFolder.write(folder.resolve("a"), learning, "1.0", 1)
                        .orElseThrow()
                        .getFileName());
    }

    @Test
    void aModelThatWasCutShortIsRefused() throws IOException {
        var model = ModelFolder.write(folder.resolve("out"), learn(), "1.0", 1).orElseThrow();
        var file = model.resolve("model.json");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> ModelFolder.read(model))
                .withMessageStartingWith(file + " is damaged or was changed: its hash is ");
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        var json = new ObjectMapper();

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> ModelDocument.read("m.json", json.readTree("{\"learner\": {}}")))
                .withMessage("m.json is not a model of format caucus-model 4; it says '' ");
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> ModelDocument.read(
                        "m.json", json.readTree("{\"format\": \"caucus-model\", \"formatVersion\": 4}")))
                .withMessageStartingWith("m.json does not hold a whole model: ");
    }

    @ParameterizedTest(name = "format {0}")
    @CsvSource(delimiter = '|', textBlock = """
        1 | m.json is of format caucus-model 1, which does not tell how far luck could have moved its calibration; format 4 does: train again
        3 | m.json is of format caucus-model 3, which does not tell how far luck could have moved its calibration; format 4 does: train again
        5 | m.json is of format caucus-model 5, this Caucus reads 4; use the Caucus that wrote it
        """)
    void aModelOfAnotherFormatIsRefused(int version, String message) throws IOException {
        var document =
                new ObjectMapper().readTree("{\"format\": \"caucus-model\", \"formatVersion\": %d}".formatted(version));

        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> ModelDocument.read("m.json", document))
                .withMessage(message);
    }

    @Test
    void aFolderWithoutAModelIsNamed() {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> ModelFolder.read(folder))
                .withMessage("there is no model %s; name the folder model-HASH that training wrote"
                        .formatted(folder.resolve("model.json")));
    }

    @Test
    void withoutASignalThereIsAReportAndNoModel() throws IOException {
        var shuffled = DrawnTable.shuffled(DrawnTable.write(folder, 2000, 1, 3), 3);
        var learning = Learner.learn(
                TableReader.read(shuffled, SchemaFile.parse("leads.yaml", DrawnTable.SCHEMA), DrawnTable.NOW),
                false,
                1);

        assertThat(ModelFolder.write(folder.resolve("out"), learning, "1.0", 1)).isEmpty();
        assertThat(folder.resolve("out/report.json")).content().contains("NO_SIGNAL");
        assertThat(folder.resolve("out/predictions.csv")).doesNotExist();
    }
}
