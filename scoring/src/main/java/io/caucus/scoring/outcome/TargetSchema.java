package io.caucus.scoring.outcome;

import io.caucus.features.FeatureDefinition;
import io.caucus.scoring.table.FeatureTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes what the columns of a table of features with outcomes mean, for the trainer: see {@link io.caucus.scoring.learn}. */
public final class TargetSchema {

    private TargetSchema() {}

    /** @param until as of when outcomes were known: rows whose horizon is not over by then are not learned from */
    public static void write(Path file, Target target, List<FeatureDefinition> features, Instant until) {
        var yaml = new Dump(DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(200)
                .build());
        try {
            Files.writeString(file, yaml.dumpToString(schema(target, features, until)));
        } catch (IOException e) {
            throw new UncheckedIOException("schema '%s' cannot be written".formatted(file), e);
        }
    }

    private static Map<String, Object> schema(Target target, List<FeatureDefinition> features, Instant until) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("target", target.sentence());
        schema.put("horizon_days", target.horizon().toDays());
        schema.put("observed_until", until.toString());
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(FeatureTable.ACCOUNT, Map.of("role", target.accountRole()));
        columns.put(FeatureTable.AS_OF, Map.of("role", target.asOfRole()));
        columns.put(FeatureTable.VERSION, Map.of("role", "ignored"));
        columns.put(FeatureTable.OUTCOME, Map.of("role", "outcome_time"));
        target.columns().forEach(column -> columns.put(column.name(), meaning(column)));
        features.forEach(feature -> columns.put(feature.id(), meaning(feature)));
        schema.put("columns", columns);
        return schema;
    }

    private static Map<String, Object> meaning(TargetColumn column) {
        Map<String, Object> meaning = new LinkedHashMap<>();
        meaning.put("role", column.role());
        meaning.put("type", column.type());
        meaning.put("owner", column.owner());
        return meaning;
    }

    private static Map<String, Object> meaning(FeatureDefinition feature) {
        if (!FeatureDefinition.mayBeInput(feature.id())) {
            return Map.of("role", "ignored");
        }
        Map<String, Object> meaning = new LinkedHashMap<>();
        meaning.put("type", feature.unit() == FeatureDefinition.Unit.CATEGORY ? "category" : "number");
        meaning.put("owner", owner(feature));
        return meaning;
    }

    /** Who can change the value. What rests on both sides' actions is moved by what we do alone. */
    private static String owner(FeatureDefinition feature) {
        return switch (feature.actors()) {
            case BUYER -> "buyer";
            case SELLER, BOTH -> "seller";
            case NOBODY -> "system";
        };
    }
}
