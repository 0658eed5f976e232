package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.RuleModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhyNotTest {

    /** Each person is worth a tenth of a log-odd, up to 1; each family 0.4, up to 0.8; each day of silence costs 0.01, up to 0.5. */
    private static final RuleModel SMALL = RuleModel.parse("small", """
        version  | small
        base     | -1
        interval | 0.5 | 0.1 | 1 | committee.breadth_30d
        band     | low  | 0
        band     | mid  | 0.4
        band     | high | 0.5
        band     | top  | 0.9
        rule     | committee.breadth_30d      | linear | 0 | 1 | 0.1   | 1
        rule     | committee.families_covered | linear | 0 | 1 | 0.4   | 0.8
        rule     | engagement.days_since_last | linear | 0 | 1 | -0.01 | 0.5
        """);

    static LongStream seeds() {
        return Worlds.seeds();
    }

    @Test
    void theDistanceIsToldInPointsAndInLogOdds() {
        var answer = below(values(2, 1, 20), "high", PeerValues.NONE);

        assertThat(answer.logOdds()).isCloseTo(0.6, within(1e-9));
        assertThat(answer.points()).isCloseTo(0.5 - 1 / (1 + Math.exp(0.6)), within(1e-12));
        assertThat(answer.holdingDown())
                .extracting(Contribution::feature)
                .containsExactly("engagement.days_since_last");
    }

    @Test
    void oneMoveIsEnoughWhereOneIs() {
        var peers = PeerValues.of(List.of(values(2, 1, 20), values(9, 1, 30), values(8, 2, 5), values(3, 2, 40)));

        var way = below(values(2, 1, 20), "high", peers).smallest().orElseThrow();

        assertThat(way.moves()).hasSize(1);
        var move = way.moves().getFirst();
        assertThat(move.feature()).isEqualTo("committee.breadth_30d");
        assertThat(move.to()).isEqualTo(FeatureValue.of(8));
        assertThat(move.reachedBy()).isEqualTo(0.5);
        assertThat(way.probability()).isCloseTo(0.5, within(1e-12)).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void twoAreTakenOnlyWhereOneIsNotEnough() {
        var peers = PeerValues.of(List.of(values(4, 2, 20), values(3, 2, 30), values(4, 1, 5), values(1, 0, 40)));

        var way = below(values(2, 1, 20), "high", peers).smallest().orElseThrow();

        assertThat(way.moves())
                .extracting(WhyNot.Move::feature)
                .containsExactly("committee.breadth_30d", "committee.families_covered");
    }

    @Test
    void whereThreeMovesAreNotEnoughThereIsNoWay() {
        var peers = PeerValues.of(List.of(values(9, 2, 0)));

        var answer = below(values(2, 1, 20), "top", peers);

        assertThat(answer.smallest()).isEmpty();
        assertThat(answer.peers()).isEqualTo(1);
    }

    @Test
    void withoutOthersThereIsNoValueToMoveTo() {
        assertThat(below(values(2, 1, 20), "high", PeerValues.NONE).smallest()).isEmpty();
    }

    @Test
    void anAccountThatIsThereIsToldSoAndOneWithoutAScoreItsCure() {
        var blank = new TreeMap<>(values(2, 1, 20).values());
        blank.put("committee.breadth_30d", FeatureValue.missing());

        assertThat(WhyNot.of(values(2, 1, 20), SMALL, "low", PeerValues.NONE)).isInstanceOf(WhyNot.Reached.class);
        assertThat(WhyNot.of(vector(blank), SMALL, "high", PeerValues.NONE))
                .isInstanceOfSatisfying(
                        WhyNot.NotScored.class,
                        none -> assertThat(none.blank().cure()).startsWith("Add at least one person"));
    }

    @Test
    void aBandThatThereIsNotIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhyNot.of(values(2, 1, 20), SMALL, "best", PeerValues.NONE))
                .withMessage("no band 'best'; there are low, mid, high, top");
    }

    /** The model itself says so, and no set with fewer moves of the values tried would do: single moves are tried in full here. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWayReachesTheBandAndAWayOfSeveralMovesIsNeeded(long seed) {
        var scorer = Worlds.SHIPPED.scorer();
        var values = State.of(Worlds.now(seed), Worlds.SHIPPED).values();
        var others = new ArrayList<FeatureVector>();
        LongStream.rangeClosed(seed + 1, seed + 8)
                .forEach(other ->
                        others.add(State.of(Worlds.now(other), Worlds.SHIPPED).values()));
        var peers = PeerValues.of(others);

        if (WhyNot.of(values, scorer, "high", peers) instanceof WhyNot.Below below
                && below.smallest().isPresent()) {
            var way = below.smallest().get();
            assertThat(probability(values, way.moves()))
                    .isEqualTo(way.probability())
                    .isGreaterThanOrEqualTo(0.4);
            assertThat(way.moves())
                    .allSatisfy(move -> assertThat(peers.of(move.feature())).contains(move.to()));
            if (way.moves().size() > 1) {
                for (String feature : scorer.inputs()) {
                    for (FeatureValue value : peers.of(feature)) {
                        assertThat(probability(values, List.of(new WhyNot.Move(feature, value, value, 0))))
                                .isLessThan(0.4);
                    }
                }
            }
        }
    }

    private static double probability(FeatureVector values, List<WhyNot.Move> moves) {
        var moved = new TreeMap<>(values.values());
        moves.forEach(move -> moved.put(move.feature(), move.to()));
        return switch (Worlds.SHIPPED
                .scorer()
                .score(new FeatureVector(values.account(), values.asOf(), values.catalogueVersion(), moved))) {
            case Assessment.Score score -> score.probability();
            case Assessment.NoScore blank -> 0;
        };
    }

    private static WhyNot.Below below(FeatureVector values, String band, PeerValues peers) {
        return (WhyNot.Below) WhyNot.of(values, SMALL, band, peers);
    }

    private static FeatureVector values(double people, double families, double days) {
        var values = new TreeMap<String, FeatureValue>();
        values.put("committee.breadth_30d", FeatureValue.of(people));
        values.put("committee.families_covered", FeatureValue.of(families));
        values.put("engagement.days_since_last", FeatureValue.of(days));
        values.put("opportunity.days_in_stage", FeatureValue.of(0.5));
        values.put("committee.completeness", FeatureValue.missing());
        return vector(values);
    }

    private static FeatureVector vector(SortedMap<String, FeatureValue> values) {
        var account = Worlds.now(1).history();
        return new FeatureVector(account.account().id(), account.asOf(), "features-1", values);
    }
}
