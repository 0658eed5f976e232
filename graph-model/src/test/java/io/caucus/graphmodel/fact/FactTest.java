package io.caucus.graphmodel.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.FunctionFamily;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(90));
    private static final AccountId ACME = new AccountId("crm:acme");
    private static final PersonId ANA = new PersonId("crm:ana");
    private static final PersonId BO = new PersonId("crm:bo");

    @Test
    void aKeyPrintsAsItselfAndRefusesWhatNoSourceCanHaveMeant() {
        assertThat(ACME).hasToString("crm:acme");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountId(" "))
                .withMessage("account key ' ' must have 1 to 200 printable characters");
    }

    @Test
    void anEmploymentCountsUpToItsEndAndNotAfter() {
        var job = employment(Optional.of(FactTime.at(END)));

        assertThat(job.holdsAt(new AsOf(START.minusSeconds(1)))).isFalse();
        assertThat(job.holdsAt(new AsOf(END))).isTrue();
        assertThat(job.holdsAt(new AsOf(END.plusSeconds(1)))).isFalse();
    }

    @Test
    void anEndNobodyKnewOfYetIsNoEnd() {
        var toldLater = FactTime.at(END.plus(Duration.ofDays(10)));
        var job = employment(Optional.of(new FactTime(END, toldLater.knownAt())));

        assertThat(job.holdsAt(new AsOf(END.plus(Duration.ofDays(5))))).isTrue();
        assertThat(job.holdsAt(new AsOf(toldLater.knownAt()))).isFalse();
    }

    @Test
    void anEmploymentCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> employment(Optional.of(FactTime.at(START.minusSeconds(1)))))
                .withMessageContaining("before it begins at 2026-01-01T00:00:00Z");
    }

    @Test
    void onlyWhatBuyersDoAndWhatIsNotExcludedCounts() {
        assertThat(reply(Optional.empty()).isBuyerAction()).isTrue();
        assertThat(reply(Optional.of(Exclusion.AUTO_REPLY)).isBuyerAction()).isFalse();
        assertThat(mail(List.of(ANA)).isBuyerAction()).isFalse();
    }

    @Test
    void moreThanFiftyRecipientsMakeAnAnnouncement() {
        var crowd = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> new PersonId("crm:" + i))
                .toList();

        assertThat(mail(crowd).excluded()).contains(Exclusion.TOO_MANY_RECIPIENTS);
        assertThat(mail(crowd.subList(0, 50)).excluded()).isEmpty();
    }

    @Test
    void participantsAreDistinctAndSorted() {
        assertThat(mail(List.of(BO, ANA, BO)).addressedTo()).containsExactly(ANA, BO);
    }

    @Test
    void aBuyersActionNeedsABuyerAndASellersHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Engagement(
                        new EngagementId("e"),
                        ACME,
                        EngagementKind.REPLY,
                        ActorSide.BUYER,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        FactTime.at(START)))
                .withMessageContaining("a buyer's needs at least one person, a seller's none");
    }

    @Test
    void aFieldChangesWhereItApplies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldChange(ANA.ref(), ChangeField.OWNER, "crm:pam", FactTime.at(START)))
                .withMessage("field OWNER of Person crm:ana cannot change; the fields of Person that can are"
                        + " [NAME, EMAIL, REGION, LEAD_SOURCE, FOREIGN_ID]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FieldChange(new TicketId("crm:7").ref(), ChangeField.NAME, "seven", FactTime.at(START)))
                .withMessage("field NAME of Ticket crm:7 cannot change; the fields of Ticket that can are []");
    }

    @Test
    void anAddressToldAloneEntersNeitherKeyNorPrint() {
        var change = new FieldChange(ANA.ref(), ChangeField.EMAIL, "ana@acme.example", FactTime.at(START));

        assertThat(change.toString()).contains("Person crm:ana", "EMAIL").doesNotContain("acme.example");
        assertThatIllegalStateException()
                .isThrownBy(change::key)
                .withMessage(
                        "field EMAIL of Person crm:ana has no key; it is kept with the tellings of Person crm:ana");
        assertThat(ContentHash.of(List.of(change)))
                .isNotEqualTo(ContentHash.of(
                        List.of(new FieldChange(ANA.ref(), ChangeField.EMAIL, "ana@acme.test", FactTime.at(START)))));
    }

    @Test
    void aLinkLinksWhatItsTypeAllows() {
        var acme = new AccountId("crm:acme").ref();
        var product = new EntityRef(NodeLabel.PRODUCT, "crm:pro");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of(LinkType.USES, product, acme, FactTime.at(START)))
                .withMessage(
                        "link USES from Product crm:pro to Account crm:acme is not possible; it links Account → Product");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.of(LinkType.REFERRED, acme, acme, FactTime.at(START)))
                .withMessage("link REFERRED leads from Account crm:acme to itself");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Link.of(LinkType.INTRODUCED, ANA.ref(), new PersonId("crm:bo").ref(), FactTime.at(START)))
                .withMessage("link INTRODUCED from Person crm:ana to Person crm:bo names no engagement;"
                        + " it needs the one that shows it");
    }

    @Test
    void aLinkCarriesTheMeasuresOfItsType() {
        var acme = new AccountId("crm:acme").ref();
        var topic = new EntityRef(NodeLabel.TOPIC, "crm:graphs");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(acme, topic, Map.of(Measure.SEATS_BOUGHT, 3.0)))
                .withMessage("link INTENT from Account crm:acme to Topic crm:graphs has measures [SEATS_BOUGHT],"
                        + " may have [STRENGTH]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intent(acme, topic, Map.of(Measure.STRENGTH, Double.NaN)))
                .withMessage("STRENGTH of link INTENT is NaN, must be 0 or more");
    }

    private static Link intent(EntityRef account, EntityRef topic, Map<Measure, Double> measures) {
        return new Link(
                LinkType.INTENT, account, topic, Optional.empty(), measures, FactTime.at(START), Optional.empty());
    }

    @Test
    void whatHasAFactOfItsOwnIsNoThing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thing(ANA.ref(), "Ana", FactTime.at(START)))
                .withMessageStartingWith("Person crm:ana has a fact of its own kind; a thing is a product,");
    }

    @Test
    void aRoleIsHeldWithAConfidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoleHolding(
                        ANA,
                        new OpportunityId("crm:deal"),
                        CommitteeRole.CHAMPION,
                        RoleSource.STATED_IN_CRM,
                        0,
                        FactTime.at(START),
                        Optional.empty()))
                .withMessage("confidence of role CHAMPION of 'crm:ana' is 0.0, must lie in (0, 1]");
    }

    @Test
    void namesStayOutOfAnythingThatPrints() {
        var person = new Person(ANA, "Ana Ruiz", Optional.of("ana@acme.example"), FactTime.at(START));

        assertThat(person).hasToString("Person[crm:ana]");
    }

    @Test
    void executivesAreAFamilyOfTheirOwnAndTheUnknownAreInNone() {
        assertThat(FunctionFamily.of(JobFunction.ENGINEERING, Seniority.VP)).contains(FunctionFamily.EXECUTIVE);
        assertThat(FunctionFamily.of(JobFunction.DATA, Seniority.UNKNOWN)).contains(FunctionFamily.TECHNICAL);
        assertThat(FunctionFamily.of(JobFunction.FINANCE, Seniority.MANAGER)).contains(FunctionFamily.BUSINESS);
        assertThat(FunctionFamily.of(JobFunction.UNKNOWN, Seniority.MANAGER)).isEmpty();
    }

    private static Employment employment(Optional<FactTime> ended) {
        return new Employment(
                ANA,
                ACME,
                Optional.of("Head of Data"),
                JobFunction.DATA,
                Seniority.DIRECTOR,
                FactTime.at(START),
                ended);
    }

    private static Engagement reply(Optional<Exclusion> excluded) {
        return new Engagement(
                new EngagementId("e"),
                ACME,
                EngagementKind.REPLY,
                ActorSide.BUYER,
                List.of(ANA),
                List.of(),
                List.of(),
                excluded,
                FactTime.at(START));
    }

    private static Engagement mail(List<PersonId> recipients) {
        return new Engagement(
                new EngagementId("e"),
                ACME,
                EngagementKind.EMAIL,
                ActorSide.SELLER,
                List.of(),
                recipients,
                List.of(new UserId("crm:pam")),
                Optional.empty(),
                FactTime.at(START));
    }
}
