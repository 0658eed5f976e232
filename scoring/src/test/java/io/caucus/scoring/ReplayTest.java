package io.caucus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.Evidence;
import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.assessment.KeptAssessment.Result.NotScored;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    private static final RuleModel MODEL = RandomVectors.MODEL;

    static LongStream seeds() {
        return RandomVectors.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aKeptAssessmentReplaysToTheSameBits(long seed) {
        var values = RandomVectors.vector(seed);
        var assessment = MODEL.score(values);

        var kept = Replay.keep(values, assessment, List.of());

        assertThat(Replay.values(kept, MODEL)).isEqualTo(values);
        assertThat(Replay.replay(kept, MODEL)).isEqualTo(assessment);
        assertThat(Replay.keep(values, Replay.replay(kept, MODEL), List.of())).isEqualTo(kept);
    }

    @Test
    void aBlankKeepsItsReasonAndCure() {
        var values = RandomVectors.with(RandomVectors.vector(1), "committee.breadth_30d", FeatureValue.missing());

        var kept = Replay.keep(values, MODEL.score(values), List.of(explained("committee.cohesion")));

        assertThat(kept.result()).isEqualTo(new NotScored("NO_KNOWN_PERSON", NoScoreReason.NO_KNOWN_PERSON.cure()));
        assertThat(kept.evidence()).isEmpty();
    }

    @Test
    void theFactsBehindWhatMovesTheScoreAreCited() {
        var values = RandomVectors.with(RandomVectors.scorable(1), "committee.cohesion", FeatureValue.missing());
        var usual = Replay.keep(values, MODEL.score(values), List.of(explained("committee.cohesion")));
        var low = RandomVectors.with(values, "committee.cohesion", FeatureValue.of(0.1));

        var kept = Replay.keep(low, MODEL.score(low), List.of(explained("committee.cohesion")));

        assertThat(usual.evidence()).isEmpty();
        assertThat(kept.evidence()).containsExactly(new PersonId("test:ana").ref(), new EngagementId("test:e1").ref());
    }

    @Test
    void anotherModelCannotReplayIt() {
        var values = RandomVectors.vector(1);
        var kept = Replay.keep(values, new Assessment.NoScore("rules-0+x", NoScoreReason.NO_KNOWN_PERSON), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replay.replay(kept, MODEL))
                .withMessage(
                        "assessment 'test:acme@2026-06-01T12:00:00Z#rules-0+x' was made by model rules-0+x and cannot"
                                + " be replayed with " + MODEL.version() + "; load the model it names");
    }

    @Test
    void aCategoryThatReadsAsANumberIsRefused() {
        var values = new TreeMap<String, FeatureValue>();
        values.put("engagement.state", new FeatureValue.Category("1.5"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replay.keep(
                        RandomVectors.of(values),
                        new Assessment.NoScore("v", NoScoreReason.NO_KNOWN_PERSON),
                        List.of()))
                .withMessage("category '1.5' of engagement.state would read back as a number; call it otherwise");
    }

    private static ExplainedFeature explained(String feature) {
        var definition = new FeatureDefinition(
                feature,
                feature,
                feature,
                FeatureDefinition.Unit.RATIO,
                Optional.empty(),
                "never",
                FeatureDefinition.Actors.BUYER,
                List.of());
        var action = new EvidenceItem.Action(
                new EngagementId("test:e1"),
                new PersonId("test:ana"),
                EngagementKind.REPLY,
                RandomVectors.NOW.instant());
        return new ExplainedFeature(definition, FeatureValue.of(0.1), Evidence.of(List.of(action)));
    }
}
