package io.caucus.cypher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.TypeSystem;

/**
 * One number for all facts in the graph: equal graphs have equal digests, and graphs that differ in anything have different
 * ones. What we worked out (scores), what is kept about the work (imports), and the file and line a record happened to be read
 * from do not count, and neither do merges that were undone.
 *
 * <p><b>Format.</b> SHA-256 over UTF-8 lines, each ended by a line feed. Labels come in the order of {@link NodeLabel}, nodes in
 * the order of their keys. A node is {@code Label key {properties}}, followed by the relationships that leave it, each as
 * {@code ·TYPE Label key {properties}}, sorted as text. Properties are sorted by name and written
 * {@code name=value}, joined by commas, as the driver prints values; texts in quotes, with a backslash before quotes and
 * backslashes and {@code \n} for a line feed.
 *
 * <p>The graph is read a page at a time. While it is being written to, the digest is that of no one moment.
 */
final class GraphDigest {

    private static final int PAGE = 2000;
    private static final Set<String> WHERE_READ = Set.of("file", "line");

    private static final Map<NodeLabel, NamedStatement> STATEMENTS = statements();

    private final Transactions transactions;

    GraphDigest(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In lower-case hex. */
    String compute() {
        var digest = sha256();
        var firstPages = transactions.read(Transactions.IN_BULK, GraphDigest::firstPages);
        STATEMENTS.forEach(
                (label, statement) -> addAll(label, statement, firstPages.getOrDefault(label, List.of()), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Together, since most graphs have labels with few nodes or none, and a transaction costs more than those. */
    private static Map<NodeLabel, List<Record>> firstPages(Transactions.Statements transaction) {
        var pages = new EnumMap<NodeLabel, List<Record>>(NodeLabel.class);
        STATEMENTS.forEach((label, statement) -> pages.put(label, transaction.run(statement, from(""))));
        return pages;
    }

    private void addAll(NodeLabel label, NamedStatement statement, List<Record> first, MessageDigest digest) {
        var page = first;
        page.forEach(node -> addNode(label, node, digest));
        while (page.size() == PAGE) {
            var after = page.getLast().get("key").asString();
            page = transactions.read(Transactions.IN_BULK, statement, from(after));
            page.forEach(node -> addNode(label, node, digest));
        }
    }

    private static Map<String, Object> from(String after) {
        return Map.of("after", after, "limit", PAGE, "keys", EvidenceKeys.NAMES);
    }

    private static void addNode(NodeLabel label, Record node, MessageDigest digest) {
        addLine(
                digest,
                "%s %s %s".formatted(label.inCypher(), text(node.get("key")), properties(node.get("properties"))));
        node.get("relationships").asList(GraphDigest::relationship).stream()
                .sorted()
                .forEach(line -> addLine(digest, line));
    }

    private static String relationship(Value relationship) {
        return "·%s %s %s %s"
                .formatted(
                        relationship.get("type").asString(),
                        relationship.get("label").asString(),
                        text(relationship.get("key")),
                        properties(relationship.get("properties")));
    }

    private static Map<String, String> properties(Value map) {
        var properties = new TreeMap<String, String>();
        for (String name : map.keys()) {
            if (!WHERE_READ.contains(name)) {
                properties.put(name, text(map.get(name)));
            }
        }
        return properties;
    }

    /** The driver escapes quotes only, so that two texts could print alike, or one like two lines. */
    private static String text(Value value) {
        return TypeSystem.getDefault().STRING().isTypeOf(value)
                ? '"'
                        + value.asString()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                        + '"'
                : value.toString();
    }

    private static void addLine(MessageDigest digest, String line) {
        digest.update(line.getBytes(UTF_8));
        digest.update((byte) '\n');
    }

    private static Map<NodeLabel, NamedStatement> statements() {
        var statements = new EnumMap<NodeLabel, NamedStatement>(NodeLabel.class);
        for (NodeLabel label : NodeLabel.values()) {
            if (label.layer() == NodeLabel.Layer.FACT) {
                var name = label.name().toLowerCase(Locale.ROOT).replace('_', '-');
                statements.put(label, NamedStatement.load("digest/" + name));
            }
        }
        return statements;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
