package io.caucus.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The part of YAML 1.2 a mapping is written in: texts, lists and entries, each with its line. Every scalar is the text that stands
 * there, so {@code no} is a word and {@code 007} keeps its zeros. Tags, anchors and aliases are refused: nothing here needs them,
 * and a page of aliases can stand for a gigabyte.
 */
sealed interface YamlTree {

    int MOST_CHARACTERS = 1 << 19;
    int MOST_NESTED = 20;

    /** From 1. */
    int line();

    /** What it is, for a sentence. */
    String inWords();

    record Text(String value, int line) implements YamlTree {

        @Override
        public String inWords() {
            return "the text '%s'".formatted(Row.shown(value));
        }
    }

    record Items(List<YamlTree> all, int line) implements YamlTree {

        @Override
        public String inWords() {
            return "a list";
        }
    }

    /** @param all by key, in the order in which they stand */
    record Entries(Map<String, Entry> all, int line) implements YamlTree {

        @Override
        public String inWords() {
            return "entries such as '%s:'"
                    .formatted(
                            all.isEmpty()
                                    ? "key"
                                    : Row.shown(all.keySet().iterator().next()));
        }
    }

    /** @param line where the key stands */
    record Entry(YamlTree value, int line) {}

    /** The text is no such YAML. The message is half a sentence about the line. */
    final class NotReadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        NotReadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** Empty when nothing is written. */
    static Optional<YamlTree> read(String text) throws NotReadable {
        if (text.length() > MOST_CHARACTERS) {
            throw new NotReadable(
                    1, "it has more than %,d characters, the most it may have".formatted(MOST_CHARACTERS));
        }
        try {
            return new Reader(text).document();
        } catch (MarkedYamlEngineException e) {
            throw new NotReadable(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    "it is no YAML there: %s".formatted(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new NotReadable(1, "it is no YAML text; it may hold a character that no text may");
        }
    }

    /** Reads the events of one document. */
    final class Reader {

        private final Iterator<Event> events;

        private Reader(String text) {
            events = new Parse(LoadSettings.builder()
                            .setCodePointLimit(MOST_CHARACTERS)
                            .build())
                    .parseString(text)
                    .iterator();
        }

        private Optional<YamlTree> document() throws NotReadable {
            Optional<YamlTree> found = Optional.empty();
            while (events.hasNext()) {
                var event = events.next();
                if (event instanceof NodeEvent node) {
                    if (found.isPresent()) {
                        throw new NotReadable(line(event), "a second document begins; a mapping is one");
                    }
                    found = Optional.of(value(node, 0));
                }
            }
            return found;
        }

        private YamlTree value(Event event, int depth) throws NotReadable {
            int line = line(event);
            if (depth > MOST_NESTED) {
                throw new NotReadable(line, "it is nested more than %d deep".formatted(MOST_NESTED));
            }
            refuseAnchor(event, line);
            return switch (event) {
                case ScalarEvent scalar -> text(scalar, line);
                case SequenceStartEvent list -> items(list, line, depth);
                case MappingStartEvent entries -> entries(entries, line, depth);
                default -> throw new NotReadable(line, "something else than a value stands there");
            };
        }

        private static void refuseAnchor(Event event, int line) throws NotReadable {
            boolean anchored =
                    event instanceof NodeEvent node && node.getAnchor().isPresent();
            if (event instanceof AliasEvent || anchored) {
                throw new NotReadable(
                        line, "anchors (&) and aliases (*) are not read; write the value out, or in quotes");
            }
        }

        private static void refuseTag(Optional<?> tag, int line) throws NotReadable {
            if (tag.isPresent()) {
                throw new NotReadable(line, "tags (!) are not read; leave it out, or write the value in quotes");
            }
        }

        private static Text text(ScalarEvent scalar, int line) throws NotReadable {
            refuseTag(scalar.getTag(), line);
            return new Text(scalar.getValue().strip(), line);
        }

        private Items items(SequenceStartEvent list, int line, int depth) throws NotReadable {
            refuseTag(list.getTag(), line);
            var all = new ArrayList<YamlTree>();
            for (var next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                all.add(value(next, depth + 1));
            }
            return new Items(List.copyOf(all), line);
        }

        private Entries entries(MappingStartEvent entries, int line, int depth) throws NotReadable {
            refuseTag(entries.getTag(), line);
            var all = new LinkedHashMap<String, Entry>();
            for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
                int keyLine = line(next);
                if (!(value(next, depth + 1) instanceof Text key)) {
                    throw new NotReadable(keyLine, "a key must be a text");
                }
                var before = all.putIfAbsent(key.value(), new Entry(value(events.next(), depth + 1), keyLine));
                if (before != null) {
                    throw new NotReadable(
                            keyLine,
                            "'%s' stands twice, first in line %d".formatted(Row.shown(key.value()), before.line()));
                }
            }
            return new Entries(all, line);
        }

        private static int line(Event event) {
            return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        }
    }
}
