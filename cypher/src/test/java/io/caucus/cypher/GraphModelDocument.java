package io.caucus.cypher;

import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of {@code docs/graph-model.md} that the vocabulary says: its picture and its two tables. The prose is left alone. */
final class GraphModelDocument {

    private static final String END = "<!-- end -->";

    private GraphModelDocument() {}

    /** The page with its generated parts as they must be. */
    static String of(String page) {
        return with(with(with(page, "picture", picture()), "nodes", nodes()), "relationships", relationships());
    }

    private static String with(String page, String part, String content) {
        var begin = "<!-- generated: %s -->\n".formatted(part);
        int from = page.indexOf(begin);
        int to = page.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    "The page has no part between '%s' and '%s'; put both back.".formatted(begin.strip(), END));
        }
        return page.substring(0, from + begin.length()) + content + page.substring(to);
    }

    private static String picture() {
        var lines = new ArrayList<>(List.of("```mermaid", "graph LR"));
        for (RelationshipType type : RelationshipType.values()) {
            for (String from : ends(type.from())) {
                for (String to : ends(type.to())) {
                    lines.add("  %s -- %s --> %s".formatted(from, type, to));
                }
            }
        }
        lines.add("  AnyFact[any fact]");
        lines.add("```");
        return lined(lines.stream());
    }

    private static List<String> ends(Set<NodeLabel> labels) {
        return labels.equals(RelationshipType.anyFact())
                ? List.of("AnyFact")
                : labels.stream().map(NodeLabel::inCypher).toList();
    }

    private static String nodes() {
        return lined(Stream.concat(
                Stream.of(
                        "| label | key | layer | a node is | its properties, beside the key |",
                        "|---|---|---|---|---|"),
                Stream.of(NodeLabel.values())
                        .map(label -> row(
                                label.inCypher(),
                                label.key(),
                                label.layer().name(),
                                label.meaning(),
                                String.join(", ", label.properties())))));
    }

    private static String relationships() {
        return lined(Stream.concat(
                Stream.of("| type | ends | meaning | properties |", "|---|---|---|---|"),
                Stream.of(RelationshipType.values())
                        .map(type -> row(
                                type.name(),
                                type.ends(),
                                type.meaning(),
                                type.properties().isEmpty() ? "none" : String.join(", ", type.properties())))));
    }

    private static String row(String... cells) {
        return "| %s |".formatted(String.join(" | ", cells));
    }

    private static String lined(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
