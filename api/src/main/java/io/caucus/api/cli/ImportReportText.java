package io.caucus.api.cli;

import io.caucus.ingest.FileReport;
import io.caucus.ingest.Finding;
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

    static List<String> lines(ImportReport report) {
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("file", "read", "accepted", "rejected", "duplicate"));
        report.files()
                .forEach(file ->
                        lines.add(row(name(file), file.read(), file.accepted(), file.rejected(), file.duplicate())));
        lines.add(row("in all", report.read(), report.accepted(), report.rejected(), report.duplicate()));
        report.refused().forEach(file -> lines.add("refused: " + file.reason()));
        report.missing().forEach(file -> lines.add("not there: " + file));
        lines.addAll(remarks(report));
        lines.add("");
        lines.add(
                "%,d rows in %.1f s, %,.0f rows/s.".formatted(report.read(), report.seconds(), report.rowsPerSecond()));
        report.rejects().ifPresent(file -> lines.add("Rejected rows, and what to do: ./caucus rejects list " + file));
        report.newestFact().ifPresent(newest -> lines.add("Next: ./caucus score --as-of %s".formatted(newest)));
        return lines;
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
        document.put("columnsNotRead", file.columnsNotRead());
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
