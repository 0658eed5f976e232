package io.caucus.scoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpportunityTargetsTest {

    private static final Target WIN = new WinTarget();
    private static final Target SLIPS = new SlipTarget();
    private static final Instant NOW = RandomWorlds.NOW;

    @Test
    void everyOpenOpportunityIsAskedAbout() {
        var asked = WIN.asks(AccountStory.of("""
                deal enters Proposal 40d ago
                other enters Proposal 3d ago
                won enters Won 5d ago
                lost enters Lost 5d ago
                """)
                .and(created("young", Duration.ofDays(2).minusMillis(1)), created("older", Duration.ofDays(2)))
                .history());

        assertThat(asked)
                .extracting(Asked::opportunity)
                .containsExactly(
                        Optional.of(AccountStory.opportunity("deal")),
                        Optional.of(AccountStory.opportunity("older")),
                        Optional.of(AccountStory.opportunity("other")));
        assertThat(asked).extracting(Asked::cutoff).containsOnly(NOW);
    }

    @Test
    void theFeaturesOfARowSpeakOfItsOwnOpportunity() {
        var story = AccountStory.of("""
                deal enters Proposal 40d ago
                deal enters Discovery 10d ago
                other enters Proposal 40d ago
                lost enters Lost 5d ago
                """);
        var catalogue = FeatureCatalogue.standard();

        var regressions = WIN.asks(story.history()).stream()
                .map(asked -> catalogue.compute(asked.history(), Peers.NONE).get("opportunity.age_quarters"))
                .toList();

        var alone = AccountStory.of("""
                        deal enters Proposal 40d ago
                        deal enters Discovery 10d ago
                        lost enters Lost 5d ago
                        """).history();
        assertThat(regressions.getFirst())
                .isEqualTo(catalogue.compute(alone, Peers.NONE).get("opportunity.age_quarters"));
        assertThat(WIN.asks(story.history()).getFirst().history()).isEqualTo(alone);
    }

    @Test
    void aRowTellsOfItsOpportunityAsItWasKnownThen() {
        var deal = AccountStory.opportunity("deal");
        var story = AccountStory.of(
                        "deal enters Proposal 40d ago\ndeal enters Contract 10d ago\nother enters Won 2d ago")
                .and(told(deal, ChangeField.AMOUNT, "1200.50", 30), told(deal, ChangeField.AMOUNT, "900", 3))
                .and(told(deal, ChangeField.CLOSE_DATE, "2026-05-20", 30));

        var cells = WIN.asks(story.history(new AsOf(NOW.minus(Duration.ofDays(5)))))
                .getFirst()
                .cells();

        assertThat(cells).containsExactly("story:deal", "", "Contract", "1200.50", "", "995.0", "5.0", "-6.5", "1");
        assertThat(WIN.columns()).hasSameSizeAs(cells);
    }

    @Test
    void itIsWonWhenItIsWonAndNeverWhenItIsLost() {
        var outcomes = new Outcomes();
        var story = AccountStory.of("""
                deal enters Proposal 40d ago
                deal enters Won 30d ago
                other enters Proposal 40d ago
                other enters Lost 20d ago
                """);
        outcomes.note(story.history());
        var asked = WIN.asks(story.history(new AsOf(NOW.minus(Duration.ofDays(35)))));

        assertThat(asked.stream().map(each -> WIN.cameTrue(each, outcomes)))
                .containsExactly(Optional.of(NOW.minus(Duration.ofDays(30))), Optional.empty());
    }

    @Test
    void thereIsARowForEachWeekUntilItIsExpectedToClose() {
        var deal = AccountStory.opportunity("deal");
        var story = AccountStory.of("deal enters Proposal 40d ago\ndeal enters Lost 2d ahead")
                .and(told(deal, ChangeField.CLOSE_DATE, "2026-06-16", 30)); // ends 15.5 days ahead

        var asked = SLIPS.asks(story.history());

        assertThat(asked)
                .extracting(Asked::cutoff)
                .containsExactly(NOW, NOW.plus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(14)));
        assertThat(asked)
                .extracting(each -> each.cells().subList(0, 3))
                .containsExactly(
                        List.of("story:deal@" + NOW, NOW.toString(), "0"),
                        List.of(
                                "story:deal@" + NOW,
                                NOW.plus(Duration.ofDays(7)).toString(),
                                "1"),
                        List.of(
                                "story:deal@" + NOW,
                                NOW.plus(Duration.ofDays(14)).toString(),
                                "2"));
        var outcomes = new Outcomes();
        outcomes.note(story.history(new AsOf(NOW.plus(Duration.ofDays(9)))));
        assertThat(asked.stream().map(each -> SLIPS.cameTrue(each, outcomes)))
                .containsOnly(Optional.of(NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void whatIsExpectedToCloseInThePastOrNeverOrInYearsIsNotAskedAbout() {
        var deal = AccountStory.opportunity("deal");
        var story = AccountStory.of("deal enters Proposal 40d ago");

        assertThat(SLIPS.asks(story.history())).isEmpty();
        assertThat(SLIPS.asks(story.and(told(deal, ChangeField.CLOSE_DATE, "2026-05-31", 30))
                        .history()))
                .isEmpty();
        assertThat(SLIPS.asks(story.and(told(deal, ChangeField.CLOSE_DATE, "2027-06-01", 30))
                        .history()))
                .isEmpty();
        assertThat(SLIPS.asks(story.and(told(deal, ChangeField.CLOSE_DATE, "2026-06-01", 30))
                        .history()))
                .as("later today")
                .hasSize(1);
    }

    @Test
    void aRowSpeaksOfOneOpenOpportunityWhateverTheAccount() {
        var asked = LongStream.rangeClosed(1, 200)
                .mapToObj(RandomWorlds::history)
                .flatMap(account -> Stream.of(WIN, SLIPS)
                        .flatMap(target -> target.asks(account).stream()
                                .peek(row -> assertThat(row.cells()).hasSameSizeAs(target.columns()))))
                .toList();

        assertThat(asked).hasSizeGreaterThan(200).allSatisfy(row -> {
            assertThat(row.history().openOpportunities())
                    .extracting(Opportunity::id)
                    .containsExactly(row.opportunity().orElseThrow());
            assertThat(row.cutoff()).isAfterOrEqualTo(row.history().asOf().instant());
        });
    }

    private static Opportunity created(String name, Duration ago) {
        return new Opportunity(
                AccountStory.opportunity(name),
                AccountStory.account().id(),
                name,
                Optional.empty(),
                FactTime.at(NOW.minus(ago)));
    }

    private static FieldChange told(OpportunityId opportunity, ChangeField field, String value, int daysAgo) {
        return new FieldChange(opportunity.ref(), field, value, FactTime.at(NOW.minus(Duration.ofDays(daysAgo))));
    }
}
