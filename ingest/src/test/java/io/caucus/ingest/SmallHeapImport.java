package io.caucus.ingest;

import java.nio.file.Path;

/** A program that imports a folder into nothing and prints what became of the rows. */
final class SmallHeapImport {

    private SmallHeapImport() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var graph = new InMemoryGraph();
        var importer = new Importer(new WrittenNowhere(), graph, ImportTrial.RULES, graph);
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
}
