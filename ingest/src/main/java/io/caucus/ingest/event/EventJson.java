package io.caucus.ingest.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caucus.ingest.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as events bring it: no deeper than {@value #MOST_DEPTH}, no member twice in one object, numbers exact however long, nothing
 * behind the end.
 */
public final class EventJson {

    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EventJson() {}

    /** @throws NotAnEvent when it is no JSON within the bounds; the reason repeats nothing of it */
    public static JsonNode parse(byte[] json) throws NotAnEvent {
        try {
            var node = JSON.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw new NotAnEvent("the body is empty, must be JSON");
            }
            return node;
        } catch (IOException e) {
            throw new NotAnEvent(
                    "the body must be JSON in UTF-8, at most %d deep, without the same member twice in an object"
                            .formatted(MOST_DEPTH));
        }
    }

    /** The members of an object that are text, numbers or truth values, as text; the others are left out. */
    public static Map<String, String> scalars(JsonNode object) {
        var scalars = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(member -> text(member.getValue()).ifPresent(text -> scalars.put(member.getKey(), text)));
        return scalars;
    }

    public static Row row(JsonNode object) {
        return Row.ofFields(scalars(object));
    }

    /** A scalar as text, numbers in full: 9007199254740993 stays what it is. */
    public static Optional<String> text(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(plain(value.decimalValue()));
        }
        return value.isTextual() || value.isBoolean() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** {@code 1e999999999} is a short number and a very long text. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
    }
}
