package io.caucus.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.RandomWorlds;
import java.time.ZonedDateTime;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureCatalogueTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();

    @Test
    void itHasTheFeaturesById() {
        assertThat(CATALOGUE.definitions())
                .extracting(FeatureDefinition::id)
                .containsExactly(
                        "champion.cascade_influence",
                        "champion.channels",
                        "champion.colleagues_in_7d",
                        "champion.direct_influence",
                        "champion.kind",
                        "champion.left",
                        "champion.lift",
                        "champion.lift_p",
                        "champion.median_lag_hours",
                        "champion.silence_days",
                        "committee.betweenness_centralization",
                        "committee.breadth_30d",
                        "committee.breadth_trend",
                        "committee.cohesion",
                        "committee.completeness",
                        "committee.conflict",
                        "committee.coordination_lift",
                        "committee.coordination_p",
                        "committee.families_covered",
                        "committee.function_diversity",
                        "committee.live_completeness",
                        "committee.missing_seats",
                        "committee.seller_coverage",
                        "committee.single_point_of_failure",
                        "committee.stage",
                        "committee.stage_confidence",
                        "committee.thread_redundancy",
                        "engagement.acceleration_p",
                        "engagement.bursts",
                        "engagement.channels_14d",
                        "engagement.days_since_first",
                        "engagement.days_since_last",
                        "engagement.excluded_30d",
                        "engagement.forwards_30d",
                        "engagement.hand_raise",
                        "engagement.intensity_14d",
                        "engagement.intensity_3d",
                        "engagement.intensity_60d",
                        "engagement.mean_gap_days",
                        "engagement.momentum_7_30",
                        "engagement.pricing_and_proof",
                        "engagement.reply_latency_hours",
                        "engagement.research_depth",
                        "engagement.return_48h",
                        "engagement.state",
                        "engagement.technical_share",
                        "negative.chose_competitor",
                        "negative.dark_after_first_touch",
                        "negative.ghosted_after_pricing",
                        "negative.objection_open",
                        "negative.said_not_a_fit",
                        "negative.unexplained_quiet",
                        "negative.unsubscribes_90d",
                        "network.alumni_of_customers",
                        "network.champion_moves",
                        "network.hierarchy_wins",
                        "network.investor_centrality_degree",
                        "network.investor_centrality_degree_recent",
                        "network.investor_centrality_eigenvector",
                        "network.investor_centrality_eigenvector_recent",
                        "network.investor_exit_rates",
                        "network.investor_exits",
                        "network.investor_exits_decayed",
                        "network.investor_exits_most",
                        "network.partner_wins",
                        "network.partner_wins_normalised",
                        "network.ppr_from_wins",
                        "network.ppr_from_wins_per_degree",
                        "network.referrals",
                        "network.referrals_normalised",
                        "network.shared_investor_wins",
                        "network.shared_investor_wins_normalised",
                        "network.similar_win_rate",
                        "network.warm_path",
                        "opportunity.age_quarters",
                        "opportunity.amount_change",
                        "opportunity.days_in_stage",
                        "opportunity.moved_without_buyer",
                        "opportunity.next_step_set_by_buyer",
                        "opportunity.pushes",
                        "opportunity.stage_regressions",
                        "product.activation",
                        "product.active_seats_trend",
                        "product.feature_adoption",
                        "record.completeness",
                        "record.merged_from",
                        "record.source_count",
                        "record.staleness_days",
                        "support.escalations_30d",
                        "support.first_response_hours",
                        "support.open_tickets");
    }

    /** A parameter nobody reads, or one that is not there, would make the page lie. */
    @Test
    void everyParameterIsReadAndEveryParameterReadIsThere() {
        var read = CATALOGUE.definitions().stream()
                .flatMap(definition -> definition.parameters().stream().map(name -> definition.family() + "." + name))
                .collect(Collectors.toCollection(TreeSet::new));
        var there = Stream.of(Parameters.class.getRecordComponents())
                .flatMap(family -> Stream.of(family.getType().getRecordComponents())
                        .map(parameter -> family.getName() + "." + parameter.getName()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).isEqualTo(there);
    }

    @Test
    void theVersionIsTheSameForTheSameParametersAndAnotherForOthers() {
        var stricter = new Parameters(
                Parameters.DEFAULT.committee(),
                Parameters.DEFAULT.champion(),
                Parameters.DEFAULT.engagement(),
                Parameters.DEFAULT.negative(),
                Parameters.DEFAULT.opportunity().withFewestPeers(20),
                Parameters.DEFAULT.product(),
                Parameters.DEFAULT.support(),
                Parameters.DEFAULT.record(),
                Parameters.DEFAULT.network());

        assertThat(CATALOGUE.version()).matches("[0-9a-f]{12}");
        assertThat(FeatureCatalogue.standard().version()).isEqualTo(CATALOGUE.version());
        assertThat(FeatureCatalogue.with(stricter).version()).isNotEqualTo(CATALOGUE.version());
    }

    @Test
    void aStatementIsToldTheAccountTheInstantAndTheWindow() {
        var asOf = new AsOf(RandomWorlds.NOW);

        assertThat(CATALOGUE.statementParameters("committee.breadth_30d", new AccountId("story:acme"), asOf))
                .hasToString("{accountId=story:acme, asOf=2026-06-01T12:00Z, since=2026-05-02T12:00Z}")
                .hasEntrySatisfying("asOf", instant -> assertThat(instant).isInstanceOf(ZonedDateTime.class));
    }

    @Test
    void anUnknownFeatureIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.definition("committee.bredth"))
                .withMessageStartingWith("no feature 'committee.bredth' in catalogue ");
    }
}
