package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.ingest.conversation.Conversation;
import io.caucus.ingest.conversation.Extraction;
import io.caucus.ingest.conversation.SignalExtractor;
import io.caucus.ingest.conversation.Spotted;
import io.caucus.ingest.conversation.Voice;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Has the words of rows read for signals.
 *
 * <p>A reading has a source record of its own, whose content is the row and the extractor's version. So importing a file again with
 * a newer extractor adds its readings and nothing else, with the same extractor changes nothing, and words that could not be read
 * are read the next time.
 */
final class WordsRead {

    private final SignalExtractor extractor;

    WordsRead(SignalExtractor extractor) {
        this.extractor = extractor;
    }

    /**
     * @param source the record of the row
     * @param facts what the row tells; its words belong to the engagement among them
     */
    Optional<SourcedFacts> read(
            RecordMapping mapping, Row row, SourceRecord source, List<Fact> facts, Findings findings) {
        var said = mapping.words().flatMap(row::findWords);
        var engagement = facts.stream()
                .filter(Engagement.class::isInstance)
                .map(Engagement.class::cast)
                .findFirst();
        var voice = engagement.flatMap(WordsRead::voice);
        if (said.isEmpty() || voice.isEmpty()) {
            return Optional.empty();
        }
        var column = mapping.words().orElseThrow();
        return switch (extractor.extract(new Conversation(said.get(), Optional.empty(), voice.get()))) {
            case Extraction.NotRead notRead -> {
                findings.wordsNotRead(column, notRead.reason());
                yield Optional.empty();
            }
            case Extraction.Read read -> {
                note(read, column, findings);
                yield Optional.of(reading(engagement.orElseThrow(), read, source));
            }
        };
    }

    /**
     * Whose words an engagement holds; empty where they say nothing about the buyer: our own mails, our plans and tasks, and what
     * did not take place.
     */
    private static Optional<Voice> voice(Engagement engagement) {
        if (engagement.excluded().isPresent()) {
            return Optional.empty();
        }
        return switch (engagement.kind().channel()) {
            case CALL, MEETING, EVENT -> Optional.of(Voice.NOTE);
            case EMAIL, CHAT, WEB, PRODUCT ->
                engagement.side() == ActorSide.BUYER ? Optional.of(Voice.BUYER) : Optional.empty();
            case INTERNAL -> engagement.kind() == EngagementKind.NOTE ? Optional.of(Voice.NOTE) : Optional.empty();
        };
    }

    private static void note(Extraction.Read read, String column, Findings findings) {
        if (read.cut()) {
            findings.wordsCut(column);
        }
        read.dropped().stream().distinct().forEach(reason -> findings.signalDropped(column, reason));
    }

    private SourcedFacts reading(Engagement engagement, Extraction.Read read, SourceRecord source) {
        var signals = read.spotted().stream().map(Spotted::signal).toList();
        var reading = new SignalReading(engagement.id(), extractor.version(), signals, engagement.time());
        return new SourcedFacts(sourceOfReading(source), List.of(reading));
    }

    private SourceRecord sourceOfReading(SourceRecord row) {
        var content = row.contentHash() + " " + extractor.version();
        return new SourceRecord(
                row.source(),
                row.type() + "-signals",
                row.nativeId(),
                HexFormat.of().formatHex(Keys.sha256().digest(content.getBytes(UTF_8))),
                row.file(),
                row.line());
    }
}
