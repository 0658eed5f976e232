package io.caucus.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.SchemaFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetSchemaTest {

    private static final Instant UNTIL = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void theTrainerReadsWhatIsWritten(@TempDir Path folder) {
        var features = FeatureCatalogue.standard().definitions();
        var file = folder.resolve("accounts.yaml");

        TargetSchema.write(file, AccountTarget.CONVERTS, features, UNTIL);
        var schema = SchemaFile.read(file);

        assertThat(schema.target()).isEqualTo(AccountTarget.CONVERTS.sentence());
        assertThat(schema.horizon()).isEqualTo(Duration.ofDays(90));
        assertThat(schema.observedUntil()).contains(UNTIL);
        var columns = schema.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
        assertThat(columns).hasSize(features.size() + 4);
        assertThat(Objects.requireNonNull(columns.get("committee.stage")).type())
                .isEqualTo(Column.Type.CATEGORY);
        assertThat(Objects.requireNonNull(columns.get("committee.breadth_30d")).owner())
                .isEqualTo(Column.Owner.BUYER);
        assertThat(features)
                .allSatisfy(feature -> assertThat(Objects.requireNonNull(columns.get(feature.id()))
                                        .role()
                                == Column.Role.INPUT)
                        .isEqualTo(FeatureDefinition.mayBeInput(feature.id())));
    }
}
