package io.caucus.features.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.ProductUsed;
import io.caucus.features.EvidenceItem.SeatCount;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.AccountStory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductUseTest {

    private static final String ACTIVATION = "product.activation";
    private static final String TREND = "product.active_seats_trend";
    private static final String ADOPTION = "product.feature_adoption";
    private static final EntityRef SUITE = new EntityRef(NodeLabel.PRODUCT, "story:suite");
    private static final EntityRef REPORTS = new EntityRef(NodeLabel.PRODUCT, "story:reports");

    /** Ten accounts: the median is (0.4 + 0.6) ÷ 2 of shares, 1.25 of trends and 2 of products in use. */
    private static final Peers PEERS = new Peers(
            StageSpells.NONE,
            StageOrder.NONE,
            new ProductUse(
                    List.of(0.9, 0.1, 0.1, 0.2, 0.4, 0.6, 0.7, 0.8, 0.8, 0.3),
                    Collections.nCopies(10, 1.25),
                    Collections.nCopies(11, 2.0)));

    private static FeatureValue value(String feature, String story, Fact... more) {
        return Stories.value(feature, AccountStory.of(story).and(more).history(), PEERS);
    }

    private static List<EvidenceItem> evidence(String feature, String story, Fact... more) {
        return Stories.evidence(feature, AccountStory.of(story).and(more).history(), PEERS)
                .items();
    }

    private static FactTime at(String when) {
        return FactTime.at(AccountStory.asOf(when).instant());
    }

    private static Link seats(EntityRef product, double active, double bought, String when) {
        return seats(product, active, bought, when, Optional.empty());
    }

    private static Link seats(EntityRef product, double active, double bought, String when, Optional<FactTime> ended) {
        return new Link(
                LinkType.USES,
                AccountStory.account().id().ref(),
                product,
                Optional.empty(),
                Map.of(Measure.SEATS_BOUGHT, bought, Measure.SEATS_ACTIVE, active),
                at(when),
                ended);
    }

    private static Link concerns(int line, EntityRef product, String when) {
        return Link.of(LinkType.CONCERNS, new EngagementId("story:line-" + line).ref(), product, at(when));
    }

    /** (25 + 5) ÷ (30 + 10) = 0.75 by the last counts, ÷ 0.5. */
    @Test
    void activationIsTheShareOfSeatsInUseByTheLastCounts() {
        var counts = new Fact[] {
            seats(SUITE, 1, 30, "200d ago"), seats(SUITE, 25, 30, "20d ago"), seats(REPORTS, 5, 10, "40d ago")
        };

        assertThat(value(ACTIVATION, "", counts)).isEqualTo(FeatureValue.of(0.75 / 0.5));
        assertThat(evidence(ACTIVATION, "", counts))
                .containsExactly(
                        new SeatCount(SUITE, 30, 25, at("20d ago").occurredAt()),
                        new SeatCount(REPORTS, 10, 5, at("40d ago").occurredAt()));
    }

    @Test
    void aLicenceThatEndedHasNoSeats() {
        var ended = Optional.of(at("3d ago"));

        assertThat(value(ACTIVATION, "", seats(SUITE, 25, 30, "20d ago", ended), seats(REPORTS, 5, 10, "40d ago")))
                .isEqualTo(FeatureValue.of(0.5 / 0.5));
        assertThat(value(ACTIVATION, "", seats(SUITE, 25, 30, "20d ago", ended)))
                .isEqualTo(FeatureValue.missing());
        assertThat(value(ACTIVATION, "", seats(SUITE, 0, 0, "20d ago"))).isEqualTo(FeatureValue.missing());
    }

    @Test
    void aSmallCohortHasNoBaseline() {
        var history = AccountStory.of("").and(seats(SUITE, 25, 30, "20d ago")).history();

        assertThat(Stories.value(ACTIVATION, history, Peers.NONE)).isEqualTo(FeatureValue.missing());
    }

    /** (24 + 1) ÷ (9 + 1) = 2.5, ÷ 1.25. */
    @Test
    void theTrendComparesNowWithTheBeginningOfTheWindow() {
        var counts = new Fact[] {
            seats(SUITE, 9, 30, "90d ago"), seats(SUITE, 12, 30, "89d ago"), seats(SUITE, 24, 30, "2d ago")
        };

        assertThat(value(TREND, "", counts)).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(TREND, "", counts))
                .containsExactly(
                        new SeatCount(SUITE, 30, 24, at("2d ago").occurredAt()),
                        new SeatCount(SUITE, 30, 9, at("90d ago").occurredAt()));
        assertThat(value(TREND, "", seats(SUITE, 24, 30, "2d ago"))).isEqualTo(FeatureValue.missing());
    }

    @Test
    void productsThatWereUsedLatelyCountOnce() {
        var story = """
                ana: VP
                ana uses product 3d ago
                ana uses product 2d ago
                ana uses product 90d ago
                we use product with ana 1d ago
                ana visits 1d ago
                """;
        var concerned = new Fact[] {
            concerns(2, SUITE, "3d ago"),
            concerns(3, SUITE, "2d ago"),
            concerns(3, REPORTS, "2d ago"),
            concerns(4, new EntityRef(NodeLabel.PRODUCT, "story:old"), "90d ago"),
            concerns(5, new EntityRef(NodeLabel.PRODUCT, "story:ours"), "1d ago"),
            concerns(6, new EntityRef(NodeLabel.PRODUCT, "story:read"), "1d ago")
        };

        assertThat(value(ADOPTION, story, concerned)).isEqualTo(FeatureValue.of(1));
        assertThat(evidence(ADOPTION, story, concerned))
                .containsExactly(
                        new ProductUsed(
                                new EngagementId("story:line-3"),
                                REPORTS,
                                at("2d ago").occurredAt()),
                        new ProductUsed(
                                new EngagementId("story:line-3"),
                                SUITE,
                                at("2d ago").occurredAt()),
                        new ProductUsed(
                                new EngagementId("story:line-2"),
                                SUITE,
                                at("3d ago").occurredAt()));
    }

    @Test
    void whatWasUsedStaysUsedWhenPeopleLeave() {
        assertThat(value(
                        ADOPTION,
                        "ana: VP from 300d ago to 1d ago\nana uses product 3d ago",
                        concerns(2, SUITE, "3d ago")))
                .isEqualTo(FeatureValue.of(0.5));
    }

    @Test
    void whoHasSeatsAndUsesNothingHasAdoptedNothing() {
        assertThat(value(ADOPTION, "", seats(SUITE, 0, 5, "9d ago"))).isEqualTo(FeatureValue.of(0));
        assertThat(value(ADOPTION, "")).isEqualTo(FeatureValue.missing());
    }

    @Test
    void parametersThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductParameters(Duration.ZERO, 10))
                .withMessage("window is PT0S, must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductParameters(Duration.ofDays(1), 0))
                .withMessage("fewestPeers is 0, must be at least 1");
    }
}
