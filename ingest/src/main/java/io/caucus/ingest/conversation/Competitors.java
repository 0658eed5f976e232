package io.caucus.ingest.conversation;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The competitors one wants to hear of. The first line of a file of them is {@code version 3}; each line after that names one
 * competitor, and after bars what else it is called: {@code Initech | Initech CRM | TPS Suite}. Whoever changes the list counts the
 * version up, for readings are kept by it.
 *
 * @param version 0 for none
 * @param names the words each competitor is called by, under the name that is reported
 */
public record Competitors(int version, Map<String, List<List<String>>> names) {

    public static final Competitors NONE = new Competitors(0, Map.of());

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern VERSION = Pattern.compile("version ([1-9]\\d{0,8})");

    public Competitors {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** @throws IllegalArgumentException if it cannot be read or is not such a file */
    public static Competitors in(Path file) {
        try {
            return of(file.toString(), Files.readAllLines(file));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(
                    "competitors file '%s' is not UTF-8; save it as UTF-8".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("competitors file '%s' cannot be read".formatted(file), e);
        }
    }

    /** @param where what an error calls the lines by */
    static Competitors of(String where, List<String> lines) {
        var version = VERSION.matcher(
                lines.isEmpty()
                        ? ""
                        : lines.getFirst().replace(BYTE_ORDER_MARK, "").strip());
        if (!version.matches()) {
            throw new IllegalArgumentException(
                    "line 1 of competitors file '%s' must be 'version' and a number from 1, for example: version 1"
                            .formatted(where));
        }
        var names = new LinkedHashMap<String, List<List<String>>>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                add(lines.get(line), "line %d of competitors file '%s'".formatted(line + 1, where), names);
            }
        }
        return new Competitors(Integer.parseInt(version.group(1)), names);
    }

    private static void add(String line, String where, Map<String, List<List<String>>> names) {
        var called = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var words = new ArrayList<List<String>>();
        called.forEach(name -> words.add(Words.plain(name)));
        if (words.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "%s has a name without letters or digits; write a name, or several with bars between"
                            .formatted(where));
        }
        if (names.put(called.getFirst(), List.copyOf(words)) != null) {
            throw new IllegalArgumentException(
                    "%s names '%s' a second time; one line for each competitor".formatted(where, called.getFirst()));
        }
    }
}
