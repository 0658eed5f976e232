package io.caucus.graphmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {

    private static final Instant DAY_0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Account ACME =
            new Account(new AccountId("crm:acme"), "Acme", Optional.of("acme.example"), FactTime.at(DAY_0));
    private static final OpportunityId DEAL = new OpportunityId("crm:deal");
    private static final PersonId ANA = new PersonId("crm:ana");

    private static final Fact PROPOSAL = new StageChange(DEAL, "Proposal", Outcome.OPEN, FactTime.at(day(10)));
    private static final Fact WON = new StageChange(DEAL, "Won", Outcome.WON, new FactTime(day(20), day(25)));
    private static final Fact JOB = job(Optional.empty());

    @Test
    void aStageThatIsToldAgainWasEnteredWhenItWasToldFirst() {
        var confirmed = new StageChange(DEAL, "Proposal", Outcome.OPEN, FactTime.at(day(12)));

        assertThat(AccountHistory.of(ACME, asOf(22), List.of(confirmed, PROPOSAL))
                        .stageOf(DEAL))
                .contains((StageChange) PROPOSAL);
    }

    @Test
    void whatWasNotKnownYetIsNotThere() {
        var facts = List.of(PROPOSAL, WON, JOB);

        assertThat(AccountHistory.of(ACME, asOf(22), facts).stageOf(DEAL))
                .map(StageChange::stage)
                .contains("Proposal");
        assertThat(AccountHistory.of(ACME, asOf(25), facts).stageOf(DEAL))
                .map(StageChange::stage)
                .contains("Won");
    }

    @Test
    void anOpportunityCanBeLeftOutAsIfItHadNeverBeenTold() {
        var other = new OpportunityId("crm:other");
        var rest = List.of(
                JOB,
                new StageChange(other, "Proposal", Outcome.OPEN, FactTime.at(day(11))),
                new FieldChange(other.ref(), ChangeField.AMOUNT, "10", FactTime.at(day(11))));
        var all = Stream.concat(
                        rest.stream(),
                        Stream.of(
                                PROPOSAL, new FieldChange(DEAL.ref(), ChangeField.AMOUNT, "20", FactTime.at(day(11)))))
                .toList();

        assertThat(AccountHistory.of(ACME, asOf(30), all).without(Set.of(DEAL)))
                .isEqualTo(AccountHistory.of(ACME, asOf(30), rest));
    }

    @Test
    void neitherOrderNorRepetitionOfFactsCanBeNoticed() {
        var once = AccountHistory.of(ACME, asOf(30), List.of(PROPOSAL, WON, JOB));
        var shuffledTwice = AccountHistory.of(ACME, asOf(30), List.of(WON, JOB, PROPOSAL, WON, PROPOSAL));

        assertThat(shuffledTwice).isEqualTo(once);
    }

    @Test
    void anAccountThatWasNotKnownYetIsUnknown() {
        assertThatExceptionOfType(UnknownAccount.class)
                .isThrownBy(() -> AccountHistory.of(ACME, asOf(-1), List.of()))
                .withMessageStartingWith("No account 'crm:acme' in the graph as of 2026-02-28T00:00:00Z.");
    }

    @Test
    void theFactsOfAnotherAccountAreRefused() {
        var other = new Account(new AccountId("crm:other"), "Other", Optional.empty(), FactTime.at(DAY_0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountHistory.of(ACME, asOf(1), List.of(other)))
                .withMessage("history of account 'crm:acme' was given account 'crm:other'");
    }

    @Test
    void anAttributeIsReadAsItWasKnown() {
        var small = new FieldChange(ACME.id().ref(), ChangeField.HEADCOUNT, "40", FactTime.at(day(1)));
        var large = new FieldChange(ACME.id().ref(), ChangeField.HEADCOUNT, "900", FactTime.at(day(9)));
        var facts = List.of(large, small);

        assertThat(AccountHistory.of(ACME, asOf(5), facts).valueOf(ACME.id().ref(), ChangeField.HEADCOUNT))
                .contains("40");
        assertThat(AccountHistory.of(ACME, asOf(9), facts).valueOf(ACME.id().ref(), ChangeField.HEADCOUNT))
                .contains("900");
    }

    @Test
    void anAttributeThatWasTakenAwayHasNoValue() {
        var industry = new FieldChange(ACME.id().ref(), ChangeField.INDUSTRY, "Retail", FactTime.at(day(1)));
        var none = new FieldChange(ACME.id().ref(), ChangeField.INDUSTRY, "", FactTime.at(day(9)));

        assertThat(AccountHistory.of(ACME, asOf(9), List.of(none, industry))
                        .valueOf(ACME.id().ref(), ChangeField.INDUSTRY))
                .isEmpty();
    }

    @Test
    void aThingIsCalledWhatItWasCalledThen() {
        var renamed = new Account(ACME.id(), "Acme Inc", Optional.empty(), FactTime.at(day(5)));
        var toldLate = new FieldChange(ACME.id().ref(), ChangeField.NAME, "Acme AG", new FactTime(day(7), day(9)));
        var facts = List.of(toldLate, renamed);

        assertThat(AccountHistory.of(ACME, asOf(4), facts).account()).isEqualTo(ACME);
        assertThat(AccountHistory.of(ACME, asOf(8), facts).account())
                .isEqualTo(new Account(ACME.id(), "Acme Inc", Optional.empty(), ACME.time()));
        assertThat(AccountHistory.of(ACME, asOf(9), facts).account().name()).isEqualTo("Acme AG");
    }

    @Test
    void aPersonToldInPartsHasThePartsThatWereTold() {
        var address = new FieldChange(ANA.ref(), ChangeField.EMAIL, "ana@acme.example", FactTime.at(day(3)));
        var removed = new FieldChange(ANA.ref(), ChangeField.EMAIL, "", FactTime.at(day(6)));
        var facts = List.of(address, removed);

        assertThat(AccountHistory.of(ACME, asOf(2), facts).people()).isEmpty();
        assertThat(AccountHistory.of(ACME, asOf(3), facts).people())
                .containsExactly(new Person(ANA, "", Optional.of("ana@acme.example"), FactTime.at(day(3))));
        assertThat(AccountHistory.of(ACME, asOf(6), facts).people())
                .containsExactly(new Person(ANA, "", Optional.empty(), FactTime.at(day(3))));
    }

    @Test
    void anAccountMayBeKnownByOneAttributeAlone() {
        var domain = new FieldChange(ACME.id().ref(), ChangeField.DOMAIN, "acme.example", FactTime.at(day(3)));

        assertThat(AccountHistory.of(ACME.id(), asOf(3), List.of(domain)).account())
                .isEqualTo(new Account(ACME.id(), "", Optional.of("acme.example"), FactTime.at(day(3))));
    }

    @Test
    void aJobToldAgainWithItsEndIsOneJobThatEnds() {
        var ended = job(Optional.of(new FactTime(day(8), day(10))));
        var facts = List.of(ended, JOB, ended);

        assertThat(AccountHistory.of(ACME, asOf(9), facts).employments()).containsExactly(job(Optional.empty()));
        assertThat(AccountHistory.of(ACME, asOf(10), facts).employments()).containsExactly(ended);
        assertThat(AccountHistory.of(ACME, asOf(10), facts).employed()).isEmpty();
    }

    @Test
    void anEndThatIsCorrectedIsTheOneKnownThen() {
        var first = job(Optional.of(new FactTime(day(4), day(5))));
        var corrected = job(Optional.of(new FactTime(day(6), day(8))));
        var facts = List.of(corrected, first);

        assertThat(AccountHistory.of(ACME, asOf(7), facts).employments()).containsExactly(first);
        assertThat(AccountHistory.of(ACME, asOf(8), facts).employments()).containsExactly(corrected);
    }

    @Test
    void theEmployedAreThoseWithAJobToday() {
        var left = new Employment(
                new PersonId("crm:bo"),
                ACME.id(),
                Optional.empty(),
                JobFunction.LEGAL,
                Seniority.UNKNOWN,
                FactTime.at(day(1)),
                Optional.of(FactTime.at(day(4))));

        var history = AccountHistory.of(ACME, asOf(5), List.of(JOB, left));

        assertThat(history.employed()).containsExactly(ANA);
        assertThat(history.employments()).hasSize(2);
        assertThat(history.employmentOf(ANA)).map(Employment::function).contains(JobFunction.DATA);
    }

    private static Employment job(Optional<FactTime> ended) {
        return new Employment(
                ANA, ACME.id(), Optional.empty(), JobFunction.DATA, Seniority.VP, FactTime.at(day(1)), ended);
    }

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }

    private static AsOf asOf(int day) {
        return new AsOf(day(day));
    }
}
