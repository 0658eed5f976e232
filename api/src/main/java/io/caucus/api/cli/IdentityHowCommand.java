package io.caucus.api.cli;

import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.MemberRecord.Ownership;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.ingest.identity.IdentityTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "how",
        mixinStandardHelpOptions = true,
        description =
                "Says how a person or account came to be made of its records: what was merged and parted, by whom and why.")
final class IdentityHowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KEY", description = "Our key of any of its records, such as hubspot:17.")
    private String key = "";

    @Mixin
    private RecordKind kind = new RecordKind();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        AsOf instant = asOf.orElse(Optional.of(Serving.now(data.path())));
        try (var graph = OpenGraph.in(data.path())) {
            var store = graph.ports().identityStore();
            var trace = IdentityTrace.of(store, kind.record(store, key), instant);
            if (output.isJson()) {
                output.json(document(trace));
            } else {
                lines(trace).forEach(output::line);
            }
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(IdentityTrace trace) {
        var lines = new ArrayList<String>();
        lines.add("%s is made of:".formatted(trace.canonical()));
        trace.records().forEach(record -> lines.add("  " + line(record)));
        lines.addAll(conflict(trace.records()));
        lines.add(trace.steps().isEmpty() ? "Nothing was ever merged here." : "Step by step:");
        for (int step = 0; step < trace.steps().size(); step++) {
            lines.add("  %d. %s".formatted(step + 1, trace.steps().get(step).sentence()));
        }
        return lines;
    }

    private static String line(MemberRecord record) {
        var line = new StringBuilder("%s  from %s".formatted(record.record().key(), sources(record)));
        if (!record.leadSources().isEmpty()) {
            line.append("; came by ").append(leadSources(record));
        }
        return line.toString();
    }

    private static List<String> conflict(List<MemberRecord> records) {
        var lines = new ArrayList<String>();
        for (MemberRecord record : MemberRecord.conflictingAboutOwner(records)) {
            if (lines.isEmpty()) {
                lines.add("Its records name different owners:");
            }
            record.ownership()
                    .ifPresent(ownership -> lines.add("  %s says %s, since %s"
                            .formatted(record.record().key(), ownership.owner(), ownership.since())));
        }
        return lines;
    }

    private static String sources(MemberRecord record) {
        return record.sources().stream()
                .map(source -> "%s %s".formatted(source.system(), source.recordId()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String leadSources(MemberRecord record) {
        return record.leadSources().stream()
                .map(leadSource -> "%s (since %s)".formatted(leadSource.name(), leadSource.since()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> document(IdentityTrace trace) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("canonical", trace.canonical().key());
        document.put(
                "records",
                trace.records().stream().map(IdentityHowCommand::document).toList());
        document.put(
                "ownershipConflicts",
                MemberRecord.conflictingAboutOwner(trace.records()).stream()
                        .flatMap(record -> record.ownership().map(ownership -> document(record, ownership)).stream())
                        .toList());
        document.put(
                "steps",
                trace.steps().stream().map(IdentityHowCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(MemberRecord record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", record.record().key());
        document.put("sources", sources(record));
        document.put(
                "leadSources",
                record.leadSources().stream()
                        .map(leadSource -> Map.of(
                                "name",
                                leadSource.name(),
                                "since",
                                leadSource.since().toString()))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(MemberRecord record, Ownership ownership) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("record", record.record().key());
        document.put("owner", ownership.owner().value());
        document.put("since", ownership.since().toString());
        return document;
    }

    private static Map<String, Object> document(IdentityTrace.Step step) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("act", step.act().name());
        document.put("one", step.merge().one().key());
        document.put("other", step.merge().other().key());
        document.put("rule", step.merge().grounds().rule());
        document.put("evidence", step.merge().grounds().evidence());
        document.put("by", step.decision().by());
        document.put("at", step.decision().at().toString());
        document.put("reason", step.decision().reason());
        return document;
    }
}
