package io.caucus.api.graphql;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.committee.CommitteeStage;
import io.caucus.features.committee.StageCriterion;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.scoring.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records shaped for the schema. A component that is named like a field is that field. */
final class Views {

    private Views() {}

    /** @param row what a page of accounts brought along */
    record AccountView(AccountId account, AsOf instant, Optional<AccountPage.Row> row) {

        AccountAt at() {
            return new AccountAt(account, instant);
        }
    }

    /** @param employer the account the person was found at */
    record PersonView(PersonId person, String name, Optional<AccountId> employer, AsOf instant) {}

    record OpportunityView(
            String key,
            String name,
            Optional<String> pipeline,
            Instant openedAt,
            Optional<String> stage,
            Optional<Instant> stageSince,
            Optional<Outcome> outcome,
            Optional<Double> amount,
            Optional<String> closeDate) {}

    record EngagementView(
            String key,
            EngagementKind kind,
            ActorSide side,
            Instant at,
            List<PersonView> performedBy,
            List<PersonView> addressedTo,
            Optional<String> excluded) {}

    record ScoreView(
            AccountAssessment assessment,
            double probability,
            Interval interval,
            String band,
            String tier,
            double base,
            double baseLogOdds,
            Optional<CalibrationView> calibration,
            String modelVersion,
            Instant asOf) {}

    record CalibrationView(double points, double uncalibrated, String sentence) {}

    record NoScoreView(String reason, String cure) {}

    record StoredScoreView(
            double probability,
            Interval interval,
            String band,
            String tier,
            double baseLogOdds,
            Optional<StoredCalibrationView> calibration,
            String modelVersion,
            Instant asOf,
            List<StoredContributionView> all) {}

    record StoredCalibrationView(double points) {}

    record StoredContributionView(FeatureView feature, Optional<String> valueText, double points, double logOdds) {}

    record Interval(double low, double high) {}

    record ContributionView(
            AccountAssessment assessment,
            FeatureView feature,
            Optional<Double> value,
            String valueText,
            Optional<Double> peerBaseline,
            double points,
            double logOdds,
            Contribution.Direction direction,
            String sentence,
            Optional<CypherStatement> cypher) {}

    record EvidenceView(
            String sentence,
            Optional<Instant> at,
            Drawing.Subgraph subgraph,
            Optional<CypherStatement> cypher,
            List<EntityRef> facts) {}

    record CypherStatement(String statement, Map<String, Object> parameters) {}

    record FeatureView(
            String id,
            String key,
            String title,
            String meaning,
            FeatureDefinition.Unit unit,
            Optional<Double> windowDays,
            String whenMissing,
            FeatureDefinition.Actors actors,
            List<String> parameters) {}

    /** @param history what {@code transitions} are worked out from when they are asked for */
    record CommitteeView(
            AccountHistory history,
            Optional<CommitteeStage> stage,
            Optional<Double> stageConfidence,
            Optional<Double> completeness,
            Optional<Double> liveCompleteness,
            Optional<Double> threadRedundancy,
            int breadth,
            List<MemberView> members,
            List<SeatView> seats,
            List<SeatView> missingSeats,
            List<TieView> ties,
            Drawing.Subgraph graph) {}

    record MemberView(
            PersonView person,
            List<CommitteeRole> roles,
            boolean engaged,
            int recentActions,
            Optional<Instant> lastActionAt) {}

    record SeatView(
            CommitteeRole role,
            int required,
            List<HolderView> holders,
            Optional<Double> live,
            List<LikelyView> likely,
            AccountHistory history,
            Optional<EvidenceItem.PathToSeat> path) {}

    record WarmPathView(List<Drawing.GraphNode> people, double strength) {}

    record LikelyView(PersonView person, double probability, boolean stated) {}

    record HolderView(PersonView person, double confidence, boolean assigned) {}

    record StageTransitionView(
            Instant at, Optional<CommitteeStage> from, CommitteeStage to, List<StageCauseView> causes) {}

    record StageCauseView(StageCriterion criterion, boolean met, double measured) {}

    record TieView(PersonView one, PersonView other, double strength) {}

    record SourceRecordView(
            String id,
            String system,
            String type,
            String recordId,
            String file,
            long line,
            Instant knownAt,
            String batch) {}

    record LineageView(
            String id,
            String kind,
            String key,
            List<ToldFactView> facts,
            long factCount,
            List<CitationView> citedBy,
            long citationCount) {}

    record ToldFactView(
            String kind, LineageEndView from, Optional<LineageEndView> to, Instant at, SourceRecordView record) {}

    record LineageEndView(String id, String kind, String key) {}

    record CitationView(String accountId, Instant asOf, String modelVersion) {}

    record ServiceView(
            String version, Instant asOf, Optional<Instant> fixedAsOf, String catalogueVersion, String modelVersion) {}
}
