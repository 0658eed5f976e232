package io.caucus.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.ingest.ForeignIds;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data of one of our events, read by field; what is missing or misspelt rejects the event. */
final class EventData {

    private static final int LONGEST_KEY = 180;
    private static final int MOST_PEOPLE = 1_000;

    private final String system;
    private final JsonNode data;
    private final Instant receivedAt;
    private final Row row;

    EventData(String system, JsonNode data, Instant receivedAt) {
        this.system = system;
        this.data = data;
        this.receivedAt = receivedAt;
        row = EventJson.row(data);
    }

    Row row() {
        return row;
    }

    String key(String field) {
        return key(field, row.get(field));
    }

    Optional<String> findKey(String field) {
        return row.find(field).map(written -> key(field, written));
    }

    /** The keys of a list; a list that is not there is empty. */
    List<String> keys(String field) {
        var list = data.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_PEOPLE) {
            throw new RejectedRow(
                    RejectCode.MALFORMED, field, "'%s' must be a list of at most %d ids".formatted(field, MOST_PEOPLE));
        }
        var keys = new ArrayList<String>();
        for (JsonNode one : list) {
            keys.add(key(field, EventJson.text(one).orElse("")));
        }
        return keys;
    }

    private String key(String field, String written) {
        var key = written.indexOf(':') < 0 ? system + ":" + written : written;
        boolean isComplete = !written.isBlank() && !key.startsWith(":") && !key.endsWith(":");
        if (!isComplete || key.length() > LONGEST_KEY || key.chars().anyMatch(EventData::cannotStandInKeys)) {
            throw new RejectedRow(
                    RejectCode.BAD_KEY,
                    field,
                    "'%s' must be an id of 1 to %d printable characters, or a key 'system:id', and no e-mail address"
                            .formatted(field, LONGEST_KEY));
        }
        return ForeignIds.canonical(key);
    }

    /** Addresses are personal data, and keys are written into logs. */
    private static boolean cannotStandInKeys(int character) {
        return Character.isISOControl(character) || character == '@';
    }

    <E extends Enum<E>> E word(String field, Class<E> words) {
        row.get(field);
        return findWord(field, words).orElseThrow();
    }

    <E extends Enum<E>> Optional<E> findWord(String field, Class<E> words) {
        return row.find(field)
                .map(written -> Stream.of(words.getEnumConstants())
                        .filter(word -> word.name().equals(written.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new RejectedRow(
                                RejectCode.UNKNOWN_VALUE,
                                field,
                                "'%s' is '%s', must be one of %s"
                                        .formatted(field, Row.shown(written), inWords(words)))));
    }

    private static <E extends Enum<E>> String inWords(Class<E> words) {
        return Stream.of(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    Optional<Instant> findPast(String field) {
        return row.find(field).map(written -> past(field, written));
    }

    Instant past(String field, String written) {
        try {
            return EventTimes.past(field, OffsetDateTime.parse(written).toInstant(), receivedAt);
        } catch (DateTimeException e) {
            throw badDate(field, written, "a time such as 2026-11-01T09:00:00Z");
        }
    }

    /** A day, as ISO-8601 writes it. */
    String day(String field) {
        var written = row.get(field);
        try {
            return LocalDate.parse(written).toString();
        } catch (DateTimeException e) {
            throw badDate(field, written, "a day such as 2026-11-01");
        }
    }

    private static RejectedRow badDate(String field, String written, String rule) {
        return new RejectedRow(
                RejectCode.BAD_DATE, field, "'%s' is '%s', must be %s".formatted(field, Row.shown(written), rule));
    }

    /** A number in (0, 1]. */
    Optional<Double> findShare(String field) {
        return row.findDecimal(field).map(Double::valueOf).map(share -> {
            if (!(share > 0 && share <= 1)) {
                throw new RejectedRow(
                        RejectCode.BAD_NUMBER, field, "'%s' is %s, must lie in (0, 1]".formatted(field, share));
            }
            return share;
        });
    }
}
