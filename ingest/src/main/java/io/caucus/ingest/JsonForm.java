package io.caucus.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object (RFC 8259) a row. A value that lies deeper has the path to it as its column: {@code {"Account": {"Name": "Acme"},
 * "tags": ["a"]}} has the columns {@code Account.Name} and {@code tags.0}. Null and an absent key are both blank.
 *
 * <p>Numbers keep every digit; only an exponent is written out, so {@code 1.5E7} is {@code 15000000}. What Salesforce says about
 * an object in {@code attributes} (its type and address) is left out.
 */
final class JsonForm implements RowForm {

    private static final int MOST_NESTED = 20;
    private static final int MOST_VALUES = 20_000;
    private static final int LONGEST_NAME = 250;

    /** Beyond this an exponent is no amount or count, and would fill the memory when written out. */
    private static final int LARGEST_EXPONENT = 40;

    private static final String ABOUT_THE_OBJECT = "attributes";
    private static final Set<String> TOLD_ABOUT_THE_OBJECT = Set.of("type", "url");

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTED)
                    .maxStringLength(RecordSplitter.MAX_RECORD_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private List<String> lastNames = List.of();

    @Override
    public RowValues read(String text) {
        var columns = new Flat();
        try (var parser = JSON.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("the line is no JSON object");
            }
            readObject(parser, "", columns);
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON object in the line");
            }
        } catch (StreamConstraintsException e) {
            throw new RejectedRow(
                    RejectCode.TOO_LARGE,
                    "",
                    "the object is nested more than %d deep, or holds a name or number without end"
                            .formatted(MOST_NESTED));
        } catch (JsonProcessingException e) {
            var place = Optional.ofNullable(e.getLocation());
            throw malformed("the line is not one JSON object, or a name stands twice in it%s"
                    .formatted(place.map(at -> ": see character " + at.getColumnNr())
                            .orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns.values(this);
    }

    private static RejectedRow malformed(String reason) {
        return new RejectedRow(RejectCode.MALFORMED_JSON, "", reason);
    }

    /** The columns of one row, in the order in which they stand. */
    private static final class Flat {

        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        private void add(String name, String value) {
            if (names.size() == MOST_VALUES) {
                throw new RejectedRow(
                        RejectCode.TOO_LARGE, "", "the object has more than %d values".formatted(MOST_VALUES));
            }
            if (name.length() > LONGEST_NAME) {
                throw new RejectedRow(
                        RejectCode.TOO_LARGE,
                        "",
                        "the path to a value has %d characters, at most %d may lead to one"
                                .formatted(name.length(), LONGEST_NAME));
            }
            refuseNoText(name);
            refuseNoText(value);
            RowFile.refuseTooLong(value);
            names.add(name);
            values.add(value);
        }

        private void dropAfter(int size) {
            names.subList(size, names.size()).clear();
            values.subList(size, values.size()).clear();
        }

        /** An export has the same columns row after row: then their names are one list. */
        private RowValues values(JsonForm form) {
            if (!names.equals(form.lastNames)) {
                refuseRepeated();
                form.lastNames = List.copyOf(names);
            }
            return new RowValues(form.lastNames, values);
        }

        private void refuseRepeated() {
            var seen = new HashSet<String>();
            for (String name : names) {
                if (!seen.add(Header.canonical(name))) {
                    throw malformed("the path to one value leads to another, too, but for upper and lower case");
                }
            }
        }
    }

    /** Escapes can spell what no text may hold. */
    private static void refuseNoText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new RejectedRow(RejectCode.CONTROL_CHARACTER, "", "the row holds a NUL character, which no text may");
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new RejectedRow(
                    RejectCode.INVALID_ENCODING, "", "the row holds half of a surrogate pair, which is no character");
        }
    }

    private static void readObject(JsonParser parser, String path, Flat columns) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            int before = columns.names.size();
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            var inner = path + name;
            if (inner.length() > LONGEST_NAME) {
                columns.add(inner, "");
            }
            readValue(parser, inner, columns);
            if (object && name.equals(ABOUT_THE_OBJECT) && isAboutTheObject(columns, before, inner)) {
                columns.dropAfter(before);
            }
        }
    }

    private static boolean isAboutTheObject(Flat columns, int from, String path) {
        return columns.names.subList(from, columns.names.size()).stream()
                .map(name -> name.substring(path.length() + 1))
                .allMatch(TOLD_ABOUT_THE_OBJECT::contains);
    }

    private static void readArray(JsonParser parser, String path, Flat columns) throws IOException {
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            readValue(parser, path + index, columns);
        }
    }

    private static void readValue(JsonParser parser, String path, Flat columns) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser, path + ".", columns);
            case START_ARRAY -> readArray(parser, path + ".", columns);
            case VALUE_NULL -> columns.add(path, "");
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> columns.add(path, writtenOut(parser.getText()));
            case null -> throw malformed("the JSON object does not end in the line");
            default -> columns.add(path, parser.getText());
        }
    }

    private static String writtenOut(String number) {
        if (number.chars().noneMatch(letter -> letter == 'e' || letter == 'E')) {
            return number;
        }
        try {
            var exact = new BigDecimal(number);
            return Math.abs((long) exact.scale()) <= LARGEST_EXPONENT ? exact.toPlainString() : number;
        } catch (NumberFormatException exponentOutOfRange) {
            return number;
        }
    }

    @Override
    public String changed(String text, String column, String value) {
        try {
            var object = (ObjectNode) JSON.readTree(text);
            if (!replace(object, Header.canonical(column), value)) {
                object.put(column, value);
            }
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw malformed("the line is not one JSON object");
        }
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean mayGain() {
        return true;
    }

    /** Whether the path led to something, whose place the value took. */
    private static boolean replace(JsonNode inside, String path, String value) {
        return switch (inside) {
            case ObjectNode object -> replace(object, path, value);
            case ArrayNode array -> replace(array, path, value);
            default -> false;
        };
    }

    private static boolean replace(ObjectNode object, String path, String value) {
        for (String name : List.copyOf(names(object))) {
            var canonical = Header.canonical(name);
            if (path.equals(canonical)) {
                object.put(name, value);
                return true;
            }
            if (path.startsWith(canonical + ".")
                    && replace(object.get(name), path.substring(canonical.length() + 1), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean replace(ArrayNode array, String path, String value) {
        for (int index = 0; index < array.size(); index++) {
            if (path.equals(String.valueOf(index))) {
                array.set(index, array.textNode(value));
                return true;
            }
            if (path.startsWith(index + ".")
                    && replace(
                            array.get(index),
                            path.substring(String.valueOf(index).length() + 1),
                            value)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
