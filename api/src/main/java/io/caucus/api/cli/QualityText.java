package io.caucus.api.cli;

import io.caucus.cypher.QualityStatement;
import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the data can be trusted, in words for people and as a document for scripts. */
final class QualityText {

    private static final String ROW = "%-58s %10s %10s %8s";
    private static final int EXAMPLES_SHOWN = 3;

    private QualityText() {}

    static List<String> lines(QualityReport report, boolean examples) {
        var lines = new ArrayList<String>();
        lines.add("Data quality as of %s, %s."
                .formatted(
                        report.question().asOf(),
                        report.question()
                                .source()
                                .map("source %s only"::formatted)
                                .orElse("all sources")));
        if (!report.hasRecords()) {
            lines.add("There are no records as of then. Import some, or ask as of another instant or source.");
        }
        lines.add("");
        lines.add(ROW.formatted("flaw", "records", "of", "share"));
        report.measurements().stream()
                .filter(measurement -> !measurement.measure().isAboutMissingFields())
                .forEach(measurement -> add(measurement, report, examples, lines));
        lines.add("");
        lines.add("Not captured. It says where we are blind, and nothing about the account or the person.");
        report.measurements().stream()
                .filter(measurement -> measurement.measure().isAboutMissingFields())
                .forEach(measurement -> add(measurement, report, examples, lines));
        report.imports().forEach(judged -> lines.addAll(expected(judged)));
        lines.add("");
        lines.add("What each number counts: docs/data-quality.md.%s"
                .formatted(examples ? "" : " The records behind them: --examples, or --json for more."));
        return lines;
    }

    private static void add(Measurement measurement, QualityReport report, boolean examples, List<String> lines) {
        lines.add(ROW.formatted(
                name(measurement),
                "%,d".formatted(measurement.part()),
                "%,d".formatted(measurement.whole()),
                share(measurement)));
        if (examples) {
            measurement.examples().stream()
                    .limit(EXAMPLES_SHOWN)
                    .map(record -> "      %s%s".formatted(record.key(), places(report.sourcesOf(record))))
                    .forEach(lines::add);
        }
    }

    private static String name(Measurement measurement) {
        var subject = measurement.subject();
        if (measurement.measure().isAboutMissingFields()) {
            return "%s: %s"
                    .formatted(
                            measurement.measure().counted().inCypher(),
                            subject.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return subject.isEmpty() ? measurement.measure().title() : "  by " + subject;
    }

    /** Nearly all is not all, and a few are not none. */
    private static String share(Measurement measurement) {
        if (measurement.part() == 0 || measurement.part() == measurement.whole()) {
            return measurement.whole() == 0 ? "-" : measurement.part() == 0 ? "0 %" : "100 %";
        }
        return "%.1f %%".formatted(100.0 * measurement.part() / measurement.whole());
    }

    private static String places(List<Provenance> sources) {
        return sources.isEmpty()
                ? ""
                : sources.stream()
                        .map(source -> "%s:%d".formatted(source.file(), source.line()))
                        .distinct()
                        .limit(EXAMPLES_SHOWN)
                        .collect(Collectors.joining(", ", "  ", ""));
    }

    private static List<String> expected(LastJudged judged) {
        var lines = new ArrayList<String>();
        var expectations = judged.expectations();
        long unjudged = expectations.stream().filter(one -> one.judged() == 0).count();
        lines.add("");
        lines.add("Expected of the import %s: %,d met, %,d not, %,d could not be judged."
                .formatted(
                        judged.batchId(),
                        expectations.stream().filter(JudgedExpectation::met).count() - unjudged,
                        expectations.stream().filter(one -> !one.met()).count(),
                        unjudged));
        expectations.stream()
                .filter(one -> !one.met())
                .map(one -> "  %s: %s %s; %s, first in line %s"
                        .formatted(
                                one.file(),
                                one.column(),
                                one.rule(),
                                ImportReportText.howOften(one.failed(), one.judged()),
                                one.lines().stream().map(String::valueOf).collect(Collectors.joining(", "))))
                .forEach(lines::add);
        return lines;
    }

    static Map<String, Object> document(QualityReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asOf", report.question().asOf().toString());
        report.question().source().ifPresent(source -> document.put("source", source));
        document.put(
                "measures",
                report.measurements().stream()
                        .map(measurement -> document(measurement, report))
                        .toList());
        document.put(
                "statements",
                Stream.of(QualityMeasure.values())
                        .map(measure -> statement(measure, report))
                        .toList());
        document.put(
                "imports", report.imports().stream().map(QualityText::document).toList());
        return document;
    }

    private static Map<String, Object> document(Measurement measurement, QualityReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measure", measurement.measure().name());
        document.put("title", measurement.measure().title());
        if (!measurement.subject().isEmpty()) {
            document.put("subject", measurement.subject());
        }
        document.put("part", measurement.part());
        document.put("whole", measurement.whole());
        measurement.share().ifPresent(share -> document.put("share", share));
        document.put(
                "examples",
                measurement.examples().stream()
                        .map(record -> document(record, report))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(EntityRef record, QualityReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", record.label().inCypher());
        document.put("key", record.key());
        document.put(
                "source",
                report.sourcesOf(record).stream()
                        .map(source -> Map.of("file", source.file(), "line", source.line(), "batch", source.batch()))
                        .toList());
        return document;
    }

    private static Map<String, Object> statement(QualityMeasure measure, QualityReport report) {
        var asked = QualityStatement.of(measure, report.question(), QualityRules.DEFAULT);
        var parameters = new LinkedHashMap<String, Object>(asked.parameters());
        parameters.replaceAll((name, value) -> value instanceof Number ? value : value.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measure", measure.name());
        document.put("meaning", measure.meaning());
        document.put("cypher", asked.statement().text());
        document.put("parameters", parameters);
        return document;
    }

    private static Map<String, Object> document(LastJudged judged) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", judged.source());
        document.put("batch", judged.batchId());
        document.put("finishedAt", judged.finishedAt().toString());
        document.put(
                "expectations",
                judged.expectations().stream().map(QualityText::document).toList());
        return document;
    }

    private static Map<String, Object> document(JudgedExpectation judged) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", judged.file());
        document.put("record", judged.record());
        document.put("column", judged.column());
        document.put("rule", judged.rule());
        document.put("judged", judged.judged());
        document.put("failed", judged.failed());
        document.put("met", judged.met());
        document.put("lines", judged.lines());
        return document;
    }
}
