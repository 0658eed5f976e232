package io.caucus.features.opportunity;

import static io.caucus.testkit.AccountStory.opportunity;
import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.Action;
import io.caucus.features.EvidenceItem.OpportunityCreated;
import io.caucus.features.EvidenceItem.StageMoved;
import io.caucus.features.EvidenceItem.ValueChanged;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SignalReading.Signal;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.testkit.AccountStory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is entered about deals, and how it moves. Stories are told as of 1 June 2026. */
class DealsTest {

    private static final String PUSHES = "opportunity.pushes";
    private static final String AMOUNT = "opportunity.amount_change";
    private static final String REGRESSIONS = "opportunity.stage_regressions";
    private static final String UNPROMPTED = "opportunity.moved_without_buyer";
    private static final String NEXT_STEP = "opportunity.next_step_set_by_buyer";
    private static final String AGE = "opportunity.age_quarters";
    private static final String OPEN_DEAL = "deal enters Proposal 100d ago\n";

    /** Nine deals went from Discovery to Proposal and one back; as many from Proposal to Pilot as back. */
    private static final Peers PEERS = new Peers(
            StageSpells.NONE,
            new StageOrder(new TreeMap<>(Map.of(
                    new Passage("", "Discovery", "Proposal"), 9,
                    new Passage("", "Proposal", "Discovery"), 1,
                    new Passage("", "Proposal", "Pilot"), 2,
                    new Passage("", "Pilot", "Proposal"), 2))),
            ProductUse.NONE);

    private static FeatureValue value(String feature, String story, Fact... more) {
        return Stories.value(feature, AccountStory.of(story).and(more).history(), PEERS);
    }

    private static List<EvidenceItem> evidence(String feature, String story, Fact... more) {
        return Stories.evidence(feature, AccountStory.of(story).and(more).history(), PEERS)
                .items();
    }

    private static Instant at(String when) {
        return AccountStory.asOf(when).instant();
    }

    private static FieldChange told(String deal, ChangeField field, String value, String when) {
        return new FieldChange(opportunity(deal).ref(), field, value, FactTime.at(at(when)));
    }

    private static SignalReading read(int line, String version, Signal... signals) {
        return new SignalReading(
                new EngagementId("story:line-" + line),
                new ExtractorVersion("rules", version),
                List.of(signals),
                FactTime.at(at("1d ago")));
    }

