package io.caucus.ingest;

import io.caucus.ingest.conversation.Competitors;
import io.caucus.ingest.conversation.RuleExtractor;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A folder to import from and a graph to import into. */
final class ImportTrial {

    static final String CONTACT_HEADER =
            "Contact ID,First Name,Last Name,Email,Job Title,Create Date,Associated Company Domain\n";

    static final SignalExtractor RULES = RuleExtractor.with(Competitors.NONE);

    final InMemoryGraph graph = new InMemoryGraph();
    final Path folder;
    final Path rejects;

    ImportTrial(Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("export"));
        rejects = temporary.resolve("rejects.jsonl");
    }

    static Path fixture(String profile) {
        try {
            return Path.of(Objects.requireNonNull(ImportTrial.class.getResource(profile))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    ImportTrial file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    ImportTrial file(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return this;
    }

    /** A contacts file: the rows after the usual header. */
    ImportTrial contacts(String rows) throws IOException {
        return file("contacts.csv", CONTACT_HEADER + rows);
    }

    ImportRequest request(String profile, Path source) {
        return new ImportRequest(profile, source, "batch-1", rejects);
    }

    ImportReport run(ImportRequest request) {
        return run(request, RULES);
    }

    ImportReport run(ImportRequest request, SignalExtractor extractor) {
        return new Importer(graph, graph, extractor, graph).run(request);
    }

    ImportReport runHubSpot() {
        return run(request("hubspot", folder));
    }

    /** The rejected rows, without the line about their import. */
    List<String> rejected() throws IOException {
        return Files.exists(rejects)
                ? Files.readAllLines(rejects).stream().skip(1).toList()
                : List.of();
    }
}
