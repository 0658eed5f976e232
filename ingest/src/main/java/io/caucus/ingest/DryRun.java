package io.caucus.ingest;

import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.ingest.conversation.Conversation;
import io.caucus.ingest.conversation.Extraction;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                            new WrittenNowhere(),
                            new TrustingDirectory(),
                            new Deaf())
                    .run();
            return report.withRejects(Optional.empty());
        } finally {
            delete(folder);
        }
    }

    /** With what an import that was stopped would leave for the next one. */
    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
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
