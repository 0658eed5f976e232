package io.caucus.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.ingest.Domains;
import io.caucus.ingest.JobTitles;
import io.caucus.ingest.References;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.Row;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventJson;
import io.caucus.ingest.event.EventMeaning;
import io.caucus.ingest.event.EventTimes;
import io.caucus.ingest.event.NotAnEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tracking calls as Segment specifies them: who a user is, which group he belongs to, what he did. One call a delivery, or several
 * in {@code batch}.
 *
 * <p><b>Clock.</b> A device's clock may be wrong by years. What happened is dated {@code receivedAt − (sentAt − originalTimestamp)}:
 * both ends of the difference come from the same clock. {@code timestamp}, where Segment has done so already, is taken as it is.
 */
final class SegmentCalls {

    private static final int LONGEST_READABLE_ID = 100;

    private final String system;
    private final JobTitles titles = JobTitles.load();

    /** @param system keys begin with it */
    SegmentCalls(String system) {
        this.system = system;
    }

    List<Event> read(byte[] body, Instant receivedAt) throws NotAnEvent {
        var message = EventJson.parse(body);
        var calls = message.has("batch") ? message.path("batch") : message;
        var events = new ArrayList<Event>();
        for (JsonNode call : calls.isArray() ? calls : List.of(calls)) {
            if (!call.isObject()) {
                throw new NotAnEvent("a call must be a JSON object");
            }
            events.add(event(call, receivedAt));
        }
        return events;
    }

    private Event event(JsonNode call, Instant receivedAt) throws NotAnEvent {
        var row = EventJson.row(call);
        var id = row.find("messageId")
                .orElseThrow(
                        () -> new NotAnEvent("'messageId' is missing; without it a repeated call would count twice"));
        return new Event(system, row.find("type").orElse("unknown"), id, new Meaning(call, row, id, receivedAt));
    }

    private final class Meaning implements EventMeaning {

        private final JsonNode call;
        private final Row row;
        private final String messageId;
        private final Instant receivedAt;

        Meaning(JsonNode call, Row row, String messageId, Instant receivedAt) {
            this.call = call;
            this.row = row;
            this.messageId = messageId;
            this.receivedAt = receivedAt;
        }

        @Override
        public void refer(References references) {
            if (group().isEmpty()) {
                references.employee(row.find("userId").map(SegmentCalls.this::person));
            }
        }

        @Override
        public List<Fact> facts(References references) {
            var type = row.get("type");
            return switch (type) {
                case "identify" -> identified();
                case "group" -> grouped();
                case "track" -> List.of(engagement(trackedKind(row.get("event")), references));
                case "page", "screen" -> List.of(engagement(visitKind(), references));
                case "alias" ->
                    throw new RejectedRow(
                            RejectCode.MERGED, "previousId", "two ids of a user are said to be the same person");
                default ->
                    throw new RejectedRow(
                            RejectCode.UNKNOWN_VALUE,
                            "type",
                            "'type' is '%s', must be identify, group, track, page, screen or alias"
                                    .formatted(Row.shown(type)));
            };
        }

        private PersonId user() {
            return row.find("userId")
                    .map(SegmentCalls.this::person)
                    .orElseThrow(() -> new RejectedRow(
                            RejectCode.ANONYMOUS, "userId", "the call names a visitor whom nobody has identified"));
        }

        private List<Fact> identified() {
            var id = user();
            var traits = traits(call.path("traits"));
            var time = FactTime.at(happenedAt());
            var facts = new ArrayList<Fact>();
            traits.find("name")
                    .or(() -> traits.findJoined("firstName", "lastName"))
                    .ifPresent(name -> facts.add(new FieldChange(id.ref(), ChangeField.NAME, name, time)));
            traits.findLowerCase("email")
                    .ifPresent(email -> facts.add(new FieldChange(id.ref(), ChangeField.EMAIL, email, time)));
            group().ifPresent(account -> facts.add(employment(id, account, traits, time)));
            return facts;
        }

