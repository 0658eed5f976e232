package io.caucus.api.cli;

import io.caucus.ingest.ImportReport;
import io.caucus.ingest.Importer;
import io.caucus.ingest.Rejects;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the open rows of a rejects file to the graph once more, corrected or not, at the times of their import.",
            "What is accepted, or known already, is open no more; what is rejected again stays, with its new reason."
        })
final class RejectsReplayCommand implements Callable<Integer> {

    @Mixin
    private RejectsChoice choice = new RejectsChoice();

    @Mixin
    private ExtractorChoice extractor = new ExtractorChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var report = replay(choice.read());
        if (output.isJson()) {
            output.json(ImportReportText.document(report));
        } else {
            ImportReportText.lines(report).forEach(output::line);
        }
        return ExitCode.DONE;
    }

    private ImportReport replay(Rejects rejects) {
        var reader = extractor.open();
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        try (var graph = OpenGraph.in(choice.dataFolder())) {
            return new Importer(
                            graph.ports().factWriter(),
                            graph.ports().entityDirectory(),
                            reader,
                            graph.ports().importMemory())
                    .replay(rejects, "%s-%s-replay".formatted(rejects.profile(), now), now);
        }
    }
}
