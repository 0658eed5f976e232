package io.caucus.cypher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One Cypher statement with the contract written on top of its file.
 *
 * <pre>{@code
 * // Why one would run it, in a sentence or two.
 * // params: accountId STRING, asOf DATETIME
 * // returns: personId STRING, actions INTEGER
 * // access: READ
 * // plan: label scan, because every account is read
 * // begins: people
 * MATCH …
 * }</pre>
 *
 * <p>A parameter whose name has a dot, {@code given.accountIds}, is an entry of a map. So are all lists whose length differs
 * from call to call: the server plans a statement anew for each order of magnitude of a list it is given, which takes up to
 * a second here, and does not look into a map.
 *
 * <p>{@code none} and {@code nothing} stand for no parameters and no columns. Only a statement whose purpose needs the whole
 * of a label has a line {@code plan}; only one that goes on from {@link StatementPart}s has a line {@code begins}. Tests hold
 * every file to its contract.
 *
 * @param name the file's path below {@code cypher/}, without its ending
 * @param parameters types by name, in the order declared
 * @param columns types by name, in the order declared
 * @param labelScan why the statement may read all nodes of a label; empty if it may not
 * @param text the whole statement as it can be run: the contract, the parts it begins with, the rest of the file
 */
public record NamedStatement(
        String name,
        String purpose,
        SequencedMap<String, String> parameters,
        SequencedMap<String, String> columns,
        Access access,
        Optional<String> labelScan,
        String text) {

    /** What a statement does to the graph. */
    public enum Access {
        READ,
        WRITE
    }

    public NamedStatement {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /**
     * Reads a statement from the class path.
     *
     * @param name for example {@code history/of-accounts}
     * @throws IllegalArgumentException if there is none of that name, or its contract is incomplete
     */
    public static NamedStatement load(String name) {
        return parse(
                name,
                text(path(name))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no statement '%s': no file %s is on the class path."
                                        .formatted(name, path(name)))));
    }

    /** The statements that recompute features, by id; a feature that Cypher cannot recompute has none. */
    public static SortedMap<String, NamedStatement> ofFeatures(Collection<String> ids) {
        var statements = new TreeMap<String, NamedStatement>();
        for (String id : ids) {
            var name = "features/" + id;
            text(path(name)).ifPresent(text -> statements.put(id, parse(name, text)));
        }
        return statements;
    }

    private static String path(String name) {
        return "/cypher/" + name + ".cypher";
    }

    static Optional<String> text(String path) {
        try (var stream = NamedStatement.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read from the class path".formatted(path), e);
        }
    }

    static NamedStatement parse(String name, String text) {
        var header = StatementPart.comments(text);
        var purpose = String.join(
                " ",
                header.stream().takeWhile(line -> !line.startsWith("params:")).toList());
        if (purpose.isBlank()) {
            throw new IllegalArgumentException(
                    "Statement '%s' does not say what it is for; begin its file with a comment that does."
                            .formatted(name));
        }
        return new NamedStatement(
                name,
                purpose,
                declarations(name, required(name, "params", header), "none"),
                declarations(name, required(name, "returns", header), "nothing"),
                access(name, required(name, "access", header)),
                line("plan", header).map(plan -> labelScan(name, plan)),
                line(StatementPart.BEGINS, header)
                        .map(parts -> StatementPart.putBefore(text, parts))
                        .orElse(text));
    }

    static Optional<String> line(String key, List<String> header) {
        return header.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst();
    }

    private static String required(String name, String key, List<String> header) {
        return line(key, header)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Statement '%s' has no line '// %s: …'; every file declares params, returns and access."
                                .formatted(name, key)));
    }

    private static SequencedMap<String, String> declarations(String name, String line, String emptyWord) {
        var declared = new LinkedHashMap<String, String>();
        if (line.equals(emptyWord)) {
            return declared;
        }
        for (String declaration : line.split(",\\s*", -1)) {
            var words = declaration.split(" ", -1);
            if (words.length != 2) {
                throw new IllegalArgumentException(
                        "Statement '%s' declares '%s', must be a name and a type such as 'asOf DATETIME', or '%s'"
                                .formatted(name, declaration, emptyWord));
            }
            declared.put(words[0], words[1]);
        }
        return declared;
    }

    private static Access access(String name, String word) {
        return switch (word) {
            case "READ" -> Access.READ;
            case "WRITE" -> Access.WRITE;
            default ->
                throw new IllegalArgumentException(
                        "Statement '%s' has access '%s', must be READ or WRITE".formatted(name, word));
        };
    }

    private static String labelScan(String name, String plan) {
        var prefix = "label scan, ";
        if (!plan.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "Statement '%s' has plan '%s', must be 'label scan, ' and the reason".formatted(name, plan));
        }
        return plan.substring(prefix.length());
    }

    /**
     * What is sent to the server: entries of a map put into it.
     *
     * @param given by declared name
     * @throws IllegalArgumentException if these are not the declared parameters
     */
    Map<String, @Nullable Object> sent(Map<String, ? extends @Nullable Object> given) {
        if (!given.keySet().equals(parameters.keySet())) {
            throw new IllegalArgumentException("Statement '%s' was given parameters %s, declares %s"
                    .formatted(name, given.keySet(), parameters.keySet()));
        }
        var sent = new HashMap<String, @Nullable Object>();
        var maps = new HashMap<String, Map<String, @Nullable Object>>();
        given.forEach((parameter, value) -> {
            int dot = parameter.indexOf('.');
            var map = dot < 0
                    ? sent
                    : maps.computeIfAbsent(
                            parameter.substring(0, dot), first -> new HashMap<String, @Nullable Object>());
            map.put(parameter.substring(dot + 1), value);
        });
        sent.putAll(maps);
        return sent;
    }

    @Override
    public String toString() {
        return name;
    }
}
