package io.caucus.ingest.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well the rules read what was written down before there were any. Rules are not tuned on these texts; who does so writes new
 * ones first, and the figures in {@code docs/conversation-signals.md} with them.
 */
class HeldOutTest {

    private static final SignalExtractor EXTRACTOR = RuleExtractor.with(
            Competitors.of("held-out", List.of("version 1", "Initech | Initech CRM", "Umbrella Suite")));

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        private String line(String name) {
            return "| %s | %d | %d | %d |".formatted(name, right, wrong, missed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"held-out.csv", "held-out-2.csv"})
    void theFiguresInTheDocumentAreThoseOfTheRules(String texts) throws IOException {
        var bySignal = new TreeMap<String, Tally>();
        var mistakes = new ArrayList<String>();
        for (NamedCsvRecord row : rows(texts)) {
            var expected = words(row.getField("signals"));
            var found = found(row);
            expected.forEach(signal -> {
                var tally = bySignal.computeIfAbsent(kind(signal), first -> new Tally());
                if (found.contains(signal)) {
                    tally.right++;
                } else {
                    tally.missed++;
                    mistakes.add("missed %s in: %s".formatted(signal, row.getField("text")));
                }
            });
            found.stream().filter(signal -> !expected.contains(signal)).forEach(signal -> {
                bySignal.computeIfAbsent(kind(signal), first -> new Tally()).wrong++;
                mistakes.add("wrong %s in: %s".formatted(signal, row.getField("text")));
            });
        }

        var table = bySignal.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .collect(Collectors.joining("\n"));
        var sum = sum(texts, bySignal.values());
        assertThat(Files.readString(Path.of("../docs/conversation-signals.md")))
                .as("%s%n%s%n%s", sum, table, String.join("\n", mistakes))
                .contains(sum)
                .contains(table);
    }

    private static String sum(String texts, Collection<Tally> tallies) {
        int right = tallies.stream().mapToInt(tally -> tally.right).sum();
        int wrong = tallies.stream().mapToInt(tally -> tally.wrong).sum();
        int missed = tallies.stream().mapToInt(tally -> tally.missed).sum();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.2f | %.2f |",
                texts,
                right,
                wrong,
                missed,
                (double) right / (right + wrong),
                (double) right / (right + missed));
    }

    private static Set<String> words(String signals) {
        return Arrays.stream(signals.replace("Umbrella Suite", "Umbrella_Suite").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(NamedCsvRecord row) {
        var conversation =
                new Conversation(row.getField("text"), Optional.empty(), Voice.valueOf(row.getField("voice")));
        var read = (Extraction.Read) EXTRACTOR.extract(conversation);
        return read.spotted().stream()
                .map(spotted -> name(spotted.signal()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Signal signal) {
        return signal.kind()
                + signal.detail().map(detail -> ":" + detail.replace(' ', '_')).orElse("");
    }

    private static String kind(String signal) {
        return signal.split(":", 2)[0];
    }

    private static List<NamedCsvRecord> rows(String texts) throws IOException {
        InputStream stream = Objects.requireNonNull(HeldOutTest.class.getResourceAsStream(texts), texts);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            return rows.stream().toList();
        }
    }
}
