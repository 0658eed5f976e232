package io.caucus.api.cli;

import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.ingest.identity.MergeOutcome;
import io.caucus.ingest.identity.RecordMerging;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mixed into the commands that merge and part: two records, why, and how it came out. */
final class IdentityDecision {

    /** How {@link RecordMerging} is told what to do with two records. */
    interface Act {
        MergeOutcome decide(RecordMerging merging, EntityRef a, EntityRef b, Decision decision);
    }

    @Parameters(index = "0", paramLabel = "A", description = "Our key of one record, such as hubspot:17.")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "Our key of the other.")
    private String b = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in your words; it is kept, so no names or addresses.")
    private String reason = "";

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "The same decision sent again under the same key takes effect once. Default: a new one.")
    private Optional<String> key = Optional.empty();

    @Mixin
    private RecordKind kind = new RecordKind();

    @Mixin
    private DataFolder data = new DataFolder();

    int carryOut(Act act, Output output) {
        var decision = decision();
        try (var graph = OpenGraph.in(data.path())) {
            var store = graph.ports().identityStore();
            var outcome = act.decide(new RecordMerging(store), kind.record(store, a), kind.record(store, b), decision);
            switch (outcome) {
                case MergeOutcome.Done done -> print(done.merge(), output);
                case MergeOutcome.Refused refused -> throw new BadInput(refused.message());
            }
        }
        return ExitCode.DONE;
    }

    private Decision decision() {
        try {
            return new Decision(
                    Serving.now(data.path()),
                    "owner",
                    reason,
                    key.orElseGet(() -> UUID.randomUUID().toString()));
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage() + ".");
        }
    }

    private static void print(Merge merge, Output output) {
        if (output.isJson()) {
            output.json(document(merge));
            return;
        }
        output.line(
                merge.undone().isPresent()
                        ? "%s and %s are two again.".formatted(merge.one(), merge.other())
                        : "%s and %s are one. Rule %s: %s"
                                .formatted(
                                        merge.one(),
                                        merge.other(),
                                        merge.grounds().rule(),
                                        merge.grounds().evidence()));
        output.line("Next: ./caucus identity how %s; ./caucus score"
                .formatted(merge.one().key()));
    }

    private static Map<String, Object> document(Merge merge) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("one", merge.one().key());
        document.put("other", merge.other().key());
        document.put("rule", merge.grounds().rule());
        document.put("evidence", merge.grounds().evidence());
        document.put("confidence", merge.grounds().confidence());
        document.put("decidedAt", merge.decided().at().toString());
        document.put("undone", merge.undone().isPresent());
        return document;
    }
}
