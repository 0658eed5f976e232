package io.caucus.features.champion;

import static io.caucus.features.Stories.amount;
import static io.caucus.features.Stories.evidence;
import static io.caucus.features.Stories.value;
import static io.caucus.testkit.AccountStory.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem.Influence;
import io.caucus.features.EvidenceItem.Seat;
import io.caucus.features.FeatureValue;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.testkit.AccountStory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories of who moved whom; the weights are those of DirectInfluenceTest. */
class ChampionsTest {

    private static final String FOLLOWED = """
            ana: VP
            bo: MANAGER
            cy: MANAGER
            di: MANAGER
            ana forwards to bo, cy, di 20d ago
            bo replies 19d 23h ago
            cy visits 19d 22h ago
            di downloads 19d 21h ago
            """;

    private static final String CLAIMED = """
            ana: VP
            bo: MANAGER
            ana is CHAMPION on deal 30d ago
            ana visits 5d ago
            bo visits 4d ago
            """;

    private static FeatureValue word(ChampionKind kind) {
        return FeatureValue.of(kind);
    }

    @Test
    void threeColleaguesAfterOneForwardMakeAChampionByEffect() {
        assertThat(amount("champion.colleagues_in_7d", FOLLOWED)).isEqualTo(3);
        assertThat(value("champion.kind", FOLLOWED)).isEqualTo(word(ChampionKind.EFFECT));
        assertThat(evidence("champion.kind", FOLLOWED))
                .hasSize(3)
                .allSatisfy(item -> assertThat(((Influence) item).from()).isEqualTo(person("ana")));
        assertThat(new Champions(Activity.of(AccountStory.of(FOLLOWED).history()), ChampionParameters.DEFAULT)
                        .findByEffect())
                .contains(person("ana"));
    }

    @Test
    void thatIsFarAboveChance() {
        assertThat(amount("champion.lift", FOLLOWED)).isGreaterThan(1.5);
        assertThat(amount("champion.lift_p", FOLLOWED)).isLessThanOrEqualTo(0.02);
    }

    @Test
    void twoColleaguesAreTooFew() {
        var story = FOLLOWED.replace("di downloads 19d 21h ago", "");

        assertThat(amount("champion.colleagues_in_7d", story)).isEqualTo(2);
        assertThat(value("champion.kind", story)).isEqualTo(word(ChampionKind.NONE));
    }

    @Test
    void whoComesAfterTheWeekDoesNotCount() {
        assertThat(amount("champion.colleagues_in_7d", FOLLOWED.replace("19d 21h", "12d 23h")))
                .isEqualTo(2);
    }

    /** Lags of one, two and three hours. */
    @Test
    void theLagIsTheMedianAndTheChannelIsThatOfTheAction() {
        assertThat(amount("champion.median_lag_hours", FOLLOWED)).isEqualTo(2);
        assertThat(amount("champion.channels", FOLLOWED)).isEqualTo(1);
    }

    @Test
    void aChainCountsThroughItsMiddle() {
        var story = """
                ana: VP
                bo: MANAGER
                cy: MANAGER
                ana forwards to bo 3d ago
                bo forwards to cy 2d ago
                cy visits 1d ago
                """;
        double named = 20 * Math.pow(25, -1.3);
        double far = Math.pow(49, -1.3);
        double toBo = named / (0.02 + named);
        double boToCy = named / (0.02 + named + far);
        double anaToCy = far / (0.02 + named + far);

        assertThat(amount("champion.cascade_influence", story)).isEqualTo(toBo * (1 + boToCy) + anaToCy, within(1e-12));
    }

    @Test
    void aRecordedChampionIsClaimed() {
        assertThat(value("champion.kind", CLAIMED)).isEqualTo(word(ChampionKind.CLAIMED));
        assertThat(evidence("champion.kind", CLAIMED))
                .isEqualTo(List.of(new Seat(CommitteeRole.CHAMPION, 1, List.of(person("ana")))));
        assertThat(amount("champion.silence_days", CLAIMED)).isEqualTo(5);
        assertThat(amount("champion.left", CLAIMED)).isZero();
    }

    @Test
    void aRecordedChampionWhoLeftIsMissed() {
        var story = CLAIMED.replace("ana: VP", "ana: VP to 2d ago");

        assertThat(amount("champion.left", story)).isOne();
        assertThat(value("champion.silence_days", story)).isEqualTo(FeatureValue.missing());
        assertThat(value("champion.kind", story)).isEqualTo(word(ChampionKind.NONE));
    }

    @Test
    void aClosedDealHasNoChampion() {
        var story = CLAIMED + "deal enters Won 1d ago\n";

        assertThat(value("champion.left", story)).isEqualTo(FeatureValue.missing());
        assertThat(value("champion.silence_days", story)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void whereNobodyActedAndNobodyIsRecordedNothingIsKnown() {
        assertThat(value("champion.kind", "ana: VP")).isEqualTo(FeatureValue.missing());
        assertThat(value("champion.lift", "ana: VP")).isEqualTo(FeatureValue.missing());
    }
}
