package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.ingest.conversation.Conversation;
import io.caucus.ingest.conversation.Extraction;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An import that writes nothing. What rows refer to may be told by rows before them, which are not in the graph and would not all
 * go into memory; so every reference counts as found, and none is judged.
 */
final class DryRun {

    private DryRun() {}

    static ImportReport run(ImportRequest request, Profile profile, Map<String, Path> files) throws IOException {
        var folder = Files.createTempDirectory("caucus-check-");
        var rejects = folder.resolve("rejects.jsonl");
        try {
            var report = new ImportRun(
                            request.withRejects(rejects),
                            profile,
                            profile.expectations().withoutReferences(),
                            files,
                            DryRun::forget,
                            new TrustingDirectory(),
                            new Deaf())
                    .run();
            return report.withRejects(Optional.empty());
        } finally {
            Files.deleteIfExists(rejects);
            Files.deleteIfExists(folder);
        }
    }

    private static FactWriter.Written forget(String batchId, List<SourcedFacts> batch) {
        var records = batch.stream().map(SourcedFacts::source).collect(Collectors.<SourceRecord>toSet());
        return new FactWriter.Written(records, batch.size() - records.size());
    }

    /** Hears nothing in any words. */
    private static final class Deaf implements SignalExtractor {

        @Override
        public ExtractorVersion version() {
            return new ExtractorVersion("none", "1");
        }

        @Override
        public Extraction extract(Conversation conversation) {
            return new Extraction.Read(List.of(), false, List.of());
        }
    }
}
