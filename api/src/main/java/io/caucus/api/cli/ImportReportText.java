package io.caucus.api.cli;

import io.caucus.ingest.Drift;
import io.caucus.ingest.FileReport;
import io.caucus.ingest.Finding;
import io.caucus.ingest.HeldAgainst;
import io.caucus.ingest.ImportReport;
import io.caucus.ingest.RefusedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import did, in words for people and as a document for scripts. */
final class ImportReportText {

    private static final String ROW = "%-46s %10s %10s %10s %10s";

    private ImportReportText() {}

    /** How the columns changed since the last import; empty when they did not. */
    static List<String> drift(List<Drift> drift) {
        return drift.stream()
                .map(one -> "changed since the last import: " + one.text())
                .toList();
    }

    static List<String> lines(ImportReport report) {
        var lines = new ArrayList<>(table(report));
        lines.add("");
        lines.add(
                "%,d rows in %.1f s, %,.0f rows/s.".formatted(report.read(), report.seconds(), report.rowsPerSecond()));
        report.rejects().ifPresent(file -> lines.add("Rejected rows, and what to do: ./caucus rejects list " + file));
        report.newestFact().ifPresent(newest -> lines.add("Next: ./caucus score --as-of %s".formatted(newest)));
        return lines;
    }

    /** What became of the rows, and what is odd about them. */
    static List<String> table(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("file", "read", "accepted", "rejected", "duplicate"));
        report.files()
                .forEach(file ->
                        lines.add(row(name(file), file.read(), file.accepted(), file.rejected(), file.duplicate())));
        lines.add(row("in all", report.read(), report.accepted(), report.rejected(), report.duplicate()));
        report.refused().forEach(file -> lines.add("refused: " + file.reason()));
        report.missing().forEach(file -> lines.add("not there: " + file));
        lines.addAll(remarks(report));
        lines.addAll(expectations(report));
        return lines;
    }

    private static List<String> expectations(ImportReport report) {
        var lines = new ArrayList<String>();
        long judged = 0;
        long met = 0;
        for (FileReport file : report.files()) {
            for (HeldAgainst held : file.expectations()) {
                judged += held.judged() > 0 ? 1 : 0;
                met += held.judged() > 0 && held.met() ? 1 : 0;
                if (!held.met()) {
                    lines.add("%s: not as expected: %s".formatted(name(file), sentence(held)));
                }
            }
        }
        if (judged > 0) {
            lines.add("As expected: %,d of %,d expectations that could be judged.".formatted(met, judged));
        }
        return lines;
    }

    private static String sentence(HeldAgainst held) {
        return "%s %s; %s, first in line %s"
                .formatted(
                        held.column(),
                        held.rule(),
                        howOften(held.failed(), held.judged()),
                        held.examples().stream()
                                .map(example -> example.value().isEmpty()
                                        ? "%d".formatted(example.line())
                                        : "%d ('%s')".formatted(example.line(), example.value()))
                                .collect(Collectors.joining(", ")));
    }

    /** Of a file as a whole, as of its newest date, there is but one judgement. */
    static String howOften(long failed, long judged) {
        return judged == 1 ? "not so" : "not so in %,d of %,d".formatted(failed, judged);
    }

    private static List<String> remarks(ImportReport report) {
        var remarks = new ArrayList<String>();
        for (FileReport file : report.files()) {
            file.rejects()
                    .forEach((code, count) -> remarks.add("%s: %,d rejected, %s".formatted(name(file), count, code)));
            file.findings().forEach(finding -> remarks.add("%s: %s".formatted(name(file), finding.text())));
        }
        return remarks;
    }

    private static String name(FileReport file) {
        return "%s (%s)".formatted(file.file(), file.record());
    }

    private static String row(String name, long read, long accepted, long rejected, long duplicate) {
        return ROW.formatted(
                name,
                "%,d".formatted(read),
                "%,d".formatted(accepted),
                "%,d".formatted(rejected),
                "%,d".formatted(duplicate));
    }

    static Map<String, Object> document(ImportReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("profile", report.profile());
        document.put("batch", report.batchId());
        document.put("read", report.read());
        document.put("accepted", report.accepted());
        document.put("rejected", report.rejected());
        document.put("duplicate", report.duplicate());
        document.put("seconds", report.seconds());
        document.put(
                "files", report.files().stream().map(ImportReportText::document).toList());
        document.put(
                "refused",
                report.refused().stream().map(ImportReportText::document).toList());
        document.put("missing", report.missing());
        report.exportedAt().map(Instant::toString).ifPresent(at -> document.put("exportedAt", at));
        report.newestFact().map(Instant::toString).ifPresent(at -> document.put("newestFact", at));
        report.rejects().map(Path::toString).ifPresent(file -> document.put("rejects", file));
        return document;
    }

    private static Map<String, Object> document(FileReport file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.file());
        document.put("record", file.record());
        document.put("read", file.read());
        document.put("accepted", file.accepted());
        document.put("rejected", file.rejected());
        document.put("duplicate", file.duplicate());
        document.put(
                "rejects",
                file.rejects().entrySet().stream()
                        .collect(Collectors.toMap(
                                code -> code.getKey().name(), Map.Entry::getValue, Long::sum, LinkedHashMap::new)));
        document.put(
                "findings",
                file.findings().stream().map(ImportReportText::document).toList());
        document.put(
                "expectations",
                file.expectations().stream().map(ImportReportText::document).toList());
        document.put("columnsNotRead", file.columnsNotRead());
        return document;
    }

    private static Map<String, Object> document(HeldAgainst held) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", held.column());
        document.put("rule", held.rule());
        document.put("judged", held.judged());
        document.put("failed", held.failed());
        document.put("met", held.met());
        document.put(
                "examples",
                held.examples().stream()
                        .map(example -> Map.of("line", example.line(), "value", example.value()))
                        .toList());
        return document;
    }

    static Map<String, Object> document(Drift drift) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", drift.file());
        document.put("column", drift.column());
        document.put("kind", drift.kind().name());
        drift.before().ifPresent(type -> document.put("before", type.name()));
        drift.now().ifPresent(type -> document.put("now", type.name()));
        document.put("text", drift.text());
        return document;
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", finding.code().name());
        document.put("column", finding.column());
        document.put("value", finding.value());
        document.put("count", finding.count());
        finding.closest().ifPresent(closest -> document.put("closest", closest));
        document.put("text", finding.text());
        return document;
    }

    private static Map<String, Object> document(RefusedFile file) {
        return Map.of("file", file.file(), "reason", file.reason());
    }
}
