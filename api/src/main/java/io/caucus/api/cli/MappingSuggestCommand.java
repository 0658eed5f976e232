package io.caucus.api.cli;

import io.caucus.ingest.MappingSuggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes a mapping from the names of columns and what stands in the first 10,000 rows; the graph is not touched.",
            "Each line says why it is there and how sure that is. What the values do not decide is a question, and stands as \"?\".",
            "Name all files of an export together, so that what refers to what is found:",
            "  caucus mapping suggest export/*.csv > crm.yaml"
        })
final class MappingSuggestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV or JSON-lines files of one system.")
    private List<Path> files = List.of();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What to call the system; keys begin with it. Default: ${DEFAULT-VALUE}.")
    private String source = "crm";

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var proposal = MappingSuggestion.of(files, source);
        if (output.isJson()) {
            output.json(Map.of("mapping", proposal));
        } else {
            output.line(proposal.strip());
        }
        return ExitCode.DONE;
    }
}
