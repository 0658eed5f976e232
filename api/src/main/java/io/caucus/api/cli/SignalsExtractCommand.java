package io.caucus.api.cli;

import io.caucus.ingest.conversation.Extraction;
import io.caucus.ingest.conversation.SignalExtractor;
import io.caucus.ingest.conversation.Spotted;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the signals of one text, with the words that show them. Nothing is kept.",
            "Quoted mail, signatures and footers are not read."
        })
final class SignalsExtractCommand implements Callable<Integer> {

    @Mixin
    private WordsGiven words = new WordsGiven();

    @Mixin
    private ExtractorChoice choice = new ExtractorChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var extractor = choice.open();
        var text = words.text();
        var read = read(extractor, text);
        if (output.isJson()) {
            output.json(Map.of(
                    "extractor",
                    extractor.version().toString(),
                    "cut",
                    read.cut(),
                    "signals",
                    read.spotted().stream().map(one -> document(one, text)).toList(),
                    "dropped",
                    read.dropped()));
        } else {
            print(read, extractor, text);
        }
        return ExitCode.DONE;
    }

    private Extraction.Read read(SignalExtractor extractor, String text) {
        return switch (extractor.extract(words.conversation(text))) {
            case Extraction.Read read -> read;
            case Extraction.NotRead notRead ->
                throw new EnvironmentProblem("The text was not read: %s.".formatted(notRead.reason()));
        };
    }

    private void print(Extraction.Read read, SignalExtractor extractor, String text) {
        if (read.cut()) {
            output.remark("Only the first %d characters were read.".formatted(SignalExtractor.MOST_CHARACTERS));
        }
        read.dropped().forEach(reason -> output.remark("Dropped: %s.".formatted(reason)));
        if (read.spotted().isEmpty()) {
            output.line("No signal found (%s).".formatted(extractor.version()));
        }
        read.spotted().forEach(one -> output.line(line(one, text)));
    }

    private static String line(Spotted one, String text) {
        return String.format(
                Locale.ROOT,
                "%-20s %.2f  %s\"%s\" (characters %d to %d)",
                one.signal().kind(),
                one.signal().confidence(),
                one.signal().detail().map(detail -> detail + ": ").orElse(""),
                wordsOf(one, text).replaceAll("\\s+", " "),
                one.start(),
                one.end());
    }

    private static String wordsOf(Spotted one, String text) {
        return text.substring(one.start(), one.end());
    }

    private static Map<String, Object> document(Spotted one, String text) {
        var document = new TreeMap<String, Object>(Map.of(
                "signal", one.signal().kind().name(),
                "confidence", one.signal().confidence(),
                "start", one.start(),
                "end", one.end(),
                "words", wordsOf(one, text)));
        one.signal().detail().ifPresent(detail -> document.put("detail", detail));
        return document;
    }
}
