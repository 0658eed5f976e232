package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSpotProfileTest {

    private static final AccountId NORDWIND = new AccountId("hubspot:C-1");
    private static final PersonId ANA = new PersonId("hubspot:P-1");
    private static final Instant EXPORTED = day("2024-06-10");

    private ImportTrial trial;
    private ImportReport report;

    @BeforeEach
    void importTheFixture(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
        report = trial.run(trial.request("hubspot", ImportTrial.fixture("hubspot")));
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(report.files())
                .extracting(FileReport::record, FileReport::read, FileReport::accepted, FileReport::rejected)
                .containsExactly(
                        row("company", 4, 4, 0),
                        row("contact", 5, 2, 3),
                        row("deal", 6, 4, 2),
                        row("ticket", 2, 2, 0),
                        row("activity", 8, 5, 3));
        assertThat(report.exportedAt()).contains(EXPORTED);
        assertThat(report.newestFact()).contains(EXPORTED);
    }

    @Test
    void aSecondImportChangesNothing() {
        int before = trial.graph.size();

        var again = trial.run(trial.request("hubspot", ImportTrial.fixture("hubspot")));

        assertThat(trial.graph.size()).isEqualTo(before);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(report.accepted());
        assertThat(again.rejected()).isEqualTo(report.rejected());
        assertThat(again.newestFact()).isEqualTo(report.newestFact());
    }

    @Test
    void theSizeOfTheChunksDoesNotMatter(@TempDir Path temporary) throws IOException {
        var other = new ImportTrial(temporary);

        other.run(other.request("hubspot", ImportTrial.fixture("hubspot")).withChunkRows(1));

        assertThat(other.graph.records()).isEqualTo(trial.graph.records());
        assertThat(other.rejected()).isEqualTo(trial.rejected());
    }

    @Test
    void aCompanyBecomesAnAccountWithItsAttributesAsOfTheirLastChange() {
        var changed = day("2024-06-01");
        var domain = Optional.of("nordwind.example");
        assertThat(trial.graph.facts(Account.class))
                .contains(
                        new Account(
                                NORDWIND,
                                "Nordwind, Inc",
                                domain,
                                FactTime.at(day("2024-01-10")),
                                Optional.of(changed)),
                        new Account(NORDWIND, "Nordwind, Inc", domain, FactTime.at(changed)));
        assertThat(trial.graph.facts(FieldChange.class))
                .contains(
                        new FieldChange(NORDWIND.ref(), ChangeField.HEADCOUNT, "120", FactTime.at(day("2024-06-01"))),
                        new FieldChange(
                                new AccountId("hubspot:C-2").ref(),
                                ChangeField.INDUSTRY,
                                "Retail",
                                FactTime.at(EXPORTED)));
    }

    @Test
    void anOwnerIsAUserWhoseKeyHoldsNoAddress() {
        // The first 12 hex digits of: printf pam.beesly@example.com | sha256sum
        assertThat(trial.graph.facts(User.class))
                .extracting(user -> user.id().value(), User::name)
                .contains(Tuple.tuple("hubspot:user-522454a5599c", "Pam Beesly"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aContactOfAKnownCompanyWorksThereSinceItsCreateDate() {
        assertThat(trial.graph.facts(Employment.class))
                .containsExactly(new Employment(
                        ANA,
                        NORDWIND,
                        Optional.of("VP of Engineering"),
                        JobFunction.ENGINEERING,
                        Seniority.VP,
                        FactTime.at(day("2024-01-15")),
                        Optional.empty()));
    }

    @Test
    void aContactWithoutCompanyAndNameIsAPersonCalledByTheAddress() {
        assertThat(trial.graph.facts(Person.class))
                .extracting(Person::name)
                .containsExactly("Ana Silva", "Ana Silva", "bo@nowhere.example");
    }

    @Test
    void aClosedDealWasClosedAtItsCloseDateAndAnOpenOneIsToldAtTheExport() {
        assertThat(trial.graph.facts(StageChange.class))
                .containsExactly(
                        stage("D-1", "Closed Won", Outcome.WON, FactTime.at(day("2024-03-01"))),
                        stage("D-2", "Contract Sent", Outcome.OPEN, FactTime.at(EXPORTED)),
                        stage("D-3", "Closed Lost", Outcome.LOST, FactTime.at(EXPORTED)),
                        stage("D-4", "Closed Lost", Outcome.LOST, new FactTime(day("2024-01-01"), day("2024-02-05"))));
        assertThat(report.files().get(2).findings())
                .extracting(Finding::text)
                .containsExactly(
                        "1 row: closed although Close Date lies after the export; told as closed when exported",
                        "1 row: Close Date lies before the record was created; told at that date, known since the record"
                                + " was created");
    }

    @Test
    void onlyACompletedMeetingIsABuyersAction() {
        assertThat(trial.graph.facts(Engagement.class))
                .extracting(
                        Engagement::kind,
                        Engagement::side,
                        Engagement::performedBy,
                        Engagement::addressedTo,
                        Engagement::excluded)
                .containsExactly(
                        tuple(EngagementKind.MEETING, ActorSide.BUYER, true, false, Optional.empty()),
                        tuple(EngagementKind.MEETING, ActorSide.SELLER, false, true, Optional.of(Exclusion.NOT_HELD)),
                        tuple(EngagementKind.CALL, ActorSide.SELLER, false, true, Optional.empty()),
                        tuple(EngagementKind.EMAIL, ActorSide.SELLER, false, true, Optional.empty()),
                        tuple(EngagementKind.NOTE, ActorSide.SELLER, false, false, Optional.empty()));
    }

    @Test
    void aTicketNamesItsCompanyAndContactIfTheRowDoes() {
        assertThat(trial.graph.facts(Ticket.class))
                .extracting(Ticket::account, Ticket::raisedBy)
                .containsExactly(
                        Tuple.tuple(Optional.of(NORDWIND), Optional.of(ANA)),
                        Tuple.tuple(Optional.empty(), Optional.of(new PersonId("hubspot:P-2"))));
    }

    @Test
    void aTicketSaysWhenItWasFirstAnswered() {
        assertThat(trial.graph.facts(Ticket.class))
                .extracting(ticket -> ticket.answered().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void theRejectsSayWhereWhatAndWhy() throws IOException {
        assertThat(trial.rejected())
                .extracting(line -> line.replaceAll("\"record\":\"\\w+\",|\"reason\".*", ""))
                .containsExactly(
                        reject("contacts", 4, "Associated Company Domain", "UNRESOLVED_REFERENCE"),
                        reject("contacts", 5, "Associated Company Domain", "AMBIGUOUS_REFERENCE"),
                        reject("contacts", 6, "Create Date", "BAD_DATE"),
                        reject("deals", 6, "Amount", "BAD_NUMBER"),
                        reject("deals", 7, "Associated Company Domain", "MISSING_VALUE"),
                        reject("activities", 7, "Associated Contact Email", "NO_ACCOUNT"),
                        reject("activities", 8, "Activity Type", "UNKNOWN_VALUE"),
                        reject("activities", 9, "Associated Contact Email", "UNRESOLVED_REFERENCE"));
        assertThat(trial.rejected().get(3))
                .endsWith(
                        "\"reason\":\"Column 'Amount' has '1,000', must be a decimal number such as 1234.50. Write digits with"
                                + " a decimal point, without separators or currency.\","
                                + "\"row\":\"D-5,Bad amount,Contract Sent,Sales,\\\"1,000\\\",,2024-02-05,,nordwind.example,\"}");
    }

    @Test
    void columnsThatAreNotReadAreNamed() {
        assertThat(report.files().getFirst().columnsNotRead()).containsExactly("Phone Number");
    }

    @Test
    void salesforceIdsAreKeptInTheirLongForm(@TempDir Path temporary) throws IOException {
        var other = new ImportTrial(temporary).file("companies.csv", """
                        Company ID,Company Name,Create Date,Last Modified Date,Salesforce Account ID
                        1,Acme,2024-01-10,2024-02-01,0015g00000XyZ1a
                        2,Birch,2024-01-10,2024-02-01,
                        3,Cirrus,2024-01-10,2024-02-01,0015g00000XyZ1aAAA
                        """).file("contacts.csv", """
                        Contact ID,Email,Create Date,Associated Company Domain,Salesforce Contact ID,Salesforce Lead ID
                        7,ana@acme.example,2024-01-10,,0035g00000AbCd1AAF,00Q5g00000LeAd1EAF
                        """);

        other.runHubSpot();

        assertThat(other.graph.facts(FieldChange.class))
                .filteredOn(change -> change.field() == ChangeField.FOREIGN_ID)
                .containsExactly(
                        new FieldChange(
                                new AccountId("hubspot:1").ref(),
                                ChangeField.FOREIGN_ID,
                                "salesforce:0015g00000XyZ1aAAF",
                                FactTime.at(day("2024-02-01"))),
                        new FieldChange(
                                new PersonId("hubspot:7").ref(),
                                ChangeField.FOREIGN_ID,
                                "salesforce:0035g00000AbCd1AAF",
                                FactTime.at(day("2024-02-01"))),
                        new FieldChange(
                                new PersonId("hubspot:7").ref(),
                                ChangeField.FOREIGN_ID,
                                "salesforce:00Q5g00000LeAd1EAF",
                                FactTime.at(day("2024-02-01"))));
        assertThat(other.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("\"code\":\"BAD_KEY\"", "Salesforce Account ID"));
    }

    private static Tuple row(String record, long read, long accepted, long rejected) {
        return Tuple.tuple(record, read, accepted, rejected);
    }

    private static Tuple tuple(
            EngagementKind kind, ActorSide side, boolean performed, boolean addressed, Optional<Exclusion> excluded) {
        return Tuple.tuple(kind, side, anaIf(performed), anaIf(addressed), excluded);
    }

    private static List<PersonId> anaIf(boolean there) {
        return there ? List.of(ANA) : List.of();
    }

    private static StageChange stage(String deal, String stage, Outcome outcome, FactTime time) {
        return new StageChange(new OpportunityId("hubspot:" + deal), stage, outcome, time);
    }

    private static String reject(String file, int line, String column, String code) {
        return "{\"file\":\"hubspot_%s.csv\",\"line\":%d,\"column\":\"%s\",\"code\":\"%s\","
                .formatted(file, line, column, code);
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
