package io.caucus.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.ingest.References;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.Row;
import io.caucus.ingest.SalesforceRecords;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventJson;
import io.caucus.ingest.event.EventMeaning;
import io.caucus.ingest.event.EventTimes;
import io.caucus.ingest.event.NotAnEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Change events of Salesforce as JSON, one or an array of them, bare or wrapped with their channel. An event that concerns several
 * records is read once for each. A created record comes whole; of a changed one come the changed fields.
 */
final class SalesforceChanges {

    private static final String SOURCE = "salesforce";

    private final SalesforceRecords records = new SalesforceRecords();

    List<Event> read(byte[] body, Instant receivedAt) throws NotAnEvent {
        var message = EventJson.parse(body);
        var events = new ArrayList<Event>();
        for (JsonNode one : message.isArray() ? message : List.of(message)) {
            readOne(one.has("data") ? one.path("data") : one, receivedAt, events);
        }
        return events;
    }

    private void readOne(JsonNode event, Instant receivedAt, List<Event> events) throws NotAnEvent {
        var payload = event.path("payload");
        var header = payload.path("ChangeEventHeader");
        if (!header.isObject()) {
            throw new NotAnEvent("a change event must have payload.ChangeEventHeader");
        }
        var ids = header.path("recordIds");
        if (!ids.isArray() || ids.isEmpty()) {
            throw new NotAnEvent("ChangeEventHeader.recordIds must be a list of at least one id");
        }
        var about = EventJson.row(header);
        var fields = fields(payload);
        takenAway(header, payload).forEach(name -> fields.put(name, ""));
        for (JsonNode id : ids) {
            events.add(event(about, id.asText(), fields, receivedAt));
        }
    }

    private Event event(Row header, String recordId, Map<String, String> fields, Instant receivedAt) {
        var entity = header.find("entityName").orElse("");
        var change = header.find("changeType").orElse("");
        var identity = "%s-%s-%s-%s"
                .formatted(
                        header.find("transactionKey").orElse(""),
                        header.find("sequenceNumber").orElse(""),
                        entity,
                        recordId);
        return new Event(
                SOURCE,
                "%s.%s".formatted(entity, change),
                identity,
                new Meaning(header, entity, change, recordId, fields, receivedAt));
    }

    /** Scalars by their API names; compound fields such as a name, by the names of their parts; times as text. */
    private static Map<String, String> fields(JsonNode payload) {
        var fields = EventJson.scalars(payload);
        fields.putAll(EventJson.scalars(payload.path("Name")));
        payload.properties().forEach(member -> {
            var value = member.getValue();
            if (value.isIntegralNumber() && isDate(member.getKey())) {
                fields.put(member.getKey(), Instant.ofEpochMilli(value.asLong()).toString());
            }
        });
        return fields;
    }

    /** Fields that changed and have no value any more. Others without one may simply not have changed. */
    private static List<String> takenAway(JsonNode header, JsonNode payload) {
        var names = new ArrayList<String>();
        for (String list : List.of("changedFields", "nulledFields")) {
            header.path(list).forEach(name -> names.add(name.asText()));
        }
        return names.stream().filter(name -> payload.path(name).isNull()).toList();
    }

    /** Relays of the Pub/Sub API write dates as numbers. */
    private static boolean isDate(String field) {
        return field.endsWith("Date") || field.endsWith("DateTime");
    }

    private final class Meaning implements EventMeaning {

        private final Row header;
        private final String entity;
        private final String change;
        private final String recordId;
        private final Map<String, String> fields;
        private final Instant receivedAt;

        Meaning(
                Row header,
                String entity,
                String change,
                String recordId,
                Map<String, String> fields,
                Instant receivedAt) {
            this.header = header;
            this.entity = entity;
            this.change = change;
            this.recordId = recordId;
            this.fields = fields;
            this.receivedAt = receivedAt;
        }

        @Override
        public void refer(References references) {
            SalesforceRecords.id(recordId).ifPresent(id -> {
                switch (change) {
                    case "CREATE" -> records.referWhole(entity, withId(id), references);
                    case "UPDATE" -> records.referChanged(entity, id, references);
                    default -> {}
                }
            });
        }

        @Override
        public List<Fact> facts(References references) {
            if (change.startsWith("GAP_") && !isGone() && !isBack()) {
                throw new RejectedRow(
                        RejectCode.GAP,
                        "changeType",
                        "Salesforce reports %s of %s: what changed is not told"
                                .formatted(Row.shown(change), shownEntity()));
            }
            // Without it, other events would pass for this one.
            header.get("transactionKey");
            var id = id();
            var at = committed();
            if (!records.isRead(entity)) {
                throw new RejectedRow(
                        RejectCode.NOT_KEPT,
                        "entityName",
                        "the graph keeps no '%s', only %s"
                                .formatted(shownEntity(), String.join(", ", records.objects())));
            }
            if (isGone() || isBack()) {
                return List.of(records.deleted(entity, id, isBack(), at));
            }
            return switch (change) {
                case "CREATE" -> records.whole(entity, withId(id), at, references);
                case "UPDATE" -> records.changed(entity, id, fields, at, references);
                default ->
                    throw new RejectedRow(
                            RejectCode.UNKNOWN_VALUE,
                            "changeType",
                            "'changeType' must be CREATE, UPDATE, DELETE, UNDELETE or GAP_…");
            };
        }

        /** That much an event tells even where it leaves out what changed. */
        private boolean isGone() {
            return change.equals("DELETE") || change.equals("GAP_DELETE");
        }

        private boolean isBack() {
            return change.equals("UNDELETE") || change.equals("GAP_UNDELETE");
        }

        private String shownEntity() {
            return Row.shown(entity);
        }

        private Map<String, String> withId(String id) {
            var whole = new LinkedHashMap<>(fields);
            whole.put("Id", id);
            return whole;
        }

        private String id() {
            return SalesforceRecords.id(recordId)
                    .orElseThrow(() -> new RejectedRow(
                            RejectCode.BAD_KEY,
                            "recordIds",
                            "'recordIds' has '%s', must be an id of 15 characters, or of 18 with the right last three"
                                    .formatted(Row.shown(recordId))));
        }

        private Instant committed() {
            var written = header.get("commitTimestamp");
            if (!written.matches("\\d{10,15}")) {
                throw new RejectedRow(
                        RejectCode.BAD_DATE, "commitTimestamp", "'commitTimestamp' must be milliseconds since 1970");
            }
            return EventTimes.past("commitTimestamp", Instant.ofEpochMilli(Long.parseLong(written)), receivedAt);
        }
    }
}