        private List<Fact> grouped() {
            var account = account(row.get("groupId"));
            var traits = traits(call.path("traits"));
            var time = FactTime.at(happenedAt());
            var facts = new ArrayList<Fact>();
            traits.find("name")
                    .ifPresent(name -> facts.add(new FieldChange(account.ref(), ChangeField.NAME, name, time)));
            traits.findLowerCase("website")
                    .flatMap(Domains::in)
                    .ifPresent(domain -> facts.add(new FieldChange(account.ref(), ChangeField.DOMAIN, domain, time)));
            traits.find("industry")
                    .ifPresent(industry ->
                            facts.add(new FieldChange(account.ref(), ChangeField.INDUSTRY, industry, time)));
            traits.findWhole("employees")
                    .ifPresent(count -> facts.add(new FieldChange(account.ref(), ChangeField.HEADCOUNT, count, time)));
            row.find("userId")
                    .map(SegmentCalls.this::person)
                    .ifPresent(id -> facts.add(
                            employment(id, account, traits(call.path("context").path("traits")), time)));
            return facts;
        }

        private Employment employment(PersonId id, AccountId account, Row traits, FactTime time) {
            var title = traits.find("title");
            var position = titles.read(title.orElse(""));
            return new Employment(
                    id, account, title, position.function(), position.seniority(), time, Optional.empty());
        }

        private Engagement engagement(EngagementKind kind, References references) {
            var id = user();
            var time = FactTime.at(happenedAt());
            var account = group().orElseGet(() -> references.getEmployer(id, "userId"));
            return new Engagement(
                    new EngagementId(key("message-", messageId)),
                    account,
                    kind,
                    ActorSide.BUYER,
                    List.of(id),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    time);
        }

        private Optional<AccountId> group() {
            return EventJson.text(call.path("context").path("groupId"))
                    .filter(id -> !id.isBlank())
                    .map(SegmentCalls.this::account);
        }

        private EngagementKind visitKind() {
            var properties = traits(call.path("properties"));
            var where =
                    row.find("name").orElse("") + " " + properties.find("path").orElse("");
            return where.toLowerCase(Locale.ROOT).contains("pricing")
                    ? EngagementKind.PRICING_VISIT
                    : EngagementKind.VISIT;
        }

        private Instant happenedAt() {
            var timestamp = time("timestamp");
            var original = time("originalTimestamp");
            var sent = time("sentAt");
            var received = time("receivedAt").orElse(receivedAt);
            var corrected = timestamp.or(() ->
                    original.flatMap(started -> sent.map(end -> received.minus(Duration.between(started, end)))));
            return EventTimes.past("timestamp", corrected.or(() -> original).orElse(received), receivedAt);
        }

        private Optional<Instant> time(String field) {
            return row.find(field).map(written -> {
                try {
                    return OffsetDateTime.parse(written).toInstant();
                } catch (DateTimeException e) {
                    throw new RejectedRow(
                            RejectCode.BAD_DATE,
                            field,
                            "'%s' is '%s', must be a time such as 2026-11-01T09:00:00Z"
                                    .formatted(field, Row.shown(written)));
                }
            });
        }
    }

    private static Row traits(JsonNode object) {
        return EventJson.row(object);
    }

    /** What a tracked event's name says he did; using the product, if nothing else. */
    private static EngagementKind trackedKind(String event) {
        var name = event.toLowerCase(Locale.ROOT);
        if (name.contains("download")) {
            return EngagementKind.DOWNLOAD;
        }
        if (name.contains("webinar")) {
            return EngagementKind.WEBINAR;
        }
        boolean asked = name.contains("form") || name.contains("signed up") || name.contains("demo requested");
        return asked ? EngagementKind.FORM : EngagementKind.PRODUCT_USE;
    }

    private PersonId person(String userId) {
        return new PersonId(key("user-", userId));
    }

    private AccountId account(String groupId) {
        return new AccountId(key("group-", groupId));
    }

    /** Ids that are addresses, or too long to be part of a key, stand there as their hash. */
    private String key(String kind, String id) {
        boolean isReadable = id.length() <= LONGEST_READABLE_ID && id.matches("[\\p{L}\\p{N}._:-]+");
        return "%s:%s%s".formatted(system, kind, isReadable ? id : hash(id));
    }

    private static String hash(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(id.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
