package io.caucus.features.network;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static io.caucus.testkit.AccountStory.us;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem.PathToSeat;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mail just now makes a tie of strength 0.5, so it is worth 0.5 ÷ (0.5 + 1), a third. */
class WarmestPathTest {

    private static final String ID = "network.warm_path";

    /** Who leads finance, and so likely buys and decides, has never been heard of, and somebody wrote to them. */
    private static final String INTRODUCED = """
            ana: MANAGER
            cy: CXO FINANCE
            ana replies to us now
            ana forwards to cy now
            """;

    @Test
    void acquaintancesLeadToAnEmptySeat() {
        assertThat(amount(ID, INTRODUCED)).isCloseTo(1.0 / 9, within(1e-12));
        assertThat(evidence(ID, INTRODUCED))
                .containsExactly(pathTo(CommitteeRole.ECONOMIC_BUYER), pathTo(CommitteeRole.DECISION_MAKER));
    }

    private static PathToSeat pathTo(CommitteeRole seat) {
        return new PathToSeat(
                seat,
                List.of(us(), person("ana"), person("cy")),
                amount(ID, INTRODUCED),
                List.of(new EngagementId("story:line-3"), new EngagementId("story:line-4")));
    }

    @Test
    void aWarmDetourBeatsWhatHasCooled() {
        var story = INTRODUCED + "cy replies to us 80d ago\n";

        assertThat(amount(ID, story)).isCloseTo(1.0 / 9, within(1e-12));
    }

    @Test
    void whatIsFresherIsWarmer() {
        var story = INTRODUCED + "cy replies to us 45d ago\n";
        double strength = 0.5 * Math.pow(0.5, 1.5);

        assertThat(amount(ID, story)).isCloseTo(strength / (strength + 1), within(1e-12));
    }

    @Test
    void threeTiesAreMost() {
        var chain = """
                ana: MANAGER
                bo: MANAGER
                cy: CXO FINANCE
                ana replies to us now
                ana forwards to bo now
                bo forwards to cy now
                """;

        assertThat(amount(ID, chain)).isCloseTo(1.0 / 27, within(1e-12));
        assertThat(amount(ID, """
                ana: MANAGER
                bo: MANAGER
                di: MANAGER
                cy: CXO FINANCE
                ana replies to us now
                ana forwards to bo now
                bo forwards to di now
                di forwards to cy now
                """)).isZero();
    }

    @Test
    void whomNobodyKnowsNoPathLeadsTo() {
        var story = """
                ana: MANAGER
                cy: CXO FINANCE
                ana replies to us now
                """;

        assertThat(amount(ID, story)).isZero();
        assertThat(evidence(ID, story)).isEmpty();
    }

    @Test
    void itIsMissingWhereNobodyIsKnownForAMissingSeat() {
        assertThat(value(ID, """
                ana: MANAGER
                ana replies to us now
                """)).isEqualTo(FeatureValue.missing());
    }
}
