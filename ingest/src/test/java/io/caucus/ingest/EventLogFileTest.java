package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private EventLogFile.Contents read(String name, String text) throws IOException {
        return read(name, text.getBytes(UTF_8), EventColumns.OURS);
    }

    private EventLogFile.Contents read(String name, byte[] bytes, EventColumns columns) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return EventLogFile.read(file, columns, folder.resolve("rejects.jsonl"));
    }

    private List<JsonNode> rejects() throws IOException {
        var lines = Files.readAllLines(folder.resolve("rejects.jsonl"));
        return lines.stream().skip(1).map(EventLogFileTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void aRowSaysWhoDidWhatWhenAndWhomItReached() throws IOException {
        var contents = read("log.csv", """
                at,actor,channel,reached,reach,cascade,id,triggered_by,response_to
                2026-03-02 08:12,Ana Pérez,mail, bo ; cy;bo ,7,deal,m-1,,
                1772439300.25,bo,,,,deal,m-2,,m-1
                """);

        var ana = contents.events().getFirst();
        assertThat(ana.at()).isEqualTo(Instant.parse("2026-03-02T08:12:00Z"));
        assertThat(ana.actor()).isEqualTo("Ana Pérez");
        assertThat(ana.reached()).containsExactly("bo", "cy");
        assertThat(ana.reach()).isEqualTo(OptionalInt.of(7));
        assertThat(List.of(ana.channel(), ana.cascade(), ana.id())).containsExactly("mail", "deal", "m-1");
        var bo = contents.events().getLast();
        assertThat(bo.line()).isEqualTo(3);
        assertThat(bo.at()).isEqualTo(Instant.parse("2026-03-02T08:15:00.250Z"));
        assertThat(bo.reached()).isEmpty();
        assertThat(bo.triggeredBy()).isEqualTo(Optional.of("Ana Pérez"));
        assertThat(folder.resolve("rejects.jsonl")).doesNotExist();
    }

    @Test
    void badRowsAreKeptWithLineColumnCodeAndReasonAndTheCountsAddUp() throws IOException {
        var contents = read("log.csv", """
                at,actor,reached,reach,id,triggered_by,response_to
                2026-03-02,ana,bo,,1,,
                2026-13-02,bo,,,2,,
                1772439300250,bo,,,3,,
                2026-03-03,,,,4,,
                2026-03-03,cy,ana;bo,1,5,,
                2026-03-03,cy,,,1,,
                2026-03-02,ana,bo,,1,,
                2026-03-04,dee,,,7,,99
                2026-03-04,eli,,,8,bo,1
                2026-03-04,eli,,,,
                2026-03-04,fay,,0,9,,
                """);

        assertThat(contents.read()).isEqualTo(11);
        assertThat(contents.events()).hasSize(1);
        assertThat(contents.duplicate()).isEqualTo(1);
        assertThat(contents.rejectedRows()).isEqualTo(9);
        assertThat(rejects())
                .extracting(
                        one -> one.get("line").asInt(),
                        one -> one.get("column").asText(),
                        one -> one.get("code").asText())
                .containsExactly(
                        tuple(3, "at", "BAD_DATE"),
                        tuple(4, "at", "BAD_DATE"),
                        tuple(5, "actor", "MISSING_VALUE"),
                        tuple(6, "reach", "BAD_NUMBER"),
                        tuple(7, "id", "BAD_KEY"),
                        tuple(9, "response_to", "UNRESOLVED_REFERENCE"),
                        tuple(10, "response_to", "AMBIGUOUS_REFERENCE"),
                        tuple(11, "", "RAGGED_ROW"),
                        tuple(12, "reach", "BAD_NUMBER"));
        assertThat(rejects().getFirst().get("reason").asText())
                .startsWith("Column 'at' has '2026-13-02', must be a date")
                .contains("seconds since 1970");
        assertThat(rejects().getFirst().get("row").asText()).isEqualTo("2026-13-02,bo,,,2,,");
        assertThat(contents.rejected())
                .containsEntry(RejectCode.BAD_DATE, 2L)
                .containsEntry(RejectCode.BAD_NUMBER, 2L)
                .hasSize(7);
    }

    @Test
    void withoutIdsTheSameRowTwiceIsTwoEvents() throws IOException {
        assertThat(read("log.csv", "at,actor\n2026-03-02,ana\n2026-03-02,ana\n").events())
                .hasSize(2);
    }

    @Test
    void otherEncodingsSeparatorsAndCompressionAreReadAsExportsAre() throws IOException {
        var text = "actor;at\r\n\"Ana; Ltd\";2026-03-02\r\n";
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
            gzip.write(text.getBytes(UTF_16LE));
        }

        var contents = read("log.csv.gz", bytes.toByteArray(), EventColumns.OURS);

        assertThat(contents.events()).extracting(LoggedEvent::actor).containsExactly("Ana; Ltd");
    }

    @Test
    void linesOfJsonMayListWhomTheyReached() throws IOException {
        var contents = read("log.jsonl", """
                {"at": "2026-03-02T08:00:00+01:00", "actor": "ana", "reached": ["bo", "cy"]}
                {"at": 1772439300, "actor": 7, "reached": "ana;bo"}
                {"at": 1772439300, "actor": "bo", "reached":
                """);

        assertThat(contents.events())
                .extracting(LoggedEvent::actor, event -> String.join(" ", event.reached()))
                .containsExactly(tuple("ana", "bo cy"), tuple("7", "ana bo"));
        assertThat(contents.rejected()).containsOnlyKeys(RejectCode.MALFORMED_JSON);
    }

    @Test
    void columnsMayHaveOtherNames() throws IOException {
        var contents = read(
                "sent.csv",
                "Unix_Time,sender,to,kind\n1772439300,17,3 4,new\n".getBytes(UTF_8),
                EventColumns.called(Map.of("at", "unix_time", "actor", "sender", "reached", "to"), " "));

        assertThat(contents.events().getFirst().reached()).containsExactly("3", "4");
        assertThat(contents.columnsNotRead()).containsExactly("kind");
    }

    @Test
    void whatIsNoEventLogIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> read("log.csv", "time,actor\n1,ana\n"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("column 'at' is missing")
                .hasMessageContaining("time, actor");
        assertThatThrownBy(() -> read("log.csv", ""))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> EventLogFile.read(folder, EventColumns.OURS, folder.resolve("r")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith("there is no event log");
        assertThatThrownBy(() -> EventColumns.called(Map.of("who", "sender"), ";"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("no column 'who', only at, actor, reached");
    }

    @Test
    void aFileThatIsCutOffCountsToItsEnd() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("at,actor\n2026-03-02,ana\n2026-03-02,bo\n".getBytes(UTF_8));
        }
        var cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 4);

        var contents = read("log.csv.gz", cut, EventColumns.OURS);

        assertThat(contents.broken())
                .hasValueSatisfying(reason -> assertThat(reason).contains("reading stopped"));
        assertThat(contents.read()).isEqualTo(contents.events().size() + contents.rejectedRows());
    }
}
