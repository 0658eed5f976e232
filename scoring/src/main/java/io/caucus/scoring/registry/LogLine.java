package io.caucus.scoring.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.registry.Condition.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an entry is written: a JSON object whose last field is the SHA-256 of the object without it. {@code previous} is the
 * same of the line before, so that no line can be changed, taken out or put in between without all that follow telling.
 */
final class LogLine {

    /** What the first line has in the place of a hash. */
    static final String BEFORE_ALL = "0".repeat(64);

    private static final String SEAL = ",\"hash\":\"%s\"}";
    private static final int SEAL_LENGTH = SEAL.length() - 2 + BEFORE_ALL.length();
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LogLine() {}

    /** Without its end of line. */
    static byte[] write(int number, String previous, Instant at, UserName by, Change change) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", number);
        document.put("previous", previous);
        document.put("at", at.toString());
        document.put("by", by.name());
        document.putAll(of(change));
        try {
            var body = JSON.writeValueAsString(document);
            var hash = Bytes.sha256(body.getBytes(StandardCharsets.UTF_8));
            return (body.substring(0, body.length() - 1) + SEAL.formatted(hash)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings are JSON", e);
        }
    }

    /** @return empty if it is not the line that was written at this place */
    static Optional<LogEntry> read(byte[] line, int number, String previous) {
        int sealed = line.length - SEAL_LENGTH;
        if (sealed <= 0) {
            return Optional.empty();
        }
        var body = new String(line, 0, sealed, StandardCharsets.UTF_8) + "}";
        var hash = Bytes.sha256(body.getBytes(StandardCharsets.UTF_8));
        if (!new String(line, sealed, SEAL_LENGTH, StandardCharsets.UTF_8).equals(SEAL.formatted(hash))) {
            return Optional.empty();
        }
        try {
            var document = JSON.readTree(body);
            if (document.required("number").asInt() != number
                    || !document.required("previous").asText().equals(previous)) {
                return Optional.empty();
            }
            return Optional.of(new LogEntry(
                    number,
                    Instant.parse(document.required("at").asText()),
                    new UserName(document.required("by").asText()),
                    change(document),
                    hash));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new RegistryRefused(
                    "line %d of the changelog is of a kind that this Caucus does not know (%s); use the one that wrote it"
                            .formatted(number, e.getMessage()),
                    e);
        }
    }

    /** Whether it was written to its end: what was cut short never closes its object. */
    static boolean isWhole(byte[] line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (IOException e) { // not JSON, then
            return false;
        }
    }

    private static Map<String, Object> of(Change change) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (change) {
            case Change.Registered registered -> {
                document.put("event", "registered");
                document.put("version", registered.version());
                put(document, registered.target());
                document.put("files", registered.files());
            }
            case Change.Promoted promoted -> {
                document.put("event", "promoted");
                document.put("version", promoted.version());
                put(document, promoted.target());
                document.put(
                        "gate", promoted.gate().stream().map(LogLine::document).toList());
                promoted.despite().ifPresent(why -> document.put("despite", why));
            }
            case Change.RolledBack back -> {
                document.put("event", "rolled-back");
                put(document, back.target());
                document.put("from", back.from());
                back.to().ifPresent(to -> document.put("to", to));
                document.put("reason", back.reason());
            }
            case Change.CutShort cut -> {
                document.put("event", "cut-short");
                document.put("bytes", cut.bytes());
                document.put("sha256", cut.sha256());
            }
        }
        return document;
    }

    private static void put(Map<String, Object> document, Target target) {
        document.put("target", target.sentence());
        document.put("horizonDays", target.horizonDays());
    }

    private static Map<String, Object> document(Condition condition) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("condition", condition.name());
        document.put("outcome", condition.outcome().name());
        document.put("finding", condition.finding());
        return document;
    }

    private static Change change(JsonNode document) {
        var event = document.required("event").asText();
        return switch (event) {
            case "registered" ->
                new Change.Registered(
                        document.required("version").asText(), target(document), files(document.required("files")));
            case "promoted" ->
                new Change.Promoted(
                        document.required("version").asText(),
                        target(document),
                        gate(document.required("gate")),
                        text(document, "despite"));
            case "rolled-back" ->
                new Change.RolledBack(
                        target(document),
                        document.required("from").asText(),
                        text(document, "to"),
                        document.required("reason").asText());
            case "cut-short" ->
                new Change.CutShort(
                        document.required("bytes").asInt(),
                        document.required("sha256").asText());
            default -> throw new IllegalArgumentException("its event is '%s'".formatted(event));
        };
    }

    private static Target target(JsonNode document) {
        return new Target(
                document.required("target").asText(),
                document.required("horizonDays").asLong());
    }

    private static Optional<String> text(JsonNode document, String field) {
        return document.has(field) ? Optional.of(document.required(field).asText()) : Optional.empty();
    }

    private static SortedMap<String, String> files(JsonNode document) {
        var files = new TreeMap<String, String>();
        document.properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }

    private static List<Condition> gate(JsonNode document) {
        var gate = new ArrayList<Condition>();
        for (JsonNode condition : document) {
            gate.add(new Condition(
                    condition.required("condition").asText(),
                    Outcome.valueOf(condition.required("outcome").asText()),
                    condition.required("finding").asText()));
        }
        return gate;
    }
}
