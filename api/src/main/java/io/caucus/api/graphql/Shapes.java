package io.caucus.api.graphql;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.api.assessment.Names;
import io.caucus.api.graphql.Views.CalibrationView;
import io.caucus.api.graphql.Views.CitationView;
import io.caucus.api.graphql.Views.CommitteeView;
import io.caucus.api.graphql.Views.ContributionView;
import io.caucus.api.graphql.Views.CypherStatement;
import io.caucus.api.graphql.Views.EngagementView;
import io.caucus.api.graphql.Views.EvidenceView;
import io.caucus.api.graphql.Views.FeatureView;
import io.caucus.api.graphql.Views.HolderView;
import io.caucus.api.graphql.Views.Interval;
import io.caucus.api.graphql.Views.LikelyView;
import io.caucus.api.graphql.Views.LineageEndView;
import io.caucus.api.graphql.Views.LineageView;
import io.caucus.api.graphql.Views.MemberView;
import io.caucus.api.graphql.Views.NoScoreView;
import io.caucus.api.graphql.Views.OpportunityView;
import io.caucus.api.graphql.Views.PersonView;
import io.caucus.api.graphql.Views.ScoreView;
import io.caucus.api.graphql.Views.SeatView;
import io.caucus.api.graphql.Views.SourceRecordView;
import io.caucus.api.graphql.Views.StageCauseView;
import io.caucus.api.graphql.Views.StageTransitionView;
import io.caucus.api.graphql.Views.StoredCalibrationView;
import io.caucus.api.graphql.Views.StoredContributionView;
import io.caucus.api.graphql.Views.StoredScoreView;
import io.caucus.api.graphql.Views.TieView;
import io.caucus.api.graphql.Views.ToldFactView;
import io.caucus.api.graphql.Views.WarmPathView;
import io.caucus.cypher.NamedStatement;
import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.committee.CommitteeStage;
import io.caucus.features.committee.LiveSeat;
import io.caucus.features.committee.StageTimeline;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptAssessment.KeptContribution;
import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.directory.Lineage;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.CalibrationStep;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.NoScoreReason;
import io.caucus.scoring.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Gives what was worked out the shape of the schema; decides nothing. */
final class Shapes {

    private static final int MOST_OPPORTUNITIES = 100;
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_TIES = 500;
    private static final int MOST_LIKELY = 20;
    private static final int MOST_PEOPLE = 50;

    private final FeatureCatalogue catalogue;
    private final SortedMap<String, NamedStatement> statements;

    Shapes(FeatureCatalogue catalogue) {
        this.catalogue = catalogue;
        this.statements = NamedStatement.ofFeatures(
                catalogue.definitions().stream().map(FeatureDefinition::id).toList());
    }

    static FeatureView feature(FeatureDefinition definition) {
        return new FeatureView(
                GlobalId.of(GlobalId.Type.FEATURE_DEFINITION, definition.id()),
                definition.id(),
                definition.title(),
                definition.meaning(),
                definition.unit(),
                definition.window().map(Shapes::days),
                definition.whenMissing(),
                definition.actors(),
                definition.parameters());
    }

    List<FeatureView> features() {
        return catalogue.definitions().stream().map(Shapes::feature).toList();
    }

    static Object score(AccountAssessment assessment) {
        return switch (assessment.result()) {
            case Assessment.Score score ->
                new ScoreView(
                        assessment,
                        score.probability(),
                        new Interval(score.low(), score.high()),
                        score.band(),
                        score.tier().name(),
                        score.baseProbability(),
                        score.baseLogOdds(),
                        score.calibration().map(Shapes::calibration),
                        score.modelVersion(),
                        assessment.history().asOf().instant());
            case Assessment.NoScore none -> new NoScoreView(none.reason().sentence(), none.cure());
        };
    }

    private static CalibrationView calibration(CalibrationStep step) {
        return new CalibrationView(step.points(), step.uncalibrated(), Sentences.of(step));
    }

    Object storedScore(KeptAssessment kept) {
        return switch (kept.result()) {
            case KeptAssessment.Result.Scored score ->
                new StoredScoreView(
                        score.probability(),
                        new Interval(score.low(), score.high()),
                        score.band(),
                        score.tier(),
                        score.baseLogOdds(),
                        score.calibrationPoints().map(StoredCalibrationView::new),
                        kept.modelVersion(),
                        kept.asOf().instant(),
                        score.contributions().stream()
                                .map(contribution -> stored(contribution, kept))
                                .toList());
            case KeptAssessment.Result.NotScored none -> new NoScoreView(inWords(none.reason()), none.cure());
        };
    }

