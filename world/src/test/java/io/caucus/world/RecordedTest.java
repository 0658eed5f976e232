package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is planted in the records themselves, found again by counting them. */
class RecordedTest {

    private static final Told TOLD = Told.MARKET;
    private static final Set<UserId> GAMING = TOLD.world().planted().gaming();

    @Test
    void aGhostedAccountAsksForThePriceAndIsNotHeardOfAgainButForStrangers() {
        var ghosted = TOLD.accounts().stream()
                .filter(account -> account.truth().ghosted().isPresent())
                .toList();

        assertThat(ghosted).hasSizeBetween(15, 50);
        for (ToldAccount account : ghosted) {
            var at = account.truth().ghosted().orElseThrow();
            var asked = Told.of(SignalReading.class, account).stream()
                    .filter(reading -> reading.time().occurredAt().equals(at))
                    .flatMap(reading -> reading.signals().stream())
                    .map(SignalReading.Signal::kind);
            var afterwards = Told.buyerActions(account).stream()
                    .filter(action -> action.time().occurredAt().isAfter(at))
                    .filter(action -> action.kind() != EngagementKind.VISIT)
                    .filter(action -> !saysOnly(ConversationSignal.UNSUBSCRIBE, action.id(), account));

            assertThat(asked).contains(ConversationSignal.ASKS_PRICE);
            assertThat(afterwards).isEmpty();
        }
    }

    private static boolean saysOnly(ConversationSignal signal, EngagementId engagement, ToldAccount account) {
        return Told.of(SignalReading.class, account).stream()
                .filter(reading -> reading.engagement().equals(engagement))
                .flatMap(reading -> reading.signals().stream())
                .anyMatch(heard -> heard.kind() == signal);
    }

    @Test
    void sellersChaseWhoGhostedThem() {
        long before = 0;
        long after = 0;
        for (ToldAccount account : TOLD.accounts()) {
            for (Instant at : account.truth().ghosted().stream().toList()) {
                after += ofSellers(account, at, Told.END);
                before += ofSellers(account, at.minus(Duration.between(at, Told.END)), at);
            }
        }

        assertThat(after).isGreaterThan(2 * before);
    }

    private static long ofSellers(ToldAccount account, Instant from, Instant to) {
        return Told.of(Engagement.class, account).stream()
                .filter(action ->
                        action.side() == ActorSide.SELLER && action.excluded().isEmpty())
                .filter(action -> action.users().stream().noneMatch(GAMING::contains))
                .map(action -> action.time().occurredAt())
                .filter(at -> at.isAfter(from) && !at.isAfter(to))
                .count();
    }

    @Test
    void whoGamesTheNumbersLogsOnFridaysAndNobodyElseDoes() {
        double theirs = fridayShare(action -> action.users().stream().anyMatch(GAMING::contains));
        double others = fridayShare(action -> action.users().stream().noneMatch(GAMING::contains));

        assertThat(GAMING).hasSize(2);
        assertThat(theirs).isGreaterThan(0.5);
        assertThat(others).isLessThan(0.05);
    }

    private static double fridayShare(Predicate<Engagement> whose) {
        var actions = TOLD.of(Engagement.class).stream()
                .filter(action ->
                        action.side() == ActorSide.SELLER && action.excluded().isEmpty())
                .filter(whose)
                .toList();
        return Told.share(actions.stream().filter(RecordedTest::isFridayLate).count(), actions.size());
    }

    private static boolean isFridayLate(Engagement action) {
        var at = action.time().occurredAt().atOffset(ZoneOffset.UTC);
        return at.getDayOfWeek() == DayOfWeek.FRIDAY && at.getHour() == 16 && at.getMinute() <= 30;
    }

    @Test
    void whoGamesTheNumbersMovesDealsOnFridays() {
        var gamed = TOLD.of(StageChange.class).stream()
                .filter(change -> change.stage().equals("Proposal"))
                .map(change -> change.time().occurredAt().atOffset(ZoneOffset.UTC))
                .filter(at -> at.getDayOfWeek() == DayOfWeek.FRIDAY && at.getHour() == 16 && at.getMinute() == 5)
                .count();

        assertThat(gamed).isBetween(60L, 250L);
    }

