package io.caucus.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.SchemaFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetSchemaTest {

    private static final Instant UNTIL = Instant.parse("2026-11-02T09:00:00Z");

    static List<Target> targets() {
        return Targets.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theTrainerReadsWhatIsWritten(Target target, @TempDir Path folder) {
        var features = FeatureCatalogue.standard().definitions();
        var file = folder.resolve("accounts.yaml");

        TargetSchema.write(file, target, features, UNTIL);
        var schema = SchemaFile.read(file);

        assertThat(schema.target()).isEqualTo(target.sentence());
        assertThat(schema.horizon()).isEqualTo(target.horizon());
        assertThat(schema.observedUntil()).contains(UNTIL);
        var columns = schema.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
        assertThat(columns).hasSize(features.size() + 4 + target.columns().size());
        assertThat(Objects.requireNonNull(columns.get("committee.stage")).type())
                .isEqualTo(Column.Type.CATEGORY);
        assertThat(Objects.requireNonNull(columns.get("committee.breadth_30d")).owner())
                .isEqualTo(Column.Owner.BUYER);
        assertThat(Objects.requireNonNull(columns.get("committee.stage")).owner())
                .as("rests on what both sides do")
                .isEqualTo(Column.Owner.SELLER);
        assertThat(features)
                .allSatisfy(feature -> assertThat(Objects.requireNonNull(columns.get(feature.id()))
                                        .role()
                                == Column.Role.INPUT)
                        .isEqualTo(FeatureDefinition.mayBeInput(feature.id())));
    }
}
