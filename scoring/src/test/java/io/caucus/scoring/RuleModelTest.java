package io.caucus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleModelTest {

    private static final String SMALL = """
            version  | small
            base     | -1
            interval | 0.5 | 0.1 | 1 | committee.breadth_30d
            band     | low  | 0
            band     | high | 0.5
            rule     | committee.breadth_30d | linear | 2 | 2 | 1 | 2
            usual    | engagement.state | STEADY
            word     | engagement.state | STEADY  | 0
            word     | engagement.state | COOLING | -0.5
            """;

    @Test
    void theShippedModelReadsTheTwelveFeatures() {
        assertThat(RuleModel.shipped().inputs())
                .containsExactly(
                        "champion.direct_influence",
                        "committee.breadth_30d",
                        "committee.cohesion",
                        "committee.completeness",
                        "committee.families_covered",
                        "committee.function_diversity",
                        "committee.single_point_of_failure",
                        "engagement.bursts",
                        "engagement.days_since_last",
                        "engagement.momentum_7_30",
                        "engagement.state",
                        "opportunity.days_in_stage");
    }

    /** Else it would learn who was sold to. */
    @Test
    void howWellAnAccountIsRecordedIsNeverAnInput() {
        var text = SMALL + "rule | record.completeness | linear | 0.5 | 1 | 1 | 1\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleModel.parse("small", text))
                .withMessageContaining("feature record.completeness tells how well the account is recorded");
    }

    /** By hand: −1 + 1·(4 − 2)/2 − 0.5 = −0.5; half-width 0.5 + 1/(1 + 4) = 0.7. */
    @Test
    void aScoreMatchesTheSumDoneByHand() {
        var score = (Assessment.Score) RuleModel.parse("small", SMALL).score(values(4, "COOLING"));

        assertThat(score.probability()).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-15));
        assertThat(score.low()).isCloseTo(1 / (1 + Math.exp(1.2)), within(1e-15));
        assertThat(score.high()).isCloseTo(1 / (1 + Math.exp(-0.2)), within(1e-15));
        assertThat(score.band()).isEqualTo("low");
        assertThat(score.tier()).isEqualTo(Tier.RULES);
        assertThat(score.contributions()).extracting(Contribution::logOdds).containsExactly(1.0, -0.5);
        assertThat(score.contributions().get(1).peerBaseline()).isEqualTo(new FeatureValue.Category("STEADY"));
    }

    @Test
    void opposedReasonsThatCancelStillShowTheirPoints() {
        var text = SMALL.replace("COOLING | -0.5", "COOLING | -1");

        var score = (Assessment.Score) RuleModel.parse("small", text).score(values(4, "COOLING"));

        assertThat(score.probability()).isEqualTo(score.baseProbability());
        assertThat(score.contributions().get(0).points()).isCloseTo(0.1966, within(1e-4));
        assertThat(score.contributions().get(1).points()).isCloseTo(-0.1966, within(1e-4));
    }

    @Test
    void aRuleStopsAtItsCap() {
        var score = (Assessment.Score) RuleModel.parse("small", SMALL).score(values(4000, "STEADY"));

        assertThat(score.contributions().get(0).logOdds()).isEqualTo(2.0);
        assertThat(score.band()).isEqualTo("high");
    }

    @Test
    void anyConstantIsPartOfTheVersionAndACommentIsNot() {
        var version = RuleModel.parse("small", SMALL).version();

        assertThat(version).matches("small\\+[0-9a-f]{8}");
        assertThat(RuleModel.parse("small", "# why\n\n" + SMALL).version()).isEqualTo(version);
        assertThat(RuleModel.parse("small", SMALL.replace("| -0.5", "| -0.6")).version())
                .isNotEqualTo(version);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            | linear | 2 | 2       ~ | cubic | 2 | 2          ~ small:6 has transform 'cubic', must be linear, log1p or saturating
            | linear | 2 | 2       ~ | linear | 2 | 0         ~ small:6 scale of committee.breadth_30d is 0.0, must be positive
            | linear | 2 | 2 | 1   ~ | linear | 2 | 2 | 0     ~ small:6 weight of committee.breadth_30d is 0; leave the line out instead
            | linear | 2 | 2 | 1   ~ | linear | 2 | 2 | NaN   ~ small:6 has 'NaN', must be a finite number
            | linear | 2 | 2 | 1   ~ | linear | 2 | 2 | much  ~ small:6 has 'much', must be a finite number
            | 1 | 2                ~ | 1                      ~ small:6 has 6 cells, a 'rule' has 7
            | 1 | 2                ~ | 1 | 20                 ~ small: base and caps reach 21.5 log-odds, must stay within 15.0; lower the caps
            base     | -1          ~ basis | -1               ~ small:2 begins with 'basis', must be version, base, interval, band, rule, usual or word
            version  | small       ~ base | 0                 ~ small has 2 lines 'base', must have one
            high | 0.5             ~ high | 0                 ~ small: band 'high' holds from 0.0, must be above the one before it and below 1
            low  | 0               ~ low | 0.2                ~ small: bands are [Band[name=low, from=0.2], Band[name=high, from=0.5]]; the first must hold from 0
            engagement.state | STEADY  | 0 ~ engagement.state | NEW | 0 ~ small:7 usual word 'STEADY' of engagement.state must be listed with effect 0, has null
            word     | engagement.state | COOLING ~ word | other.state | COOLING ~ small:9 has no line 'usual | other.state'
            state | COOLING        ~ state | STEADY           ~ small:9 tells 'STEADY' a second time
            interval | 0.5         ~ interval | 0             ~ small: interval is 0.0, 0.1, 1.0; the first must be positive, the others not negative
            """)
    void aModelThatCannotBeMeantIsRefusedByLineAndReason(String right, String wrong, String message) {
        var text = SMALL.replace(right, wrong);

        assertThat(text).isNotEqualTo(SMALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleModel.parse("small", text))
                .withMessage(message);
    }

    @Test
    void aValueOfTheWrongKindIsRefused() {
        var model = RuleModel.parse("small", SMALL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.score(values(1, "SLEEPY")))
                .withMessage("engagement.state is 'SLEEPY', the model knows [COOLING, STEADY]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        model.score(RandomVectors.with(values(1, "STEADY"), "engagement.state", FeatureValue.of(3))))
                .withMessage("engagement.state is the number 3.0, the model expects one of [COOLING, STEADY]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.score(RandomVectors.with(
                        values(1, "STEADY"), "committee.breadth_30d", new FeatureValue.Category("MANY"))))
                .withMessage("committee.breadth_30d is the word 'MANY', the model expects a number");
    }

    @Test
    void withoutAKnownPersonThereIsNoScore() {
        var assessment = RandomVectors.MODEL.score(
                RandomVectors.with(RandomVectors.scorable(1), "committee.breadth_30d", FeatureValue.missing()));

        assertThat(assessment)
                .isEqualTo(new Assessment.NoScore(RandomVectors.MODEL.version(), NoScoreReason.NO_KNOWN_PERSON));
    }

    @Test
    void aQuietAccountIsScoredOnlyWhileAnOpportunityIsOpen() {
        var open = RandomVectors.scorable(1);
        var staffed = RandomVectors.with(
                RandomVectors.with(open, "committee.completeness", FeatureValue.of(0.5)),
                "opportunity.days_in_stage",
                FeatureValue.missing());
        var closed = RandomVectors.with(staffed, "committee.completeness", FeatureValue.missing());

        assertThat(after(open, FeatureValue.of(91))).isInstanceOf(Assessment.Score.class);
        assertThat(after(staffed, FeatureValue.of(91))).isInstanceOf(Assessment.Score.class);
        assertThat(after(closed, FeatureValue.of(90))).isInstanceOf(Assessment.Score.class);
        assertThat(List.of(after(closed, FeatureValue.of(90.01)), after(closed, FeatureValue.missing())))
                .containsOnly(
                        new Assessment.NoScore(RandomVectors.MODEL.version(), NoScoreReason.QUIET_WITHOUT_OPPORTUNITY));
    }

    @Test
    void aScoreThatDoesNotAddUpCannotExist() {
        var share = new Contribution("committee.breadth_30d", FeatureValue.of(4), FeatureValue.of(2), 0.5, 0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment.Score("v", Tier.RULES, 0.5, 0.4, 0.6, "b", 0, List.of(share)))
                .withMessage("score does not add up: log-odds sum to 0.5, must be 0.0 within 1.0E-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment.Score("v", Tier.RULES, 0.5, 0.4, 0.6, "b", -0.5, List.of(share)))
                .withMessageStartingWith("score does not add up: points sum to 0.1, must be 0.12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assessment.Score("v", Tier.RULES, 0.5, 0.6, 0.7, "b", 0, List.of()))
                .withMessage("probability 0.5 with interval [0.6, 0.7] must satisfy 0 < low ≤ it ≤ high < 1");
    }

    private static Assessment after(FeatureVector vector, FeatureValue daysSinceLast) {
        return RandomVectors.MODEL.score(RandomVectors.with(vector, "engagement.days_since_last", daysSinceLast));
    }

    private static FeatureVector values(double breadth, String state) {
        var values = new TreeMap<String, FeatureValue>();
        values.put("committee.breadth_30d", FeatureValue.of(breadth));
        values.put("engagement.days_since_last", FeatureValue.of(1));
        values.put("opportunity.days_in_stage", FeatureValue.missing());
        values.put("committee.completeness", FeatureValue.missing());
        values.put("engagement.state", new FeatureValue.Category(state));
        return RandomVectors.of(values);
    }
}
