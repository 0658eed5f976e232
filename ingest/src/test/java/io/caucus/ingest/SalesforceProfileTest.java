package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesforceProfileTest {

    private static final AccountId NORDWIND = new AccountId("salesforce:001A000000NorDwIAJ");
    private static final AccountId SOEHNE = new AccountId("salesforce:001A000000SubSiIAJ");
    private static final PersonId ANA = new PersonId("salesforce:003A000000AnaAAIAZ");
    private static final PersonId BO = new PersonId("salesforce:003A000000BoBoBIAV");
    private static final OpportunityId PILOT = new OpportunityId("salesforce:006A000000OppAAIAZ");
    private static final OpportunityId ROLLOUT = new OpportunityId("salesforce:006A000000OppBBIAZ");
    private static final EntityRef WEBINAR = new EntityRef(NodeLabel.CONTENT, "salesforce:701A000000CmpAAIAZ");
    private static final EntityRef NEWSLETTER = new EntityRef(NodeLabel.CONTENT, "salesforce:701A000000CmpABIAZ");
    private static final String PAM = "salesforce:005A000000PamAAIAZ";
    private static final String EARLIER_OWNER = "salesforce:005A000000OldAAIAZ";
    private static final Instant EXPORTED = at("2024-06-10T10:00:00");

    private ImportTrial trial;
    private ImportReport report;

    @BeforeEach
    void importTheFixture(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
        report = trial.run(trial.request("salesforce", ImportTrial.fixture("salesforce")));
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(report.files())
                .extracting(FileReport::record, FileReport::read, FileReport::accepted, FileReport::rejected)
                .containsExactly(
                        row("user", 1, 1, 0),
                        row("account", 4, 3, 1),
                        row("subsidiary", 1, 1, 0),
                        row("contact", 3, 2, 1),
                        row("lead", 2, 2, 0),
                        row("opportunity", 3, 2, 1),
                        row("stage history", 5, 4, 1),
                        row("field history", 7, 7, 0),
                        row("contact role", 4, 3, 1),
                        row("task", 7, 5, 2),
                        row("event", 2, 2, 0),
                        row("case", 2, 2, 0),
                        row("campaign", 3, 2, 1),
                        row("campaign member", 6, 3, 3));
        assertThat(report.exportedAt()).contains(EXPORTED);
    }

    @Test
    void aSecondImportChangesNothing() {
        int before = trial.graph.size();

        var again = trial.run(trial.request("salesforce", ImportTrial.fixture("salesforce")));

        assertThat(trial.graph.size()).isEqualTo(before);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(report.accepted());
        assertThat(again.rejected()).isEqualTo(report.rejected());
    }

    @Test
    void theSizeOfTheChunksDoesNotMatter(@TempDir Path temporary) throws IOException {
        var other = new ImportTrial(temporary);

        other.run(other.request("salesforce", ImportTrial.fixture("salesforce")).withChunkRows(1));

        assertThat(other.graph.records()).isEqualTo(trial.graph.records());
        assertThat(other.rejected()).isEqualTo(trial.rejected());
    }

    @Test
    void bothFormsOfAnIdAreOneRecord() {
        assertThat(trial.graph.facts(Account.class))
                .extracting(
                        Account::id,
                        Account::name,
                        Account::domain,
                        account -> account.time().occurredAt())
                .startsWith(
                        Tuple.tuple(SOEHNE, "Nordwind Söhne", Optional.empty(), at("2024-01-12T09:00:00")),
                        Tuple.tuple(SOEHNE, "Nordwind Söhne", Optional.empty(), at("2024-02-01T09:00:00")),
                        Tuple.tuple(
                                NORDWIND, "Nordwind, Inc", Optional.of("nordwind.example"), at("2024-01-10T09:00:00")),
                        Tuple.tuple(
                                NORDWIND, "Nordwind, Inc", Optional.of("nordwind.example"), at("2024-06-01T09:00:00")));
        assertThat(trial.graph.facts(Subsidiary.class))
                .containsExactly(new Subsidiary(SOEHNE, NORDWIND, FactTime.at(at("2024-02-01T09:00:00"))));
    }

    @Test
    void aContactWorksAtItsAccountAndALeadNowhere() {
        assertThat(trial.graph.facts(Employment.class))
                .containsExactly(new Employment(
                        ANA,
                        NORDWIND,
                        Optional.of("VP of Engineering"),
                        JobFunction.ENGINEERING,
                        Seniority.VP,
                        FactTime.at(at("2024-01-15T10:00:00")),
                        Optional.empty()));
        assertThat(trial.graph.facts(Person.class))
                .extracting(Person::name)
                .containsExactly("Ana Silva", "Ana Silva", "Lee", "Dee Moe");
    }

    @Test
    void aConvertedLeadIsNoSecondPerson() {
        assertThat(findings("lead"))
                .containsExactly(
                        "1 row: IsConverted: nothing told, since the contact a lead was converted to stands for the person");
    }

    @Test
    void stagesAreEnteredWhenTheHistorySaysInWhateverOrder() {
        assertThat(trial.graph.facts(StageChange.class))
                .containsExactlyInAnyOrder(
                        stage(PILOT, "Qualification", Outcome.OPEN, "2024-01-20T10:00:00"),
                        stage(PILOT, "Negotiation", Outcome.OPEN, "2024-02-10T10:00:00"),
                        stage(PILOT, "Gewonnen", Outcome.WON, "2024-03-05T10:00:00"),
                        stage(PILOT, "Gewonnen", Outcome.WON, "2024-06-10T10:00:00"),
                        stage(ROLLOUT, "Proposal/Price Quote", Outcome.OPEN, "2024-04-01T10:00:00"),
                        stage(ROLLOUT, "Proposal/Price Quote", Outcome.OPEN, "2024-04-10T10:00:00"),
                        stage(ROLLOUT, "Proposal/Price Quote", Outcome.OPEN, "2024-06-10T10:00:00"));
        assertThat(findings("stage history"))
                .first()
                .isEqualTo(
                        "1 row: StageName 'Negotiation' is not in Opportunity.csv, so it counts as open; kept as written");
    }

    @Test
    void withoutHistoryAClosedOpportunityWasClosedAtItsCloseDate(@TempDir Path temporary) throws IOException {
        var other = new ImportTrial(temporary);
        for (String file : List.of("Account.csv", "Opportunity.csv")) {
            other.file(
                    file, Files.readAllBytes(ImportTrial.fixture("salesforce").resolve(file)));
        }

        other.run(other.request("salesforce", other.folder).withExportedAt(EXPORTED));

        assertThat(other.graph.facts(StageChange.class))
                .containsExactly(
                        stage(PILOT, "Gewonnen", Outcome.WON, "2024-03-01T00:00:00"),
                        stage(ROLLOUT, "Proposal/Price Quote", Outcome.OPEN, "2024-06-10T10:00:00"));
    }

    @Test
    void trackedFieldsChangeWhenTheHistorySaysAndOthersAreReported() {
        assertThat(trial.graph.facts(FieldChange.class))
                .contains(
                        change(ROLLOUT, ChangeField.AMOUNT, "50000.5", "2024-05-01T10:00:00"),
                        change(ROLLOUT, ChangeField.CLOSE_DATE, "2024-07-01", "2024-05-01T11:00:00"),
                        change(ROLLOUT, ChangeField.OWNER, PAM, "2024-04-20T10:00:00"),
                        change(ROLLOUT, ChangeField.OWNER, EARLIER_OWNER, "2024-05-01T10:00:00"),
                        change(PILOT, ChangeField.AMOUNT, "900", "2024-02-10T10:00:00"));
        assertThat(findings("field history"))
                .containsExactly(
                        "1 row: Field 'Amount': nothing told, since the graph does not keep that a value was removed",
                        "1 row: Field 'NextStep': nothing told, since the graph keeps no history of it",
                        "1 row: Field 'Owner': nothing told, since the row with the owner's id tells it");
    }

    @Test
    void anOwnerNobodyTellsOfIsCalledByTheIdAndAQueueOwnsNothing() {
        assertThat(trial.graph.facts(User.class))
                .extracting(user -> user.id().value(), User::name)
                .containsExactly(
                        Tuple.tuple(PAM, "Pam Beesly"),
                        Tuple.tuple(EARLIER_OWNER, EARLIER_OWNER.substring("salesforce:".length())));
        assertThat(trial.graph.facts(FieldChange.class))
                .noneMatch(change -> change.entity().equals(SOEHNE.ref()));
    }

    @Test
    void aRoleIsStatedByASellerSinceItsLastChange() {
        assertThat(trial.graph.facts(RoleHolding.class))
                .extracting(
                        RoleHolding::person,
                        RoleHolding::opportunity,
                        RoleHolding::role,
                        RoleHolding::source,
                        holding -> holding.time().occurredAt())
                .containsExactly(
                        role(ANA, PILOT, CommitteeRole.ECONOMIC_BUYER, "2024-02-21T10:00:00"),
                        role(ANA, ROLLOUT, CommitteeRole.UNKNOWN, "2024-04-02T10:00:00"),
                        role(BO, ROLLOUT, CommitteeRole.UNKNOWN, "2024-04-02T10:00:00"));
        assertThat(findings("contact role"))
                .containsExactly("1 row: Role 'Evaluater' is not in contact-roles-1.csv; closest 'evaluator';"
                        + " told as an unknown role");
    }

    @Test
    void onlyAHeldMeetingAnIncomingCallAndAResponseAreABuyersActions() {
        assertThat(trial.graph.facts(Engagement.class))
                .extracting(
                        Engagement::kind,
                        Engagement::side,
                        Engagement::performedBy,
                        Engagement::addressedTo,
                        Engagement::excluded)
                .containsExactly(
                        tuple(EngagementKind.EMAIL, ActorSide.SELLER, false, true, Optional.empty()),
                        tuple(EngagementKind.CALL, ActorSide.BUYER, true, false, Optional.empty()),
                        tuple(EngagementKind.CALL, ActorSide.SELLER, false, true, Optional.of(Exclusion.NOT_HELD)),
                        tuple(EngagementKind.TASK, ActorSide.SELLER, false, false, Optional.empty()),
                        tuple(EngagementKind.EMAIL, ActorSide.SELLER, false, true, Optional.of(Exclusion.BULK_MAIL)),
                        tuple(EngagementKind.MEETING, ActorSide.BUYER, true, false, Optional.empty()),
                        tuple(EngagementKind.MEETING, ActorSide.SELLER, false, true, Optional.of(Exclusion.NOT_HELD)),
                        tuple(EngagementKind.WEBINAR, ActorSide.BUYER, true, false, Optional.empty()),
                        tuple(EngagementKind.VISIT, ActorSide.BUYER, true, false, Optional.empty()));
    }

    @Test
    void anActivityIsKnownSinceItWasWrittenDown() {
        assertThat(trial.graph.facts(Engagement.class))
                .extracting(Engagement::time)
                .contains(
                        new FactTime(at("2024-02-01T12:00:00"), at("2024-02-01T12:00:05")),
                        new FactTime(at("2024-02-02T00:00:00"), at("2024-02-03T12:00:00")),
                        new FactTime(at("2024-06-20T00:00:00"), at("2024-05-03T12:00:00")),
                        FactTime.at(at("2024-05-03T12:00:00")),
                        new FactTime(at("2024-08-05T09:00:00"), at("2024-05-25T10:00:00")));
    }

    @Test
    void aResponseToACampaignHappenedOnItsDateAndIsKnownSinceTheMemberWasEntered() {
        assertThat(trial.graph.facts(Thing.class))
                .containsExactly(
                        new Thing(WEBINAR, "Spring webinar", FactTime.at(at("2024-01-30T10:00:00"))),
                        new Thing(NEWSLETTER, "Newsletter", FactTime.at(at("2024-01-01T10:00:00"))));
        assertThat(trial.graph.facts(Link.class))
                .containsExactly(
                        concerns("00vA000000MemAAIAZ", WEBINAR, FactTime.at(at("2024-02-20T00:00:00"))),
                        concerns(
                                "00vA000000MemABIAZ",
                                NEWSLETTER,
                                new FactTime(at("2024-03-01T00:00:00"), at("2024-03-04T10:00:00"))));
    }

    @Test
    void aMemberWhoDidNotRespondDidNothing() {
        assertThat(findings("campaign member"))
                .containsExactly("1 row: HasResponded: nothing told, since a member who did not respond did nothing");
    }

    @Test
    void aCaseIsATicketOfItsAccountAndContact() {
        assertThat(trial.graph.facts(Ticket.class))
                .extracting(Ticket::account, Ticket::raisedBy, Ticket::priority, Ticket::closed)
                .containsExactly(
                        Tuple.tuple(
                                Optional.of(NORDWIND),
                                Optional.of(ANA),
                                Optional.of("High"),
                                Optional.of(FactTime.at(at("2024-03-02T10:00:00")))),
                        Tuple.tuple(Optional.empty(), Optional.empty(), Optional.of("Low"), Optional.empty()));
    }

    /** Without a LastModifiedDate the export is when it is known to be gone. */
    @Test
    void aRowInTheRecycleBinTellsWhatItWasAndThatItIsDeleted() {
        var gone = new AccountId("salesforce:001A000000GoneAIAR");

        assertThat(trial.graph.facts(Account.class)).extracting(Account::id).contains(gone);
        assertThat(trial.graph.facts(Tombstone.class)).containsExactly(Tombstone.of(gone, FactTime.at(EXPORTED)));
    }

    @Test
    void theRejectsSayWhereWhatAndWhy() throws IOException {
        assertThat(trial.rejected())
                .extracting(line -> line.replaceAll(
                        ".*?\"file\":\"(\\w+).csv\",\"record\":\"[\\w ]+\",\"line\":(\\d+),\"column\":\"(\\w+)\",\"code\":\"(\\w+)\".*",
                        "$1 $2 $3 $4"))
                .containsExactly(
                        "Account 5 Id BAD_KEY",
                        "Contact 4 AccountId UNRESOLVED_REFERENCE",
                        "Opportunity 4 Amount BAD_NUMBER",
                        "OpportunityHistory 6 OpportunityId UNRESOLVED_REFERENCE",
                        "OpportunityContactRole 5 ContactId UNRESOLVED_REFERENCE",
                        "Task 7 WhoId NO_ACCOUNT",
                        "Task 8 WhoId NO_ACCOUNT",
                        "Campaign 4 Name MISSING_VALUE",
                        "CampaignMember 5 LeadId NO_ACCOUNT",
                        "CampaignMember 6 FirstRespondedDate MISSING_VALUE",
                        "CampaignMember 7 ContactId MISSING_VALUE");
    }

    @Test
    void whatWasImportedEarlierIsFound(@TempDir Path temporary) throws IOException {
        var contacts = Files.readAllBytes(ImportTrial.fixture("salesforce").resolve("Contact.csv"));
        var accounts = Files.readAllBytes(ImportTrial.fixture("salesforce").resolve("Account.csv"));
        var other = new ImportTrial(temporary).file("Account.csv", accounts);
        other.run(other.request("salesforce", other.folder));

        Files.delete(other.folder.resolve("Account.csv"));
        other.file("Contact.csv", contacts);

        assertThat(other.run(other.request("salesforce", other.folder)).accepted())
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutARequiredColumnIsRefusedAndARaggedRowCostsItself(@TempDir Path temporary) throws IOException {
        var other = new ImportTrial(temporary)
                .file("Account.csv", """
                        Id,Name,CreatedDate
                        001A000000NorDw,Nordwind,2024-01-10T09:00:00.000Z
                        001A000000SubSi,Ragged
                        """)
                .file("Opportunity.csv", "Id,AccountId,Name,Stage,CreatedDate\n");

        var found = other.run(other.request("salesforce", other.folder));

        assertThat(found.accepted()).isOne();
        assertThat(found.files().getFirst().rejects()).containsOnlyKeys(RejectCode.RAGGED_ROW);
        assertThat(found.refused())
                .extracting(RefusedFile::column, RefusedFile::reason)
                .containsExactly(Tuple.tuple(
                        "StageName",
                        "Opportunity.csv: column 'StageName' is missing. The header has Id, AccountId, Name, Stage,"
                                + " CreatedDate. Export the file again with this column; columns are separated by"
                                + " commas, semicolons or tabs."));
    }

    private List<String> findings(String record) {
        return report.files().stream()
                .filter(file -> file.record().equals(record))
                .flatMap(file -> file.findings().stream())
                .map(Finding::text)
                .toList();
    }

    private static Tuple row(String record, long read, long accepted, long rejected) {
        return Tuple.tuple(record, read, accepted, rejected);
    }

    private static Tuple role(PersonId person, OpportunityId opportunity, CommitteeRole role, String since) {
        return Tuple.tuple(person, opportunity, role, RoleSource.STATED_IN_CRM, at(since));
    }

    private static Tuple tuple(
            EngagementKind kind, ActorSide side, boolean performed, boolean addressed, Optional<Exclusion> excluded) {
        return Tuple.tuple(kind, side, anaIf(performed), anaIf(addressed), excluded);
    }

    private static List<PersonId> anaIf(boolean there) {
        return there ? List.of(ANA) : List.of();
    }

    private static Link concerns(String member, EntityRef campaign, FactTime time) {
        return Link.of(LinkType.CONCERNS, new EngagementId("salesforce:" + member).ref(), campaign, time);
    }

    private static StageChange stage(OpportunityId opportunity, String stage, Outcome outcome, String time) {
        return new StageChange(opportunity, stage, outcome, FactTime.at(at(time)));
    }

    private static FieldChange change(OpportunityId opportunity, ChangeField field, String value, String time) {
        return new FieldChange(opportunity.ref(), field, value, FactTime.at(at(time)));
    }

    private static Instant at(String time) {
        return Instant.parse(time + "Z");
    }
}
