package io.caucus.scoring.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * HTML that is XML as well. Text and attributes come from strangers' files, so there is no way to write either without escaping;
 * what no document may hold, such as a control character, becomes U+FFFD.
 */
final class Markup {

    private final StringWriter page = new StringWriter();
    private final XMLStreamWriter xml;

    Markup() {
        page.write("<!DOCTYPE html>\n");
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** A step that ends, or does not, with the writer's own exception: it cannot happen, since a string is never full. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private Markup then(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("a page in memory could not be written", e);
    }

    /** @param attributes names and values in turn */
    Markup open(String element, String... attributes) {
        return then(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
        });
    }

    /** An element that HTML knows as void, or an SVG one without content. */
    Markup empty(String element, String... attributes) {
        return then(() -> {
            xml.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    Markup text(String text) {
        return then(() -> xml.writeCharacters(legal(text)));
    }

    Markup close() {
        return then(xml::writeEndElement);
    }

    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Where the page's source takes a new line. */
    Markup line() {
        return text("\n");
    }

    /** What has been written, with all that was open closed. */
    String finish() {
        then(xml::writeEndDocument);
        return page + "\n";
    }

    /** The Char production of XML 1.0, less those C1 controls that HTML refuses. */
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().map(Markup::legal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int legal(int point) {
        boolean isControl = Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r';
        boolean isSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (point & 0xFFFE) == 0xFFFE;
        return isControl || isSurrogate || isNoCharacter ? 0xFFFD : point;
    }
}
