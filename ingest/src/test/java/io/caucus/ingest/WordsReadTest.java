package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.ingest.conversation.Conversation;
import io.caucus.ingest.conversation.Extraction;
import io.caucus.ingest.conversation.SignalExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsReadTest {

    private static final String ACTIVITIES =
            "Activity ID,Activity Type,Activity Date,Notes/Description,Meeting Outcome,Associated Contact Email\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @SuppressWarnings("NullAway.Init")
    private ImportTrial trial;

    @BeforeEach
    void companyAndContact() throws IOException {
        trial = new ImportTrial(temporary);
        trial.file(
                "companies.csv",
                "Company ID,Company Name,Company Domain Name,Create Date\n1,Acme,acme.example,2025-01-01\n");
        trial.contacts("9,Ana,Lima,ana@acme.example,CTO,2025-01-02,acme.example\n");
    }

    @Test
    void theNotesOfCallsHeldMeetingsAndNotesAreReadAndOnlySignalsAreTold() throws IOException {
        activities("""
                a,Call,2025-02-01,Asked about pricing and needs a quote.,,ana@acme.example
                b,Meeting,2025-02-02,"They have no budget, CFO decides.",Completed,ana@acme.example
                c,Note,2025-02-03,Nothing much.,,ana@acme.example
                """);

        trial.runHubSpot();

        assertThat(readings())
                .extracting(reading -> reading.engagement().value(), WordsReadTest::kinds)
                .containsExactly(
                        tuple("hubspot:a", List.of(ConversationSignal.ASKS_PRICE)),
                        tuple(
                                "hubspot:b",
                                List.of(ConversationSignal.OBJECTION_BUDGET, ConversationSignal.QUALIFICATION)),
                        tuple("hubspot:c", List.of()));
        assertThat(trial.graph.facts(Fact.class).toString()).doesNotContain("quote", "Nothing much");
    }

    @Test
    void wordsMayBeLongerThanWhatIsKept() throws IOException {
        activities("a,Call,2025-02-01,%sAsked about pricing.,,ana@acme.example\n".formatted("We talked. ".repeat(500)));

        var report = trial.runHubSpot();

        assertThat(activitiesOf(report).accepted()).isEqualTo(1);
        assertThat(activitiesOf(report).rejected()).isZero();
        assertThat(readings())
                .singleElement()
                .satisfies(reading -> assertThat(kinds(reading)).contains(ConversationSignal.ASKS_PRICE));
    }

    @Test
    void aReadingHasTheClocksOfItsEngagement() throws IOException {
        activities("a,Call,2025-02-01,Asked about pricing.,,ana@acme.example\n");

        trial.runHubSpot();

        assertThat(readings()).singleElement().satisfies(reading -> {
            assertThat(reading.time()).isEqualTo(engagements().getFirst().time());
            assertThat(reading.extractor()).isEqualTo(new ExtractorVersion("rules", "1.0"));
        });
    }

    @Test
    void mailsWithoutDirectionTasksAndMeetingsNotHeldAreNotRead() throws IOException {
        activities("""
                a,Email,2025-02-01,What would it cost?,,ana@acme.example
                b,Task,2025-02-02,Send them a quote,,ana@acme.example
                c,Meeting,2025-02-03,Discuss pricing,No Show,ana@acme.example
                d,Call,2025-02-04,,,ana@acme.example
                """);

        trial.runHubSpot();

        assertThat(engagements()).hasSize(4);
        assertThat(readings()).isEmpty();
    }

    @Test
    void importingAgainChangesNothingAndCountsRowsAlone() throws IOException {
        activities("a,Call,2025-02-01,Asked about pricing.,,ana@acme.example\n");
        trial.runHubSpot();
        var facts = List.copyOf(trial.graph.facts(Fact.class));

        var report = trial.runHubSpot();

        assertThat(trial.graph.facts(Fact.class)).isEqualTo(facts);
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.duplicate()).isEqualTo(file.read()));
        assertThat(activitiesOf(report).read()).isEqualTo(1);
    }

    @Test
    void aNewerExtractorAddsItsReadingBesideTheOlderOneAndNothingElse() throws IOException {
        activities("a,Call,2025-02-01,Asked about pricing.,,ana@acme.example\n");
        trial.runHubSpot();
        int before = trial.graph.facts(Fact.class).size();

        trial.run(
                trial.request("hubspot", trial.folder),
                new Stub("2.0", new Extraction.Read(List.of(), false, List.of())));

        assertThat(trial.graph.facts(Fact.class)).hasSize(before + 1);
        assertThat(readings())
                .extracting(reading -> reading.extractor().version())
                .containsExactly("1.0", "2.0");
    }

    @Test
    void wordsThatCouldNotBeReadAreReadTheNextTimeAndTheReportSaysSo() throws IOException {
        activities("a,Call,2025-02-01,Asked about pricing.,,ana@acme.example\n");

        var report = trial.run(
                trial.request("hubspot", trial.folder), new Stub("1", new Extraction.NotRead("the extractor is away")));

        assertThat(activitiesOf(report).accepted()).isEqualTo(1);
        assertThat(activitiesOf(report).findings())
                .extracting(Finding::code, Finding::text)
                .containsExactly(
                        tuple(
                                FindingCode.WORDS_NOT_READ,
                                "1 row: Notes/Description was not read for signals, since the extractor is away; importing the file again reads it"));
        trial.runHubSpot();
        assertThat(readings()).hasSize(1);
    }

    @Test
    void whatWasCutOrDroppedIsInTheReport() throws IOException {
        activities("a,Call,2025-02-01,Asked about pricing.,,ana@acme.example\n");

        var report = trial.run(
                trial.request("hubspot", trial.folder),
                new Stub("1", new Extraction.Read(List.of(), true, List.of("it makes no sense", "it makes no sense"))));

        assertThat(activitiesOf(report).findings())
                .extracting(Finding::text)
                .containsExactly(
                        "1 row: Notes/Description is longer than 65536 characters; signals were read from its beginning",
                        "1 row: signals in Notes/Description were dropped, since it makes no sense");
    }

    @Test
    void salesforceDescriptionsOfCallsAndEventsAreRead() throws IOException {
        var salesforce = new ImportTrial(temporary.resolve("salesforce"))
                .file("Account.csv", "Id,Name,CreatedDate\n001000000000001,Acme,2025-01-01T00:00:00Z\n")
                .file("Task.csv", """
                        Id,WhoId,WhatId,CreatedDate,TaskSubtype,IsClosed,ActivityDate,Description
                        00T000000000001,,001000000000001,2025-02-01T00:00:00Z,Call,true,2025-02-01,Asked about pricing
                        00T000000000002,,001000000000001,2025-02-01T00:00:00Z,Email,true,2025-02-01,What would it cost?
                        """)
                .file("Event.csv", """
                        Id,WhoId,WhatId,CreatedDate,StartDateTime,Description
                        00U000000000001,,001000000000001,2025-02-02T00:00:00Z,2025-02-02T00:00:00Z,Evaluating vendors
                        """);

        var report = salesforce.run(salesforce.request("salesforce", salesforce.folder));

        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.rejected()).as(file.file()).isZero());
        assertThat(salesforce.graph.facts(SignalReading.class))
                .extracting(WordsReadTest::kinds)
                .containsExactlyInAnyOrder(
                        List.of(ConversationSignal.ASKS_PRICE), List.of(ConversationSignal.EVALUATES_VENDORS));
    }

    /** An extractor whose answer is known. */
    private record Stub(String number, Extraction answer) implements SignalExtractor {

        @Override
        public ExtractorVersion version() {
            return new ExtractorVersion("rules", number);
        }

        @Override
        public Extraction extract(Conversation conversation) {
            return answer;
        }
    }

    private void activities(String rows) throws IOException {
        trial.file("activities.csv", ACTIVITIES + rows);
    }

    private static FileReport activitiesOf(ImportReport report) {
        return report.files().getLast();
    }

    private List<SignalReading> readings() {
        return trial.graph.facts(SignalReading.class);
    }

    private List<Engagement> engagements() {
        return trial.graph.facts(Engagement.class);
    }

    private static List<ConversationSignal> kinds(SignalReading reading) {
        return reading.signals().stream().map(SignalReading.Signal::kind).toList();
    }
}
