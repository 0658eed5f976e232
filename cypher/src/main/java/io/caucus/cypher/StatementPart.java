package io.caucus.cypher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * How many statements begin: who belongs to the account, what they did. Said in one file, so that a rule such as which records
 * count as deleted is written once; whoever is given a statement is given it whole.
 *
 * <pre>{@code
 * // What it finds, in a sentence or two.
 * // begins: accounts
 * // gives: people, jobs
 * CALL (accounts) { … RETURN people, jobs }
 * }</pre>
 *
 * <p>A part takes one row and gives one row, keeping every variable of the parts before it, so parts follow each other in any
 * order that puts what a part begins with before it.
 *
 * @param name the file's name below {@code cypher/parts/}, without its ending
 * @param begins the parts that come before
 * @param gives the variables it adds
 * @param text the file without the lines {@code begins} and {@code gives}
 */
record StatementPart(String name, List<String> begins, List<String> gives, String text) {

    static final String BEGINS = "begins";
    private static final String GIVES = "gives";
    private static final String COMMENT = "//";

    StatementPart {
        begins = List.copyOf(begins);
        gives = List.copyOf(gives);
    }

    /** @throws IllegalArgumentException if there is none of that name, or it does not say what it gives */
    static StatementPart load(String name) {
        var path = "/cypher/parts/" + name + ".cypher";
        var text = NamedStatement.text(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no part '%s': no file %s is on the class path.".formatted(name, path)));
        var header = comments(text);
        var gives = NamedStatement.line(GIVES, header)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Part '%s' has no line '// gives: …'; name the variables it adds.".formatted(name)));
        return new StatementPart(
                name,
                NamedStatement.line(BEGINS, header).map(StatementPart::names).orElse(List.of()),
                names(gives),
                text.lines()
                        .filter(line -> !isLine(BEGINS, line) && !isLine(GIVES, line))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Those parts and all that they begin with, each once and after what it needs. */
    static List<StatementPart> inOrder(List<String> names) {
        var parts = new LinkedHashMap<String, StatementPart>();
        names.forEach(name -> add(name, parts));
        return List.copyOf(parts.values());
    }

    private static void add(String name, SequencedMap<String, StatementPart> parts) {
        if (!parts.containsKey(name)) {
            var part = load(name);
            part.begins().forEach(before -> add(before, parts));
            parts.put(name, part);
        }
    }

    /**
     * A statement with its parts between its contract and the rest of its file.
     *
     * @param names as its line {@code begins} lists them
     */
    static String putBefore(String statement, String names) {
        var contract = statement
                .lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .filter(line -> !isLine(BEGINS, line))
                .collect(Collectors.joining("\n", "", "\n"));
        var rest = statement
                .lines()
                .dropWhile(line -> line.startsWith(COMMENT))
                .collect(Collectors.joining("\n", "", "\n"));
        return contract
                + inOrder(names(names)).stream().map(StatementPart::text).collect(Collectors.joining())
                + rest;
    }

    /** The lines of comment on top of a file, without their signs. */
    static List<String> comments(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()).strip())
                .toList();
    }

    private static boolean isLine(String key, String line) {
        return line.startsWith(COMMENT + " " + key + ":");
    }

    private static List<String> names(String list) {
        return List.of(list.split(",\\s*", -1));
    }
}
