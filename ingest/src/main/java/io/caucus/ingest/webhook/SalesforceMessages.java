package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.ingest.DateForm;
import io.caucus.ingest.References;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.RejectedRow;
import io.caucus.ingest.Row;
import io.caucus.ingest.SalesforceRecords;
import io.caucus.ingest.event.Event;
import io.caucus.ingest.event.EventMeaning;
import io.caucus.ingest.event.EventTimes;
import io.caucus.ingest.event.NotAnEvent;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Outbound Messages of Salesforce: SOAP with the records as they stand when they are sent, as many fields as an administrator chose.
 *
 * <p>Nothing outside the message is ever read: document types, and with them entities, are refused. The session id that
 * Salesforce sends along is skipped here and taken out of what is kept ({@link #withoutSession}).
 */
final class SalesforceMessages {

    private static final String SOURCE = "salesforce";
    private static final String NAMESPACE = "http://soap.sforce.com/2005/09/outbound";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MOST_DEPTH = 16;
    private static final int LONGEST_VALUE = 131_072;

    /** Byte for byte: the characters of tags are the same in UTF-8 and Latin-1. */
    private static final Pattern SESSION =
            Pattern.compile("(<(?:[\\w.-]+:)?SessionId\\b[^>]*>).*?(</(?:[\\w.-]+:)?SessionId)", Pattern.DOTALL);

    private final SalesforceRecords records = new SalesforceRecords();

    /** @param organization the id of the organisation that sends, with 18 characters */
    record Message(String organization, List<Event> events) {

        Message {
            events = List.copyOf(events);
        }
    }

    Message read(byte[] body, Instant receivedAt) throws NotAnEvent {
        if (hasNul(body)) {
            throw new NotAnEvent("the message must be in UTF-8");
        }
        try {
            var xml = factory().createXMLStreamReader(new ByteArrayInputStream(body));
            return new Parsing(xml, receivedAt).message();
        } catch (XMLStreamException e) {
            throw new NotAnEvent("the body must be an Outbound Message: well-formed XML without a document type");
        }
    }

    /** In UTF-16 every second byte of a tag is one, and the session id could not be found. */
    private static boolean hasNul(byte[] body) {
        for (byte one : body) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** One walk through one message. */
    private final class Parsing {

        private final XMLStreamReader xml;
        private final Instant receivedAt;
        private final List<Event> events = new ArrayList<>();
        private @Nullable String organization;
        private int depth;

        Parsing(XMLStreamReader xml, Instant receivedAt) {
            this.xml = xml;
            this.receivedAt = receivedAt;
        }

        Message message() throws XMLStreamException, NotAnEvent {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new NotAnEvent("the message must have neither a document type nor entities");
                    default -> {}
                }
            }
            if (organization == null || events.isEmpty()) {
                throw new NotAnEvent("the message must have an OrganizationId and at least one Notification");
            }
            return new Message(organization, events);
        }

        private void begin() throws XMLStreamException, NotAnEvent {
            deeper();
            if (!NAMESPACE.equals(xml.getNamespaceURI())) {
                return;
            }
            switch (xml.getLocalName()) {
                case "OrganizationId" ->
                    organization = SalesforceRecords.id(text())
                            .orElseThrow(() -> new NotAnEvent("OrganizationId must be a Salesforce id"));
                case "Notification" -> notification();
                default -> {}
            }
        }

        private void deeper() throws NotAnEvent {
            depth++;
            if (depth > MOST_DEPTH) {
                throw new NotAnEvent("the message must be at most %d deep".formatted(MOST_DEPTH));
            }
        }

        /** The text of the element that has just begun, which ends here. */
        private String text() throws XMLStreamException, NotAnEvent {
            var text = xml.getElementText();
            depth--;
            if (text.length() > LONGEST_VALUE) {
                throw new NotAnEvent("a value must have at most %d characters".formatted(LONGEST_VALUE));
            }
            return text.strip();
        }

        private void notification() throws XMLStreamException, NotAnEvent {
            var id = "";
            var object = "";
            var fields = new LinkedHashMap<String, String>();
            int outside = depth - 1;
            while (depth > outside) {
                int happened = xml.next();
                if (happened == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (happened == XMLStreamConstants.START_ELEMENT) {
                    deeper();
                    if (xml.getLocalName().equals("sObject")) {
                        object = type();
                        readFields(fields);
                    } else if (xml.getLocalName().equals("Id")) {
                        id = text();
                    }
                }
            }
            if (id.isEmpty() || object.isEmpty()) {
                throw new NotAnEvent("a Notification must have an Id and an sObject with its type");
            }
            events.add(new Event(SOURCE, object + ".message", id, new Meaning(object, fields, receivedAt)));
        }

        /** {@code xsi:type="sf:Contact"} is a Contact. */
        private String type() {
            var written = xml.getAttributeValue(XSI, "type");
            return written == null ? "" : written.substring(written.indexOf(':') + 1);
        }

        private void readFields(Map<String, String> fields) throws XMLStreamException, NotAnEvent {
            int outside = depth - 1;
            while (depth > outside) {
                int happened = xml.next();
                if (happened == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (happened == XMLStreamConstants.START_ELEMENT) {
                    deeper();
                    var name = xml.getLocalName();
                    fields.put(name, text());
                }
            }
        }
    }

    private final class Meaning implements EventMeaning {

        private final String object;
        private final Map<String, String> fields;
        private final Instant receivedAt;

        Meaning(String object, Map<String, String> fields, Instant receivedAt) {
            this.object = object;
            this.fields = fields;
            this.receivedAt = receivedAt;
        }

        @Override
        public void refer(References references) {
            records.referWhole(object, fields, references);
        }

        @Override
        public List<Fact> facts(References references) {
            if (!records.isRead(object)) {
                throw new RejectedRow(
                        RejectCode.NOT_KEPT,
                        "sObject",
                        "the graph keeps no '%s', only %s"
                                .formatted(Row.shown(object), String.join(", ", records.objects())));
            }
            var row = Row.ofFields(fields);
            row.get("CreatedDate");
            var at = row.findDate("LastModifiedDate", DateForm.SALESFORCE)
                    .or(() -> row.findDate("SystemModstamp", DateForm.SALESFORCE))
                    .orElse(receivedAt);
            return records.whole(object, fields, EventTimes.past("LastModifiedDate", at, receivedAt), references);
        }
    }

    /** The message with the session id blotted out: it opens the sender's whole organisation to whoever reads it. */
    static byte[] withoutSession(byte[] body) {
        var text = new String(body, ISO_8859_1);
        return SESSION.matcher(text).replaceAll("$1$2").getBytes(ISO_8859_1);
    }
}
