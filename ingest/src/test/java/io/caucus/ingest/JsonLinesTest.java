package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One JSON object a line is read as a row of CSV is. */
class JsonLinesTest {

    private static final String ANA =
            "{\"Contact ID\":\"P-1\",\"First Name\":\"Ana\",\"Last Name\":\"Müller\",\"Email\":\"ana@x.example\","
                    + "\"Create Date\":\"2024-01-15\",\"Associated Company Domain\":null}";
    private static final String ANA_OTHERWISE =
            "{\"Create Date\":\"2024-01-15\", \"Email\":\"ana@x.example\", \"Last Name\":\"Müller\","
                    + "\"First Name\":\"Ana\",\"Contact ID\":\"P-1\"}";

    private ImportTrial trial;

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
    }

    @Test
    void theOrderOfKeysAndBlankOnesMakeNoOtherVersion() throws IOException {
        assertThat(contacts(ANA).runHubSpot().accepted()).isOne();

        var again = contacts(ANA_OTHERWISE + "\n" + ANA).runHubSpot();

        assertThat(again.duplicate()).isEqualTo(2);
        assertThat(trial.graph.facts(Person.class)).extracting(Person::name).containsExactly("Ana Müller");
    }

    @Test
    void everyEncodingOfCsvIsReadAndSoIsGzip() throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            trial.file("contacts.jsonl", ("\uFEFF" + ANA + "\r\n\r\n").getBytes(charset));
            assertThat(trial.runHubSpot().rejected()).isZero();
        }
        var compressed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(compressed)) {
            stream.write(ANA.getBytes(UTF_8));
        }
        var other = new ImportTrial(trial.folder.resolve("other"));
        other.file("contacts.ndjson.gz", compressed.toByteArray());

        assertThat(other.runHubSpot().accepted()).isOne();
    }

    @Test
    void aSalesforceDumpNeedsNothingElse() throws IOException {
        trial.file("Account.jsonl", """
                {"attributes":{"type":"Account","url":"/services/data/v60.0/sobjects/Account/001A"},"Id":"001000000000001",\
                "Name":"Acme","CreatedDate":"2024-01-15T10:00:00.000+0000","NumberOfEmployees":1.2E3,"Owner":{"Name":"x"}}
                """);

        var report = trial.run(trial.request("salesforce", trial.folder));

        assertThat(report.accepted()).isOne();
        assertThat(report.files().getFirst().columnsNotRead()).containsExactly("Owner.Name");
        assertThat(trial.graph.facts(Account.class)).extracting(Account::name).containsExactly("Acme");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Contact ID":"P-2"                               | MALFORMED_JSON
            {"Email":"a","Email":"b"}                         | MALFORMED_JSON
            {"Email":"a","email":"b"}                         | MALFORMED_JSON
            {"a":1} {"a":2}                                   | MALFORMED_JSON
            [1,2]                                             | MALFORMED_JSON
            {"a":NaN}                                         | MALFORMED_JSON
            {"Email":"\\u0000"}                               | CONTROL_CHARACTER
            {"Email":"\\ud800"}                               | INVALID_ENCODING
            {"a":[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]} | TOO_LARGE
            {"Contact ID":"P-2","Email":"b@x.example"}        | MISSING_VALUE
            """)
    void aBadLineCostsItself(String line, RejectCode code) throws IOException {
        var report = contacts(ANA + "\n" + line + "\n").runHubSpot();

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.accepted()).isOne();
        assertThat(report.files().getFirst().rejects()).containsOnlyKeys(code);
        assertThat(Rejects.read(trial.rejects).open())
                .extracting(KeptReject::line, reject -> reject.row().orElse(""))
                .containsExactly(Tuple.tuple(2L, line));
    }

    @Test
    void anObjectOfManyLongPathsStopsWhereItIsLargeAndNotWhereTheMemoryEnds() throws IOException {
        var deep = "{\"%s\":%s}".formatted("k".repeat(500_000), "{\"a\":1}");
        var many = new StringBuilder("{\"list\":[0");
        for (int index = 0; index < 30_000; index++) {
            many.append(",0");
        }
        var report = contacts(ANA + "\n" + deep + "\n" + many + "]}\n").runHubSpot();

        assertThat(report.files().getFirst().rejects()).containsOnlyKeys(RejectCode.TOO_LARGE);
        assertThat(report.rejected()).isEqualTo(2);
    }

    @Test
    void aFileWithoutObjectsIsRefusedWithWhatToDo() throws IOException {
        var report = contacts("[\n" + ANA + "\n]").runHubSpot();
        assertThat(report.accepted()).isOne();

        var refused = contacts("[" + ANA + "]").runHubSpot();

        assertThat(refused.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        "contacts.jsonl: none of its first lines is a JSON object; there must be one object in each line."
                                + " If it is one array, `jq -c '.[]'` writes its objects so.");
    }

    @Test
    void aRequiredColumnThatNoRowHasRefusesTheFile() throws IOException {
        assertThat(contacts("{\"Contact ID\":\"P-1\",\"E-Mail\":\"ana@x.example\"}")
                        .runHubSpot()
                        .refused())
                .extracting(RefusedFile::reason)
                .containsExactly("contacts.jsonl: column 'Email' is missing. Its first rows have Contact ID, E-Mail."
                        + " The closest is 'E-Mail': rename it to 'Email'.");
    }

    @Test
    void aMissingValueIsAddedAndReplayed() throws IOException {
        contacts(ANA + "\n" + "{\"Contact ID\":\"P-2\",\"Email\":\"bo@x.example\"}")
                .runHubSpot();

        var fixed = Rejects.read(trial.rejects)
                .withValue(reject -> true, "Create Date", "2024-01-16", Instant.parse("2024-02-01T00:00:00Z"));
        fixed.save();
        var report = new Importer(trial.graph, trial.graph, ImportTrial.RULES, trial.graph)
                .replay(Rejects.read(trial.rejects), "replay", Instant.parse("2024-02-01T00:00:00Z"));

        assertThat(report.accepted()).isOne();
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> fixed.withValue(reject -> true, "Creat Date", "x", Instant.EPOCH))
                .withMessageContaining("has no column 'Creat Date'. Did you mean 'Create Date'?");
    }

    private ImportTrial contacts(String lines) throws IOException {
        return trial.file("contacts.jsonl", lines);
    }
}
