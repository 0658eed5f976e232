package io.caucus.ingest;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.SourcedFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A program that imports a folder into nothing and prints what became of the rows. */
final class SmallHeapImport {

    private SmallHeapImport() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var graph = new InMemoryGraph();
        var importer = new Importer(SmallHeapImport::drop, graph, ImportTrial.RULES, graph);
        var report =
                importer.run(new ImportRequest("hubspot", folder, "batch-1", folder.resolveSibling("rejects.jsonl")));
        System.out.printf(
                "read %d = accepted %d + rejected %s + duplicate %d, %,.0f rows/s in a heap of %d MB%n",
                report.read(),
                report.accepted(),
                report.files().getFirst().rejects(),
                report.duplicate(),
                report.rowsPerSecond(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static FactWriter.Written drop(String batchId, List<SourcedFacts> batch) {
        return new FactWriter.Written(batch.stream().map(SourcedFacts::source).collect(Collectors.toSet()), 0);
    }
}