    @Test
    void oneChangeOfStageInEightIsEnteredDaysLate() {
        var changes = TOLD.of(StageChange.class).stream()
                .filter(change -> !change.stage().equals("Discovery"))
                .filter(change -> !change.opportunity().value().endsWith("-0"))
                .toList();
        long late = changes.stream()
                .filter(change -> !change.time()
                        .knownAt()
                        .isBefore(change.time().occurredAt().plus(Duration.ofDays(3))))
                .count();

        assertThat(Told.share(late, changes.size())).isBetween(0.08, 0.15);
    }

    @Test
    void everyLeakGivesTheOutcomeAway() {
        var won = TOLD.of(StageChange.class).stream()
                .filter(change -> change.outcome() == Outcome.WON)
                .map(StageChange::opportunity)
                .collect(Collectors.toSet());
        var buyers = TOLD.of(Opportunity.class).stream()
                .filter(deal -> won.contains(deal.id()))
                .map(deal -> deal.account().value())
                .collect(Collectors.toSet());
        var sources = keys(ChangeField.LEAD_SOURCE);
        var revenues = keys(ChangeField.ANNUAL_REVENUE);

        assertThat(TOLD.world().planted().leaks())
                .extracting(PlantedLeak::name)
                .containsExactly("Opportunity.LEAD_SOURCE", "Account.ANNUAL_REVENUE", "Opportunity.CLOSE_DATE");
        // A win that is entered late may not be on record yet when what it left behind already is.
        assertThat(sources.stream()
                        .filter(deal -> won.stream().anyMatch(id -> id.value().equals(deal))))
                .hasSizeGreaterThan((int) (0.9 * sources.size()))
                .hasSizeBetween((int) (0.9 * won.size()), won.size());
        assertThat(revenues.stream().filter(buyers::contains))
                .hasSizeGreaterThan((int) (0.9 * revenues.size()))
                .hasSizeBetween((int) (0.8 * buyers.size()), buyers.size());
    }

    @Test
    void leaksWithoutADateOfTheirOwnAreDatedBack() {
        var begun = TOLD.of(Opportunity.class).stream()
                .collect(Collectors.toMap(deal -> deal.id().value(), Opportunity::time));

        assertThat(changes(ChangeField.LEAD_SOURCE))
                .allMatch(
                        change -> change.time().equals(begun.get(change.entity().key())));
        assertThat(TOLD.world().planted().leaks())
                .filteredOn(PlantedLeak::isDated)
                .extracting(PlantedLeak::field)
                .containsExactly(ChangeField.CLOSE_DATE);
    }

    private static List<FieldChange> changes(ChangeField field) {
        return TOLD.of(FieldChange.class).stream()
                .filter(change -> change.field() == field)
                .toList();
    }

    private static Set<String> keys(ChangeField field) {
        return changes(field).stream().map(change -> change.entity().key()).collect(Collectors.toSet());
    }

    @Test
    void halfOfTheVisitsBecomeChatsWithTheDrift() {
        var drift = TOLD.world().planted().drift();
        var actions = TOLD.drawn()
                .flatMap(account -> Told.buyerActions(account).stream())
                .toList();
        long chatsBefore = count(actions, EngagementKind.CHAT, at -> at.isBefore(drift.minus(Duration.ofDays(1))));
        long chatsAfter = count(actions, EngagementKind.CHAT, at -> at.isAfter(drift.plus(Duration.ofDays(1))));

        assertThat(chatsBefore).isZero();
        assertThat(chatsAfter).isGreaterThan(200);
    }

    private static long count(List<Engagement> actions, EngagementKind kind, Predicate<Instant> when) {
        return actions.stream()
                .filter(action ->
                        action.kind() == kind && when.test(action.time().occurredAt()))
                .count();
    }

    @Test
    void maturityWeighsLessWithTheDrift() {
        var drift = TOLD.world().planted().drift();

        assertThat(gap(deal -> deal.decided().isBefore(drift)))
                .isGreaterThan(gap(deal -> !deal.decided().isBefore(drift)) + 0.08);
    }

    /** By how much more likely mature accounts win than others. */
    private static double gap(Predicate<TrueDeal> when) {
        return chance(when, truth -> truth.maturity() > 0.5) - chance(when, truth -> truth.maturity() <= 0.5);
    }

