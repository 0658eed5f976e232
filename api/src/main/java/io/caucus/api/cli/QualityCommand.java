package io.caucus.api.cli;

import io.caucus.cypher.Neo4j;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "quality",
        description = {
            "Counts what is flawed or missing among the records, and says how the last imports held against what was expected of",
            "them. docs/data-quality.md says what each number counts; each has a Cypher statement that counts it again."
        })
final class QualityCommand implements Callable<Integer> {

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Count only the records of this source, such as hubspot. Default: all.")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--examples",
            description = "Name the first records of each flaw, with the files and lines they came from.")
    private boolean examples;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var question = question();
        try (var graph = OpenGraph.in(data.path())) {
            var report = report(graph.ports(), question);
            if (output.isJson()) {
                output.json(QualityText.document(report));
            } else {
                QualityText.lines(report, examples).forEach(output::line);
            }
        }
        return ExitCode.DONE;
    }

    private QualityQuestion question() {
        try {
            return new QualityQuestion(asOf.orElse(stoppedClock()), source);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage() + ".");
        }
    }

    /** A demo that runs answers as of its own clock, and so does this. */
    private Optional<Instant> stoppedClock() {
        return Serving.in(data.path()).flatMap(Serving::clock);
    }

    private QualityReport report(Neo4j graph, QualityQuestion question) {
        var measurements = Stream.of(QualityMeasure.values())
                .flatMap(measure -> graph.dataQuality().measure(measure, question, QualityRules.DEFAULT).stream())
                .toList();
        var judged = graph.importMemory().lastJudged(question.source());
        var provenance = examples || output.isJson()
                ? graph.accountIndex().provenance(records(measurements))
                : QualityReport.UNTRACED;
        return new QualityReport(question, measurements, judged, provenance);
    }

    private static List<EntityRef> records(List<Measurement> measurements) {
        return List.copyOf(measurements.stream()
                .flatMap(measurement -> measurement.examples().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
