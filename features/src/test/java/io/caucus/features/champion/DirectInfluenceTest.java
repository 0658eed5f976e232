package io.caucus.features.champion;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem.Influence;
import io.caucus.features.FeatureValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Credit is w ÷ (0.02 + Σ w) with w = κ (1 + lag in hours)^−1.3 ÷ reach, κ = 20 where somebody is named. */
class DirectInfluenceTest {

    private static final String ID = "champion.direct_influence";

    private static double weight(double kappa, double lagHours, int reach) {
        return kappa * Math.pow(1 + lagHours, -1.3) / reach;
    }

    @Test
    void aForwardThatIsAnsweredEarnsNearlyAllTheCredit() {
        var story = """
                ana: VP
                bo: MANAGER
                ana forwards to bo 1d 1h ago
                bo replies 1d ago
                """;

        double w = weight(20, 1, 1);
        assertThat(amount(ID, story)).isEqualTo(w / (0.02 + w), within(1e-12));
        assertThat(evidence(ID, story)).singleElement().isInstanceOfSatisfying(Influence.class, influence -> {
            assertThat(influence.from()).isEqualTo(person("ana"));
            assertThat(influence.to()).isEqualTo(person("bo"));
            assertThat(influence.lag()).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void aResponseThatNamesSomebodyCountsLikeBeingNamed() {
        double w = weight(20, 24, 1);
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana visits 2d ago
                bo mails ana 1d ago
                """)).isEqualTo(w / (0.02 + w), within(1e-12));
    }

    /** 25^−1.3 = 0.0152, so 0.0152 ÷ 0.0352 = 43 %. */
    @Test
    void anActionThatNamesNobodySharesWithChance() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana visits 2d ago
                bo visits 1d ago
                """)).isEqualTo(0.432, within(5e-4));
    }

    @Test
    void whoReachesManyEarnsLessForEach() {
        double w = weight(20, 24, 2);
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana forwards to bo, cy 2d ago
                bo visits 1d ago
                """)).isEqualTo(w / (0.02 + w), within(1e-12));
    }

    @Test
    void theStrongestPersonsCreditsAreSummed() {
        double toBo = weight(20, 24, 2);
        double toCy = weight(20, 36, 2);
        double boToCy = weight(1, 12, 1);
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana forwards to bo, cy 2d ago
                bo visits 1d ago
                cy visits 12h ago
                """)).isEqualTo(toBo / (0.02 + toBo) + toCy / (0.02 + toCy + boToCy), within(1e-12));
    }

    @Test
    void comingBackAfterSixWeeksIsAnActivationAndBeforeThatItIsNot() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                bo visits 43d ago
                ana forwards to bo 2d ago
                bo visits 1d ago
                """)).isGreaterThan(0.9);
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                bo visits 42d ago
                ana forwards to bo 2d ago
                bo visits 1d ago
                """)).isZero();
    }

    @Test
    void whatHappenedTwoWeeksBeforeOrAtTheSameInstantExplainsNothing() {
        assertThat(amount(ID, """
                ana: VP
                bo: MANAGER
                ana forwards to bo 15d ago
                bo, ana meet with us 1d ago
                """)).isZero();
    }

    @Test
    void itIsMissingUnlessTwoPeopleActed() {
        assertThat(value(ID, """
                ana: VP
                bo: MANAGER
                ana forwards to bo 1d ago
                """)).isEqualTo(FeatureValue.missing());
    }
}
