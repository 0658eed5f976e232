package io.caucus.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import io.caucus.api.graphql.Views.CypherStatement;
import io.caucus.api.graphql.Views.SourceRecordView;
import io.caucus.cypher.QualityStatement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.quality.DataQuality;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What stands behind the fields about data quality. Only measures that were asked for are counted, one after the
 * other: each keeps the database busy. */
final class QualityFetchers {

    private static final QualityRules RULES = QualityRules.DEFAULT;
    private static final int MOST_SOURCES = 50;

    private final DataQuality quality;
    private final ImportMemory imports;

    QualityFetchers(DataQuality quality, ImportMemory imports) {
        this.quality = quality;
        this.imports = imports;
    }

    record QualityView(QualityQuestion question, Instant asOf, Optional<String> source) {}

    record MeasurementView(
            QualityMeasure measure,
            String title,
            String meaning,
            Optional<String> subject,
            long part,
            long whole,
            Optional<Double> share,
            List<ExampleView> examples,
            CypherStatement cypher) {}

    record ExampleView(EntityRef record, String kind, String key) {}

    record JudgedImportView(String source, String batch, Instant finishedAt, List<JudgedExpectation> expectations) {}

    static QualityView question(DataFetchingEnvironment env) {
        var asOf = Fetchers.asOf(env);
        Optional<String> source = Optional.ofNullable(env.getArgument("source"));
        try {
            return new QualityView(new QualityQuestion(asOf, source), asOf.instant(), source);
        } catch (IllegalArgumentException e) {
            throw RequestFailed.badInput(e.getMessage() + ".");
        }
    }

    TypeRuntimeWiring.Builder dataQuality() {
        return TypeRuntimeWiring.newTypeWiring("DataQuality")
                .dataFetcher("measures", this::measures)
                .dataFetcher("imports", this::imports);
    }

    TypeRuntimeWiring.Builder example() {
        return TypeRuntimeWiring.newTypeWiring("QualityExample").dataFetcher("source", QualityFetchers::sources);
    }

    private CompletableFuture<List<MeasurementView>> measures(DataFetchingEnvironment env) {
        var question = Fetchers.source(env, QualityView.class).question();
        var asked = asked(env);
        return Fetchers.reading(env)
                .once(() -> asked.stream()
                        .flatMap(measure -> measured(measure, question).stream())
                        .toList());
    }

    private static List<QualityMeasure> asked(DataFetchingEnvironment env) {
        @Nullable List<String> only = env.getArgument("only");
        return only == null
                ? List.of(QualityMeasure.values())
                : only.stream().map(QualityMeasure::valueOf).distinct().sorted().toList();
    }

    private List<MeasurementView> measured(QualityMeasure measure, QualityQuestion question) {
        var asked = QualityStatement.of(measure, question, RULES);
        var cypher = new CypherStatement(asked.statement().text(), asked.parameters());
        return quality.measure(measure, question, RULES).stream()
                .map(measurement -> view(measurement, cypher))
                .toList();
    }

    private static MeasurementView view(Measurement measurement, CypherStatement cypher) {
        return new MeasurementView(
                measurement.measure(),
                measurement.measure().title(),
                measurement.measure().meaning(),
                Optional.of(measurement.subject()).filter(subject -> !subject.isEmpty()),
                measurement.part(),
                measurement.whole(),
                measurement.share().stream().boxed().findFirst(),
                measurement.examples().stream()
                        .map(record -> new ExampleView(record, record.label().inCypher(), record.key()))
                        .toList(),
                cypher);
    }

    private static CompletableFuture<List<SourceRecordView>> sources(DataFetchingEnvironment env) {
        var example = Fetchers.source(env, ExampleView.class);
        return Fetchers.reading(env)
                .provenance(List.of(example.record()))
                .thenApply(records ->
                        records.stream().map(Shapes::source).limit(MOST_SOURCES).toList());
    }

    private CompletableFuture<List<JudgedImportView>> imports(DataFetchingEnvironment env) {
        var source = Fetchers.source(env, QualityView.class).source();
        return Fetchers.reading(env)
                .once(() -> imports.lastJudged(source).stream()
                        .map(QualityFetchers::view)
                        .toList());
    }

    private static JudgedImportView view(LastJudged judged) {
        return new JudgedImportView(judged.source(), judged.batchId(), judged.finishedAt(), judged.expectations());
    }
}
