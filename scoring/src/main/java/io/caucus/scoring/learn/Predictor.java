package io.caucus.scoring.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Applies a model that was kept to rows whose outcome is open. Outcomes are never read, even where the table has them. */
public final class Predictor {

    private final Path folder;
    private final TrainedModel model;
    private final Path schemaFile;
    private final TableSchema schema;

    private Predictor(Path folder, Path schemaFile) {
        this.folder = folder;
        this.model = ModelFolder.read(folder);
        this.schemaFile = schemaFile;
        this.schema = SchemaFile.read(schemaFile);
    }

    /**
     * @param folder of the model
     * @throws LearningRefused if one of the three cannot be used, or they do not fit each other: the schema asks about another
     *     horizon, or lacks a column of the model or gives it another type; the table lacks it, or has a cell that is not of its type
     */
    public static Predictions predict(Path folder, Path table, Path schema) {
        return predict(open(folder, schema), table);
    }

    /** A model with its columns placed as the schema has them. */
    record Opened(TrainedModel model, TableSchema schema) {}

    /** @throws LearningRefused if one of the two cannot be used, or they do not fit each other */
    static Opened open(Path folder, Path schemaFile) {
        var predictor = new Predictor(folder, schemaFile);
        predictor.check();
        return new Opened(predictor.model.placedIn(predictor.schema), predictor.schema);
    }

    private static Predictions predict(Opened opened, Path table) {
        var scorer = opened.model().scorer();
        var columns = scorer.encoding().columns().stream()
                .map(Encoding.Encoded::column)
                .collect(Collectors.toSet());
        var questions = TableReader.readQuestions(table, opened.schema(), columns);
        return new Predictions(
                opened.model(), questions.rows().stream().map(scorer::predict).toList(), questions.undated());
    }

    private List<Encoding.Encoded> columns() {
        return model.scorer().encoding().columns();
    }

    private void check() {
        if (!schema.horizon().equals(model.horizon())) {
            throw refused("asks about %d days, the model %s answers about %d"
                    .formatted(
                            schema.horizon().toDays(), folder, model.horizon().toDays()));
        }
        columns().forEach(this::check);
    }

    private void check(Encoding.Encoded column) {
        var name = column.column();
        var said = schema.columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("has no column '%s', which the model %s reads".formatted(name, folder)));
        if (!said.isInput()) {
            throw refused("does not let column '%s' be an input, which the model %s reads".formatted(name, folder));
        }
        if (said.type() != column.type()) {
            throw refused("gives column '%s' the type %s, the model %s learned from it as %s"
                    .formatted(name, word(said.type()), folder, word(column.type())));
        }
    }

    private static String word(Column.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private LearningRefused refused(String problem) {
        return new LearningRefused(
                "schema %s %s; use the schema that it was trained with, or train again".formatted(schemaFile, problem));
    }
}
