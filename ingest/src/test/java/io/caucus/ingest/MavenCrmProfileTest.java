package io.caucus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenCrmProfileTest {

    private static final Instant BEGUN = Instant.parse("2016-10-20T00:00:00Z");
    private static final Instant EXPORTED = Instant.parse("2017-04-01T00:00:00Z");

    private ImportTrial trial;
    private ImportReport report;

    @BeforeEach
    void importTheFixture(@TempDir Path temporary) throws IOException {
        trial = new ImportTrial(temporary);
        report = trial.run(trial.request("maven-crm", ImportTrial.fixture("maven-crm")));
    }

    @Test
    void everyRecordIsAccountedForAndAFileWithTwoKindsHasTwoReports() {
        assertThat(report.files())
                .extracting(FileReport::record, FileReport::read, FileReport::accepted, FileReport::rejected)
                .containsExactly(
                        Tuple.tuple("product", 2L, 2L, 0L),
                        Tuple.tuple("sales agent", 1L, 1L, 0L),
                        Tuple.tuple("account", 3L, 3L, 0L),
                        Tuple.tuple("subsidiary", 2L, 1L, 1L),
                        Tuple.tuple("opportunity", 5L, 4L, 1L));
    }

    @Test
    void anAccountCameToBeWhenTheSetBeginsSinceNothingDatesIt() {
        assertThat(trial.graph.facts(Account.class))
                .extracting(Account::id, Account::time)
                .contains(Tuple.tuple(new AccountId("maven-crm:big-parent"), FactTime.at(BEGUN)));
    }

    @Test
    void aParentMayStandBelowItsSubsidiary() {
        assertThat(trial.graph.facts(Subsidiary.class))
                .containsExactly(new Subsidiary(
                        new AccountId("maven-crm:tiny-child"),
                        new AccountId("maven-crm:big-parent"),
                        FactTime.at(EXPORTED)));
    }

    @Test
    void stagesAreToldAtTheDatesTheRowGivesAndOtherwiseAtTheExport() {
        assertThat(trial.graph.facts(StageChange.class))
                .containsExactly(
                        stage("O1", "Engaging", Outcome.OPEN, "2016-10-20"),
                        stage("O1", "Won", Outcome.WON, "2017-03-01"),
                        stage("O2", "Engaging", Outcome.OPEN, "2016-11-01"),
                        stage("O3", "Prospecting", Outcome.OPEN, "2017-04-01"),
                        stage("O5", "Engaging", Outcome.OPEN, "2016-11-02"),
                        stage("O5", "Lost", Outcome.LOST, "2017-04-01"));
    }

    @Test
    void theValueIsKnownFromTheCloseOn() {
        assertThat(trial.graph.facts(FieldChange.class))
                .filteredOn(change -> change.field() == ChangeField.AMOUNT)
                .extracting(FieldChange::value, change -> change.time().knownAt())
                .containsExactly(
                        Tuple.tuple("1054", Instant.parse("2017-03-01T00:00:00Z")), Tuple.tuple("0", EXPORTED));
    }

    @Test
    void anOpportunityIsNamedAfterItsProductAndAccount() {
        assertThat(trial.graph.facts(Opportunity.class).getFirst().name()).isEqualTo("GTXPro for Tiny Child");
    }

    @Test
    void whatIsNotListedIsKeptAndReportedWithTheListedValueThatIsClosest() {
        assertThat(report.files().get(2).findings())
                .extracting(Finding::text)
                .containsExactly(
                        "1 row: sector 'technolgy' is not in the profile's list of sectors; closest 'technology'; kept as"
                                + " written");
        assertThat(report.files().get(4).findings())
                .extracting(Finding::text)
                .containsExactly(
                        "3 rows: product 'GTXPro' is not in products.csv; closest 'GTX Pro'; kept as written",
                        "1 row: sales_agent 'Ana Snelling' is not in sales_teams.csv; closest 'Anna Snelling'; kept as"
                                + " written");
    }

    @Test
    void noKeyHoldsTheNameOfAPerson() {
        assertThat(trial.graph.facts(User.class))
                .extracting(user -> user.id().value())
                .allMatch(key -> key.matches("maven-crm:user-[0-9a-f]{12}"));
        assertThat(trial.graph.records()).extracting(record -> record.key()).noneMatch(key -> key.contains("nelling"));
    }

    private static StageChange stage(String id, String stage, Outcome outcome, String day) {
        return new StageChange(
                new OpportunityId("maven-crm:" + id), stage, outcome, FactTime.at(Instant.parse(day + "T00:00:00Z")));
    }
}
