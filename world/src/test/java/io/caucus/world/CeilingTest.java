package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.world.Ceiling.Forecast;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CeilingTest {

    /** By hand: pairs weigh p(1 − q); 0.8·0.5 = 0.4 of the right order, 0.5·0.2 = 0.1 of the wrong one. */
    @Test
    void twoDealsHaveTheCeilingWorkedOutByHand() {
        var ceiling = Ceiling.of(List.of(new Forecast(0.8, true), new Forecast(0.5, false)))
                .orElseThrow();

        assertThat(ceiling.expectedAuc()).isCloseTo(0.8, within(1e-12));
        assertThat(ceiling.realisedAuc()).isEqualTo(1);
        assertThat(ceiling.deals()).isEqualTo(2);
    }

    @Test
    void equalProbabilitiesTellNothing() {
        var ceiling = Ceiling.of(List.of(new Forecast(0.3, true), new Forecast(0.3, false), new Forecast(0.3, true)))
                .orElseThrow();

        assertThat(ceiling.expectedAuc()).isCloseTo(0.5, within(1e-12));
        assertThat(ceiling.realisedAuc()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withoutAWonAndALostDealThereIsNone() {
        assertThat(Ceiling.of(List.of())).isEmpty();
        assertThat(Ceiling.of(List.of(new Forecast(0.8, true), new Forecast(0.5, true))))
                .isEmpty();
    }

    /** All pairs, one by one. */
    @Test
    void itEqualsTheCountOverAllPairs() {
        var dice = Dice.forAccount(7, 1);
        var deals = IntStream.range(0, 60)
                .mapToObj(deal -> new Forecast(dice.between(1, 9) / 10.0, dice.chance(0.4)))
                .toList();

        var ceiling = Ceiling.of(deals).orElseThrow();

        assertThat(ceiling.realisedAuc()).isCloseTo(slowly(deals, true), within(1e-12));
        assertThat(ceiling.expectedAuc()).isCloseTo(slowly(deals, false), within(1e-12));
    }

    private static double slowly(List<Forecast> deals, boolean realised) {
        double concordant = 0;
        double pairs = 0;
        for (int one = 0; one < deals.size(); one++) {
            for (int other = 0; other < deals.size(); other++) {
                double weight = one == other ? 0 : weight(deals.get(one), deals.get(other), realised);
                double order = Math.signum(
                        deals.get(one).probability() - deals.get(other).probability());
                concordant += weight * (order + 1) / 2;
                pairs += weight;
            }
        }
        return concordant / pairs;
    }

    private static double weight(Forecast won, Forecast lost, boolean realised) {
        if (realised) {
            return won.won() && !lost.won() ? 1 : 0;
        }
        return won.probability() * (1 - lost.probability());
    }

    /** Simpson's rule with other steps over the same normal density. */
    @Test
    void theChanceOfADealIsTheMeanOverTheNoise() {
        double sum = 0;
        int steps = 2000;
        for (int step = 0; step <= steps; step++) {
            double z = 16.0 * step / steps - 8;
            double weight = step == 0 || step == steps ? 1 : step % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-z * z / 2) / (1 + Math.exp(-(1.1 + 0.8 * z)));
        }
        double mean = sum * (16.0 / steps) / 3 / Math.sqrt(2 * Math.PI);

        assertThat(Odds.ofAWholeDeal(0.7, 1.1)).isCloseTo(Math.pow(1 - 0.12 * 0.6, 3) * mean, within(1e-7));
    }

    /** Every stage that is behind it is one that it can no longer be lost at the end of. */
    @Test
    void aDealIsLikelierTheFurtherItGets() {
        var account = Told.of(3, 400).accounts().stream()
                .map(ToldAccount::truth)
                .filter(truth ->
                        truth.deals().stream().anyMatch(deal -> deal.ties().contains(Tie.REFERRED)))
                .findFirst()
                .orElseThrow();
        var deal = account.deals().getLast();
        double kept = 1 - 0.12 * (1.3 - account.maturity());

        assertThat(deal.steps()).hasSize(4);
        assertThat(deal.steps().getFirst().winProbability()).isEqualTo(deal.winProbability());
        for (int stage = 1; stage < 4; stage++) {
            var before = deal.steps().get(stage - 1);
            var step = deal.steps().get(stage);
            assertThat(step.winProbability()).isCloseTo(before.winProbability() / kept, within(1e-12));
            assertThat(step.withoutTies()).isLessThan(step.winProbability());
            assertThat(deal.stepAt(step.entered())).contains(step);
            assertThat(deal.stepAt(step.entered().minusSeconds(1))).contains(before);
        }
        assertThat(deal.stepAt(deal.steps().getFirst().entered().minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void theCeilingOfAWorldIsThatOfTheDealsWhoseTimetableIsOver() {
        var told = Told.of(3, 400);
        var over = told.accounts().stream()
                .flatMap(account -> account.truth().deals().stream())
                .filter(deal -> !deal.decided().isAfter(Told.END))
                .toList();

        var ceiling = told.world().ceiling().orElseThrow();

        assertThat(over).extracting(TrueDeal::outcome).containsOnly(Outcome.WON, Outcome.LOST);
        assertThat(ceiling.deals()).isEqualTo(over.size());
        assertThat(ceiling)
                .isEqualTo(Ceiling.of(over.stream()
                                .map(deal -> new Forecast(deal.winProbability(), deal.outcome() == Outcome.WON))
                                .toList())
                        .orElseThrow());
        assertThat(ceiling.expectedAuc()).isBetween(0.62, 0.85);
        assertThat(ceiling.realisedAuc()).isCloseTo(ceiling.expectedAuc(), within(0.06));
    }

    @Test
    void aWorldOfStoriesHasNone() {
        assertThat(World.generate(new WorldSettings(1, 8, Told.END)).ceiling()).isEmpty();
    }
}
