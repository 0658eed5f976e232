package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.world.TrueSeat.Showing;
import io.caucus.world.TrueStage.Standing;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Committees and their stages, and how much of them is on record. */
class CommitteeTest {

    private static final Told TOLD = Told.MARKET;

    private static List<TrueSeat> seats() {
        return TOLD.drawn().flatMap(account -> account.truth().seats().stream()).toList();
    }

    @Test
    void theCrmHasThreeSeatsOfFiveRightAndSomeWrong() {
        var byShowing = seats().stream().collect(Collectors.groupingBy(TrueSeat::showing, Collectors.counting()));
        long all = seats().size();

        assertThat(all).isGreaterThan(1000);
        assertThat(Told.share(byShowing.getOrDefault(Showing.STATED, 0L), all)).isBetween(0.55, 0.65);
        assertThat(Told.share(byShowing.getOrDefault(Showing.UNSTATED, 0L), all))
                .isBetween(0.21, 0.32);
        assertThat(Told.share(byShowing.getOrDefault(Showing.MISTAKEN, 0L), all))
                .isBetween(0.10, 0.18);
    }

    @Test
    void theCrmStatesWhomTheTruthSaysItStates() {
        for (ToldAccount account : TOLD.accounts()) {
            var newest = Told.of(Opportunity.class, account).stream()
                    .filter(deal -> !deal.id().value().endsWith("-0"))
                    .max(Comparator.comparing(Opportunity::time));
            newest.ifPresent(deal -> assertThat(Told.of(RoleHolding.class, account).stream()
                            .filter(role -> role.opportunity().equals(deal.id()))
                            .map(role -> List.<Object>of(role.role(), role.person())))
                    .containsExactlyInAnyOrderElementsOf(account.truth().seats().stream()
                            .flatMap(seat -> seat.stated().stream().map(person -> List.<Object>of(seat.role(), person)))
                            .toList()));
        }
    }

    @Test
    void aStatedSeatHasItsHolderAndAMistakenOneSomebodyElse() {
        assertThat(seats()).allMatch(seat -> switch (seat.showing()) {
            case STATED -> seat.stated().filter(seat.holder()::equals).isPresent();
            case UNSTATED -> seat.stated().isEmpty();
            case MISTAKEN ->
                seat.stated().filter(person -> !person.equals(seat.holder())).isPresent();
        });
    }

    @Test
    void nobodySitsTwiceAndNoTemplateIsOverfilled() {
        for (ToldAccount account : TOLD.accounts()) {
            var seats = account.truth().seats();
            var holders = seats.stream().map(TrueSeat::holder).toList();

            assertThat(holders).doesNotHaveDuplicates();
            assertThat(account.truth().segment().required().keySet())
                    .containsAll(seats.stream().map(TrueSeat::role).toList());
            assertThat(seats)
                    .hasSizeLessThanOrEqualTo(account.truth().segment().seats().size());
        }
    }

    @Test
    void matureCommitteesHaveMoreOfTheirSeatsFilled() {
        assertThat(filled(TOLD.truthsOf(Pattern.CHAMPION_LED).toList()))
                .isGreaterThan(filled(TOLD.truthsOf(Pattern.DORMANT).toList()) + 0.25);
    }

    private static double filled(List<WorldTruth> truths) {
        return Told.share(
                truths.stream().mapToLong(truth -> truth.seats().size()).sum(),
                truths.stream()
                        .mapToLong(truth -> truth.segment().seats().size())
                        .sum());
    }

    @Test
    void stagesChangeOnDaysOfTheStoryAndEachToAnother() {
        for (ToldAccount account : TOLD.accounts()) {
            var stages = account.truth().stages();
            for (int change = 1; change < stages.size(); change++) {
                assertThat(stages.get(change).standing())
                        .isNotEqualTo(stages.get(change - 1).standing());
                assertThat(stages.get(change).from())
                        .isAfter(stages.get(change - 1).from());
            }
            assertThat(stages).noneMatch(stage -> stage.from().isAfter(Told.END));
        }
    }

    @Test
    void everyStageIsSomebodysAndPatternsShowInIt() {
        var last = TOLD.drawn()
                .map(ToldAccount::truth)
                .filter(truth -> !truth.stages().isEmpty())
                .collect(Collectors.groupingBy(
                        WorldTruth::pattern,
                        Collectors.mapping(truth -> truth.stages().getLast().standing(), Collectors.toSet())));
        var ever = TOLD.accounts().stream()
                .flatMap(account -> account.truth().stages().stream())
                .map(TrueStage::standing)
                .collect(Collectors.toSet());

        assertThat(ever).containsExactlyInAnyOrder(Standing.values());
        assertThat(last.get(Pattern.CHAMPION_LED)).contains(Standing.MOBILISED, Standing.CONSENSUS);
        assertThat(last.get(Pattern.SELLER_ONLY)).doesNotContain(Standing.COMPLETE, Standing.CONSENSUS);
        assertThat(TOLD.truthsOf(Pattern.CHAMPION_LEFT)
                        .filter(truth -> truth.stages().getLast().standing() == Standing.REGRESSING))
                .hasSizeGreaterThan(10);
    }

    /** From records alone: an account is unaware by the truth only where no buyer's action of the last 90 days is on record. */
    @Test
    void whoIsUnawareHasDoneNothingForLong() {
        var since = Told.END.minus(Duration.ofDays(90));
        var unaware = TOLD.accounts().stream()
                .filter(account -> account.truth().stages().stream()
                        .reduce((one, later) -> later)
                        .filter(stage -> stage.standing() == Standing.UNAWARE)
                        .isPresent())
                .toList();

        assertThat(unaware).extracting(account -> account.truth().account()).hasSizeGreaterThan(10);
        assertThat(unaware)
                .allMatch(account -> Told.buyerActions(account).stream()
                        .noneMatch(action -> action.time().occurredAt().isAfter(since)));
    }

    @Test
    void colleaguesOfAChampionBecomeActiveByFollowingAndOthersOnTheirOwn() {
        var led = TOLD.truthsOf(Pattern.CHAMPION_LED).toList();

        assertThat(led)
                .allMatch(truth -> triggered(truth).isEmpty()
                        || triggered(truth).equals(Set.of(truth.champion().orElseThrow())));
        assertThat(led.stream().filter(truth -> triggered(truth).isEmpty())).isEmpty();
        assertThat(TOLD.truthsOf(Pattern.HEALTHY))
                .allMatch(truth -> triggered(truth).isEmpty());
    }

    private static Set<PersonId> triggered(WorldTruth truth) {
        return truth.activations().stream()
                .flatMap(activation -> activation.triggeredBy().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void fourActivationsOfFiveAreOnRecord() {
        var all = TOLD.accounts().stream()
                .flatMap(account -> account.truth().activations().stream())
                .toList();
        var recorded = all.stream().filter(one -> one.recordedAs().isPresent()).count();
        var engagements = new HashSet<>(TOLD.accounts().stream()
                .flatMap(account -> Told.buyerActions(account).stream())
                .map(engagement -> engagement.id())
                .toList());

        assertThat(Told.share(recorded, all.size())).isBetween(0.74, 0.86);
        assertThat(all.stream().flatMap(one -> one.recordedAs().stream())).allMatch(engagements::contains);
    }
}