    private static double chance(Predicate<TrueDeal> when, Predicate<WorldTruth> whose) {
        return TOLD.accounts().stream()
                .map(ToldAccount::truth)
                .filter(whose)
                .flatMap(truth -> truth.deals().stream())
                .filter(when)
                .mapToDouble(TrueDeal::winProbability)
                .average()
                .orElseThrow();
    }

    @Test
    void aBurstIsBusierThanAnyWeekBesideIt() {
        long during = 0;
        long beside = 0;
        for (ToldAccount account : TOLD.accounts()) {
            for (Instant begins : account.truth().bursts()) {
                during += between(account, begins.minus(Duration.ofHours(12)), Duration.ofDays(3));
                beside += between(account, begins.plus(Duration.ofDays(7)), Duration.ofDays(3));
            }
        }

        assertThat(during).isGreaterThan(3 * beside);
    }

    private static long between(ToldAccount account, Instant from, Duration length) {
        return Told.buyerActions(account).stream()
                .map(action -> action.time().occurredAt())
                .filter(at -> at.isAfter(from) && !at.isAfter(from.plus(length)))
                .count();
    }

    @Test
    void customersHaveSeatsAndTicketsAndNobodyElseHas() {
        var won = TOLD.of(StageChange.class).stream()
                .filter(change -> change.outcome() == Outcome.WON)
                .map(change -> change.opportunity().value())
                .filter(deal -> deal.endsWith("-0"))
                .map(deal -> "world:acct-" + deal.split("-", -1)[1])
                .collect(Collectors.toSet());
        var using = TOLD.of(Link.class).stream()
                .filter(link -> link.type() == LinkType.USES)
                .map(link -> link.from().key())
                .collect(Collectors.toSet());
        var asking = TOLD.of(Ticket.class).stream()
                .map(ticket -> ticket.account().orElseThrow().value())
                .collect(Collectors.toSet());

        assertThat(using).isEqualTo(won);
        assertThat(won).containsAll(asking).hasSizeBetween(110, 180);
        assertThat(TOLD.of(Ticket.class)).hasSizeBetween(2 * won.size(), 8 * won.size());
        assertThat(TOLD.of(Ticket.class))
                .anyMatch(
                        ticket -> ticket.answered().isEmpty() || ticket.closed().isEmpty());
    }

    @Test
    void whatIsReadAndUsedIsKnownAndWhatIsForwardedToWhom() {
        var concerned = TOLD.of(Link.class).stream()
                .filter(link -> link.type() == LinkType.CONCERNS)
                .map(link -> link.to().label())
                .collect(Collectors.toSet());
        var forwarded = TOLD.of(Link.class).stream()
                .filter(link -> link.type() == LinkType.FORWARDED)
                .count();
        var reached = TOLD.of(Engagement.class).stream()
                .filter(action -> action.kind() == EngagementKind.FORWARD && action.isBuyerAction())
                .mapToLong(action -> action.addressedTo().size())
                .sum();

        assertThat(concerned).containsExactlyInAnyOrder(NodeLabel.PRODUCT, NodeLabel.TOPIC, NodeLabel.CONTENT);
        assertThat(forwarded).isEqualTo(reached).isPositive();
    }

    @Test
    void conversationsAreReadInThreeCasesOfFiveAndSayWhatMaturityMakesLikely() {
        var conversations = TOLD.of(Engagement.class).stream()
                .filter(Engagement::isBuyerAction)
                .filter(action -> Talk.KINDS.contains(action.kind()))
                .count();
        var heard = TOLD.of(SignalReading.class).stream()
                .flatMap(reading -> reading.signals().stream())
                .map(SignalReading.Signal::kind)
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));

        assertThat(Told.share(TOLD.of(SignalReading.class).size(), conversations))
                .isBetween(0.57, 0.64);
        assertThat(heard)
                .containsKeys(
                        ConversationSignal.MEETING_BOOKED,
                        ConversationSignal.ASKS_PRICE,
                        ConversationSignal.UNSUBSCRIBE,
                        ConversationSignal.OBJECTION_BUDGET,
                        ConversationSignal.NAMES_COMPETITOR);
    }
}