    @Test
    void aCloseDateThatIsPulledInOrConfirmedIsNoPush() {
        var told = new Fact[] {
            told("deal", ChangeField.CLOSE_DATE, "2026-03-31", "90d ago"),
            told("deal", ChangeField.CLOSE_DATE, "2026-06-30", "70d ago"),
            told("deal", ChangeField.CLOSE_DATE, "2026-06-30", "60d ago"),
            told("deal", ChangeField.CLOSE_DATE, "2026-06-15", "50d ago"),
            told("deal", ChangeField.CLOSE_DATE, "", "45d ago"),
            told("deal", ChangeField.CLOSE_DATE, "2026-09-30", "40d ago")
        };

        assertThat(value(PUSHES, OPEN_DEAL, told)).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(PUSHES, OPEN_DEAL, told))
                .containsExactly(
                        new ValueChanged(
                                opportunity("deal"), ChangeField.CLOSE_DATE, "2026-06-15", "2026-09-30", at("40d ago")),
                        new ValueChanged(
                                opportunity("deal"),
                                ChangeField.CLOSE_DATE,
                                "2026-03-31",
                                "2026-06-30",
                                at("70d ago")));
    }

    @Test
    void whatWasWonOrNeverDatedTellsNothingOfPushes() {
        assertThat(value(PUSHES, OPEN_DEAL)).isEqualTo(FeatureValue.missing());
        assertThat(value(
                        PUSHES,
                        "deal enters Won 1d ago",
                        told("deal", ChangeField.CLOSE_DATE, "2026-03-31", "90d ago"),
                        told("deal", ChangeField.CLOSE_DATE, "2026-06-30", "70d ago")))
                .isEqualTo(FeatureValue.missing());
    }

    /** (150 + 50) ÷ (100 + 60); the third deal's amount was taken away. */
    @Test
    void amountsAreComparedWithThoseToldFirst() {
        var story = OPEN_DEAL + "more enters Proposal 9d ago\nthird enters Proposal 9d ago";
        var told = new Fact[] {
            told("deal", ChangeField.AMOUNT, "100", "90d ago"),
            told("deal", ChangeField.AMOUNT, "170.50", "50d ago"),
            told("deal", ChangeField.AMOUNT, "150", "20d ago"),
            told("more", ChangeField.AMOUNT, "60", "9d ago"),
            told("more", ChangeField.AMOUNT, "50", "8d ago"),
            told("third", ChangeField.AMOUNT, "900", "9d ago"),
            told("third", ChangeField.AMOUNT, "", "8d ago")
        };

        assertThat(value(AMOUNT, story, told)).isEqualTo(FeatureValue.of(200 / 160.0));
        assertThat(evidence(AMOUNT, story, told))
                .first()
                .isEqualTo(new ValueChanged(opportunity("deal"), ChangeField.AMOUNT, "100", "150", at("20d ago")));
    }

    @Test
    void amountsThatBeginAtNothingHaveNoQuotient() {
        assertThat(value(AMOUNT, OPEN_DEAL, told("deal", ChangeField.AMOUNT, "0", "9d ago")))
                .isEqualTo(FeatureValue.missing());
        assertThat(value(AMOUNT, OPEN_DEAL)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void aStepAgainstTheUsualOrderIsARegression() {
        var story = """
                deal enters Proposal 50d ago
                deal enters Discovery 40d ago
                deal enters Proposal 30d ago
                deal enters Pilot 20d ago
                deal enters Proposal 10d ago
                deal enters Limbo 9d ago
                """;

        assertThat(value(REGRESSIONS, story)).isEqualTo(FeatureValue.of(1));
        assertThat(evidence(REGRESSIONS, story))
                .containsExactly(new StageMoved(opportunity("deal"), "Proposal", "Discovery", at("40d ago")));
    }

    @Test
    void toBeOpenedAgainIsNoRegression() {
        assertThat(value(REGRESSIONS, """
                deal enters Proposal 50d ago
                deal enters Lost 40d ago
                deal enters Discovery 30d ago
                """)).isEqualTo(FeatureValue.of(0));
        assertThat(value(REGRESSIONS, "deal enters Lost 3d ago")).isEqualTo(FeatureValue.missing());
    }

    @Test
    void anAdvanceCountsUnlessABuyerActedInTheFortnightBefore() {
        var prompted = """
                ana: VP
                deal enters Discovery 40d ago
                deal enters Proposal 10d ago
                ana replies 23d ago
                """;
        var tooLongAgo = prompted.replace("23d ago", "24d ago");

        assertThat(value(UNPROMPTED, prompted)).isEqualTo(FeatureValue.of(0));
        assertThat(value(UNPROMPTED, tooLongAgo)).isEqualTo(FeatureValue.of(1));
        assertThat(evidence(UNPROMPTED, tooLongAgo))
                .containsExactly(new StageMoved(opportunity("deal"), "Discovery", "Proposal", at("10d ago")));
    }

    @Test
    void whatWeDidBeforeAnAdvanceDoesNotCount() {
        assertThat(value(UNPROMPTED, """
                ana: VP
                we mail ana 11d ago
                deal enters Discovery 40d ago
                deal enters Proposal 10d ago
                """)).isEqualTo(FeatureValue.of(1));
    }

    @Test
    void aBuyerWhoAgreesToAMeetingSetsTheNextStep() {
        var story = "ana: VP\n" + OPEN_DEAL + "ana replies 5d ago";
        var booked = new Signal(ConversationSignal.MEETING_BOOKED, Optional.empty(), 0.5);

        assertThat(value(NEXT_STEP, story, read(3, "9", booked))).isEqualTo(FeatureValue.of(1));
        assertThat(evidence(NEXT_STEP, story, read(3, "9", booked)))
                .containsExactly(new Action(
                        new EngagementId("story:line-3"),
                        AccountStory.person("ana"),
                        EngagementKind.REPLY,
                        at("5d ago")));
        assertThat(value(NEXT_STEP, story, read(3, "9", booked), read(3, "10"))).isEqualTo(FeatureValue.of(0));
    }

    @Test
    void whatIsUnsureOrElseSaidSetsNoNextStep() {
        var story = "ana: VP\n" + OPEN_DEAL + "ana replies 5d ago";
        var unsure = new Signal(ConversationSignal.MEETING_BOOKED, Optional.empty(), 0.4);
        var price = new Signal(ConversationSignal.ASKS_PRICE, Optional.empty(), 1);

        assertThat(value(NEXT_STEP, story, read(3, "9", unsure, price))).isEqualTo(FeatureValue.of(0));
    }

    /** Our own note says that they agreed; nobody at the account was heard to. */
    @Test
    void wordsThatNobodyReadOrThatAreOursAreMissing() {
        var booked = new Signal(ConversationSignal.MEETING_BOOKED, Optional.empty(), 1);

        assertThat(value(NEXT_STEP, "ana: VP\n" + OPEN_DEAL + "ana replies 5d ago"))
                .isEqualTo(FeatureValue.missing());
        assertThat(value(NEXT_STEP, "ana: VP\n" + OPEN_DEAL + "we call ana 5d ago", read(3, "9", booked)))
                .isEqualTo(FeatureValue.missing());
    }

    /** From the first quarter of 2025 to the second of 2026. */
    @Test
    void theOldestOpenDealHasSeenFiveEndsOfQuarters() {
        var created = FactTime.at(Instant.parse("2025-03-31T23:59:59Z"));
        var old = new Opportunity(opportunity("old"), AccountStory.account().id(), "Old", Optional.empty(), created);
        var young = new Opportunity(
                opportunity("young"),
                AccountStory.account().id(),
                "Young",
                Optional.empty(),
                FactTime.at(Instant.parse("2026-04-01T00:00:00Z")));

        assertThat(value(AGE, "", old, young)).isEqualTo(FeatureValue.of(5));
        assertThat(evidence(AGE, "", old, young))
                .containsExactly(new OpportunityCreated(opportunity("old"), created.occurredAt()));
        assertThat(value(AGE, "", young)).isEqualTo(FeatureValue.of(0));
        assertThat(value(AGE, "")).isEqualTo(FeatureValue.missing());
    }
}