    /** A reason is kept by its name; one of an older model that is no longer known stays a name. */
    private static String inWords(String reason) {
        return Arrays.stream(NoScoreReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(NoScoreReason::sentence)
                .orElse(reason);
    }

    private StoredContributionView stored(KeptContribution contribution, KeptAssessment kept) {
        var definition = catalogue.definition(contribution.feature());
        return new StoredContributionView(
                feature(definition),
                Optional.ofNullable(kept.features().get(contribution.feature()))
                        .map(text -> ValueText.of(keptValue(text, definition), definition.unit())),
                contribution.points(),
                contribution.logOdds());
    }

    private static FeatureValue keptValue(String text, FeatureDefinition definition) {
        return definition.unit() == Unit.CATEGORY
                ? new FeatureValue.Category(text)
                : FeatureValue.of(Double.parseDouble(text));
    }

    /** All contributions of a score, largest effect first; none if there is no score. */
    List<ContributionView> contributions(AccountAssessment assessment) {
        return switch (assessment.result()) {
            case Assessment.Score score ->
                score.contributions().stream()
                        .map(contribution -> contribution(contribution, assessment))
                        .toList();
            case Assessment.NoScore none -> List.of();
        };
    }

    private ContributionView contribution(Contribution contribution, AccountAssessment assessment) {
        var definition = catalogue.definition(contribution.feature());
        return new ContributionView(
                assessment,
                feature(definition),
                boxed(contribution.value().findAmount()),
                ValueText.of(contribution.value(), definition.unit()),
                boxed(contribution.peerBaseline().findAmount()),
                contribution.points(),
                contribution.logOdds(),
                contribution.direction(),
                sentence(contribution),
                cypher(contribution.feature(), assessment));
    }

    EvidenceView evidence(EvidenceItem item, ContributionView contribution, Names names) {
        var history = contribution.assessment().history();
        var subgraph = Drawing.of(history, names, item);
        return new EvidenceView(
                Sentences.of(item, names::of),
                at(item, history),
                subgraph,
                contribution.cypher(),
                subgraph.facts().stream()
                        .filter(fact -> !fact.equals(history.account().id().ref()))
                        .toList());
    }

    private static Optional<Instant> at(EvidenceItem item, AccountHistory history) {
        return switch (item) {
            case EvidenceItem.Action action -> Optional.of(action.at());
            case EvidenceItem.StageEntered stage -> Optional.of(stage.at());
            case EvidenceItem.StageMoved move -> Optional.of(move.at());
            case EvidenceItem.ValueChanged change -> Optional.of(change.at());
            case EvidenceItem.SeatCount count -> Optional.of(count.at());
            case EvidenceItem.ProductUsed use -> Optional.of(use.at());
            case EvidenceItem.SupportRequest request -> Optional.of(request.at());
            case EvidenceItem.AttributeTold told -> Optional.of(told.at());
            case EvidenceItem.AccountRecord record -> Optional.empty();
            case EvidenceItem.OpportunityCreated created -> Optional.of(created.at());
            case EvidenceItem.Referred referred -> Optional.of(referred.at());
            case EvidenceItem.PathToWin path -> Optional.of(path.win().at());
            case EvidenceItem.CentralInvestor investor -> Optional.empty();
            case EvidenceItem.InvestorRecord investor -> investor.last().map(Exit::at);
            case EvidenceItem.SimilarAccount similar -> Optional.empty();
            case EvidenceItem.Influence influence ->
                history.engagements().stream()
                        .filter(engagement -> engagement.id().equals(influence.activation()))
                        .findFirst()
                        .map(engagement -> engagement.time().occurredAt());
            case EvidenceItem.Standing standing ->
                history.engagements().stream()
                        .filter(engagement -> engagement.id().equals(standing.engagement()))
                        .findFirst()
                        .map(engagement -> engagement.time().occurredAt());
            case EvidenceItem.Seat seat -> Optional.empty();
            case EvidenceItem.LiveSeat seat -> Optional.empty();
            case EvidenceItem.Connection connection -> Optional.empty();
            case EvidenceItem.SharedTie tie -> Optional.empty();
            case EvidenceItem.PathToSeat path -> Optional.empty();
            case EvidenceItem.CutPoint cut -> Optional.empty();
            case EvidenceItem.Explored explored -> Optional.of(explored.at());
            case EvidenceItem.Said said -> Optional.of(said.at());
            case EvidenceItem.NotSaid silent -> Optional.of(silent.at());
            case EvidenceItem.Answer answer -> Optional.of(answer.at());
            case EvidenceItem.OurAction ours -> Optional.of(ours.at());
            case EvidenceItem.NotCounted left -> Optional.of(left.at());
        };
    }

    private Optional<CypherStatement> cypher(String feature, AccountAssessment assessment) {
        var history = assessment.history();
        return Optional.ofNullable(statements.get(feature))
                .map(statement -> new CypherStatement(
                        statement.text(),
                        catalogue.statementParameters(feature, history.account().id(), history.asOf())));
    }

    static SourceRecordView source(Provenance provenance) {
        return new SourceRecordView(
                GlobalId.encode(NodeLabel.SOURCE_RECORD.inCypher(), provenance.key()),
                provenance.system(),
                provenance.type(),
                provenance.recordId(),
                provenance.file(),
                provenance.line(),
                provenance.knownAt(),
                provenance.batch());
    }

    static LineageView lineage(Lineage lineage) {
        return new LineageView(
                id(lineage.node()),
                lineage.node().label().inCypher(),
                lineage.node().key(),
                lineage.told().stream()
                        .map(fact -> new ToldFactView(
                                fact.kind(),
                                end(fact.from()),
                                fact.to().map(Shapes::end),
                                fact.at(),
                                source(fact.record())))
                        .toList(),
                lineage.toldCount(),
                lineage.citedBy().stream()
                        .map(score -> new CitationView(id(score.account().ref()), score.asOf(), score.modelVersion()))
                        .toList(),
                lineage.citationCount());
    }

    private static LineageEndView end(EntityRef node) {
        return new LineageEndView(id(node), node.label().inCypher(), node.key());
    }

    private static String id(EntityRef node) {
        return GlobalId.encode(node.label().inCypher(), node.key());
    }

    CommitteeView committee(AccountAssessment assessment) {
        var parameters = catalogue.parameters().committee();
        var history = assessment.history();
        var committee = assessment.committee();
        var live = LiveSeat.of(committee, parameters, history.asOf());
        return new CommitteeView(
                history,
                stage(assessment.features().get("committee.stage")),
                amount(assessment, "committee.stage_confidence"),
                amount(assessment, "committee.completeness"),
                amount(assessment, "committee.live_completeness"),
                amount(assessment, "committee.thread_redundancy"),
                committee.engaged().size(),
                committee.members().stream()
                        .sorted(Comparator.comparingInt(CommitteeMap.Member::recentActions)
                                .reversed()
                                .thenComparing(CommitteeMap.Member::person))
                        .limit(MOST_MEMBERS)
                        .map(member -> member(member, assessment))
                        .toList(),
                committee.seats().stream()
                        .map(seat -> seat(seat, live, assessment))
                        .toList(),
                missing(live, parameters, assessment),
                committee.ties().stream()
                        .sorted(Comparator.comparingDouble(CommitteeMap.Tie::strength)
                                .reversed()
                                .thenComparing(CommitteeMap.Tie::one)
                                .thenComparing(CommitteeMap.Tie::other))
                        .limit(MOST_TIES)
                        .map(tie ->
                                new TieView(person(tie.one(), history), person(tie.other(), history), tie.strength()))
                        .toList(),
                Drawing.of(history, committee));
    }

    private static Optional<CommitteeStage> stage(FeatureValue value) {
        return value instanceof FeatureValue.Category stage
                ? Optional.of(CommitteeStage.valueOf(stage.name()))
                : Optional.empty();
    }

    private static Optional<Double> amount(AccountAssessment assessment, String feature) {
        return boxed(assessment.features().get(feature).findAmount());
    }

    private static List<SeatView> missing(
            List<LiveSeat> live, CommitteeParameters parameters, AccountAssessment assessment) {
        var seats = assessment.committee().seats();
        return live.stream()
                .filter(seat -> seat.isMissing(parameters))
                .sorted(Comparator.comparingDouble(LiveSeat::live))
                .flatMap(missing -> seats.stream().filter(seat -> seat.role() == missing.role()))
                .map(seat -> seat(seat, live, assessment))
                .toList();
    }

    /** Latest first. */
    List<StageTransitionView> transitions(CommitteeView committee, int days) {
        return StageTimeline.of(committee.history(), catalogue.parameters(), Duration.ofDays(days))
                .changes()
                .reversed()
                .stream()
                .map(change -> new StageTransitionView(
                        change.at(),
                        change.from(),
                        change.to(),
                        change.causes().stream()
                                .map(cause -> new StageCauseView(cause.criterion(), cause.met(), cause.measured()))
                                .toList()))
                .toList();
    }

    /** When the stage that an account is in now began, if that was within so many days. */
    Optional<Instant> stageSince(CommitteeView committee, int days) {
        return StageTimeline.since(committee.history(), catalogue.parameters(), Duration.ofDays(days));
    }

    private static MemberView member(CommitteeMap.Member member, AccountAssessment assessment) {
        return new MemberView(
                person(member.person(), assessment.history()),
                roles(member.person(), assessment.committee()),
                member.engaged(),
                member.recentActions(),
                member.lastAction().map(CommitteeMap.LastAction::at));
    }

    private static List<CommitteeRole> roles(PersonId person, CommitteeMap committee) {
        return committee.seats().stream()
                .filter(seat -> seat.holders().stream()
                        .anyMatch(holder -> holder.person().equals(person)))
                .map(CommitteeMap.Seat::role)
                .toList();
    }

    private static SeatView seat(CommitteeMap.Seat seat, List<LiveSeat> live, AccountAssessment assessment) {
        var history = assessment.history();
        return new SeatView(
                seat.role(),
                seat.required(),
                seat.holders().stream()
                        .map(holder -> new HolderView(
                                person(holder.person(), history), holder.confidence(), holder.assigned()))
                        .toList(),
                live.stream()
                        .filter(one -> one.role() == seat.role())
                        .map(LiveSeat::live)
                        .findFirst(),
                assessment.committee().likelyRoles().stream()
                        .filter(likely -> likely.role() == seat.role())
                        .limit(MOST_LIKELY)
                        .map(likely ->
                                new LikelyView(person(likely.person(), history), likely.probability(), likely.stated()))
                        .toList(),
                history,
                warmPath(seat.role(), assessment));
    }

    private static Optional<EvidenceItem.PathToSeat> warmPath(CommitteeRole seat, AccountAssessment assessment) {
        return assessment.explained("network.warm_path").evidence().items().stream()
                .map(EvidenceItem.PathToSeat.class::cast)
                .filter(path -> path.seat() == seat)
                .findFirst();
    }

    static WarmPathView warmPath(EvidenceItem.PathToSeat path, AccountHistory history, Names names) {
        return new WarmPathView(Drawing.nodes(history, names, path.people()), path.warmth());
    }

    private static String nameOf(AccountHistory history, EntityRef entity) {
        return Names.in(history, entity).orElse(entity.key());
    }

    static PersonView person(PersonId person, AccountHistory history) {
        return new PersonView(
                person,
                nameOf(history, person.ref()),
                Optional.of(history.account().id()),
                history.asOf());
    }

    static List<OpportunityView> opportunities(AccountHistory history) {
        return history.opportunities().stream()
                .sorted(Comparator.comparing(Opportunity::time).reversed().thenComparing(Opportunity::id))
                .limit(MOST_OPPORTUNITIES)
                .map(opportunity -> opportunity(opportunity, history))
                .toList();
    }

    private static OpportunityView opportunity(Opportunity opportunity, AccountHistory history) {
        var stage = history.stageOf(opportunity.id());
        var entity = opportunity.id().ref();
        return new OpportunityView(
                opportunity.id().value(),
                nameOf(history, entity),
                opportunity.pipeline(),
                opportunity.time().occurredAt(),
                stage.map(StageChange::stage),
                stage.map(change -> change.time().occurredAt()),
                stage.map(StageChange::outcome),
                history.valueOf(entity, ChangeField.AMOUNT).map(Double::valueOf),
                history.valueOf(entity, ChangeField.CLOSE_DATE));
    }

    static EngagementView engagement(Engagement engagement, AccountHistory history) {
        return new EngagementView(
                engagement.id().value(),
                engagement.kind(),
                engagement.side(),
                engagement.time().occurredAt(),
                people(engagement.performedBy(), history),
                people(engagement.addressedTo(), history),
                engagement.excluded().map(Enum::name));
    }

    private static List<PersonView> people(Collection<PersonId> people, AccountHistory history) {
        return people.stream()
                .limit(MOST_PEOPLE)
                .map(person -> person(person, history))
                .toList();
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    private static double days(Duration window) {
        return window.toMinutes() / (double) Duration.ofDays(1).toMinutes();
    }

    /** As a sentence that stands alone: reasons are told without a capital and a full stop, for use inside others. */
    private static String sentence(Contribution contribution) {
        var reason = Sentences.of(contribution);
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}
