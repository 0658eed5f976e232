package io.caucus.api.cli;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.directory.Lineage;
import io.caucus.graphmodel.directory.Lineage.Citation;
import io.caucus.graphmodel.directory.Lineage.ToldFact;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lineage",
        mixinStandardHelpOptions = true,
        description =
                "Says which file and line a fact was read from and which scores cite it, or what a source record told.")
final class LineageCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "What it is, as in Cypher: Account, Person, Opportunity, Engagement, SourceRecord ...")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "Our key of it, such as hubspot:17.")
    private String key = "";

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var node = new EntityRef(label(), key);
        try (var graph = OpenGraph.in(data.path())) {
            var lineage = graph.ports()
                    .accountIndex()
                    .lineage(node)
                    .orElseThrow(() -> new BadInput("The graph has no %s '%s'. Check the kind and the key."
                            .formatted(node.label().inCypher(), key)));
            if (output.isJson()) {
                output.json(document(lineage));
            } else {
                lines(lineage).forEach(output::line);
            }
        }
        return ExitCode.DONE;
    }

    private NodeLabel label() {
        return facts().filter(label -> label.inCypher().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(() -> new BadInput("'%s' is no kind of fact. Give one of %s."
                        .formatted(kind, facts().map(NodeLabel::inCypher).collect(Collectors.joining(", ")))));
    }

    private static Stream<NodeLabel> facts() {
        return Stream.of(NodeLabel.values()).filter(label -> label.layer() == NodeLabel.Layer.FACT);
    }

    private static List<String> lines(Lineage lineage) {
        var lines = new ArrayList<String>();
        lines.add(lineage.node() + (lineage.node().label() == NodeLabel.SOURCE_RECORD ? " told:" : " was told by:"));
        lineage.told().forEach(fact -> {
            lines.add("  " + words(fact));
            lines.add("    " + words(fact.record()));
        });
        more(lineage.toldCount() - lineage.told().size(), lines);
        lines.add(lineage.citedBy().isEmpty() ? "No kept score cites it." : "Scores that cite it:");
        lineage.citedBy().forEach(score -> lines.add("  " + words(score)));
        more(lineage.citationCount() - lineage.citedBy().size(), lines);
        return lines;
    }

    private static void more(long count, List<String> lines) {
        if (count > 0) {
            lines.add("  and %,d more".formatted(count));
        }
    }

    private static String words(ToldFact fact) {
        return fact.to()
                .map(to -> "%s of %s to %s, from %s".formatted(fact.kind(), fact.from(), to, fact.at()))
                .orElseGet(() -> "%s, of %s".formatted(fact.from(), fact.at()));
    }

    private static String words(Provenance record) {
        return "%s line %d, %s %s of %s, known %s, in %s"
                .formatted(
                        record.file(),
                        record.line(),
                        record.type(),
                        record.recordId(),
                        record.system(),
                        record.knownAt(),
                        record.batch());
    }

    private static String words(Citation score) {
        return "%s as of %s, by %s".formatted(score.account().value(), score.asOf(), score.modelVersion());
    }

    private static Map<String, Object> document(Lineage lineage) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", lineage.node().label().inCypher());
        document.put("key", lineage.node().key());
        document.put("factCount", lineage.toldCount());
        document.put(
                "facts", lineage.told().stream().map(LineageCommand::document).toList());
        document.put("citationCount", lineage.citationCount());
        document.put(
                "citedBy",
                lineage.citedBy().stream()
                        .map(score -> Map.of(
                                "account", score.account().value(),
                                "asOf", score.asOf().toString(),
                                "modelVersion", score.modelVersion()))
                        .toList());
        return document;
    }

    private static Map<String, Object> document(ToldFact fact) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", fact.kind());
        document.put("from", fact.from().key());
        fact.to().ifPresent(to -> document.put("to", to.key()));
        document.put("at", fact.at().toString());
        document.put("sourceRecord", fact.record().key());
        document.put("file", fact.record().file());
        document.put("line", fact.record().line());
        document.put("knownAt", fact.record().knownAt().toString());
        document.put("batch", fact.record().batch());
        return document;
    }
}
