package io.caucus.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.RuntimeWiring;
import io.caucus.api.StoryPorts;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.committee.CommitteeStage;
import io.caucus.features.committee.StageCriterion;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.RuleModel;
import io.caucus.testkit.AccountStory;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Map<String, Class<?>> VIEWS = Map.ofEntries(
            Map.entry("Account", Views.AccountView.class),
            Map.entry("Person", Views.PersonView.class),
            Map.entry("Opportunity", Views.OpportunityView.class),
            Map.entry("Engagement", Views.EngagementView.class),
            Map.entry("Score", Views.ScoreView.class),
            Map.entry("Calibration", Views.CalibrationView.class),
            Map.entry("NoScore", Views.NoScoreView.class),
            Map.entry("StoredScore", Views.StoredScoreView.class),
            Map.entry("StoredCalibration", Views.StoredCalibrationView.class),
            Map.entry("StoredContribution", Views.StoredContributionView.class),
            Map.entry("Interval", Views.Interval.class),
            Map.entry("Contribution", Views.ContributionView.class),
            Map.entry("EvidenceItem", Views.EvidenceView.class),
            Map.entry("Subgraph", Drawing.Subgraph.class),
            Map.entry("GraphNode", Drawing.GraphNode.class),
            Map.entry("GraphRelationship", Drawing.GraphRelationship.class),
            Map.entry("CypherStatement", Views.CypherStatement.class),
            Map.entry("SourceRecord", Views.SourceRecordView.class),
            Map.entry("Lineage", Views.LineageView.class),
            Map.entry("ToldFact", Views.ToldFactView.class),
            Map.entry("LineageEnd", Views.LineageEndView.class),
            Map.entry("Citation", Views.CitationView.class),
            Map.entry("FeatureDefinition", Views.FeatureView.class),
            Map.entry("Committee", Views.CommitteeView.class),
            Map.entry("CommitteeMember", Views.MemberView.class),
            Map.entry("Seat", Views.SeatView.class),
            Map.entry("WarmPath", Views.WarmPathView.class),
            Map.entry("SeatHolder", Views.HolderView.class),
            Map.entry("LikelyHolder", Views.LikelyView.class),
            Map.entry("StageTransition", Views.StageTransitionView.class),
            Map.entry("StageCause", Views.StageCauseView.class),
            Map.entry("Tie", Views.TieView.class),
            Map.entry("Service", Views.ServiceView.class),
            Map.entry("MergeRecordsPayload", IdentityFetchers.PayloadView.class),
            Map.entry("UnmergeRecordsPayload", IdentityFetchers.PayloadView.class),
            Map.entry("UserError", IdentityFetchers.UserErrorView.class),
            Map.entry("RecordMerge", IdentityFetchers.RecordMergeView.class),
            Map.entry("MemberRecord", IdentityFetchers.MemberRecordView.class),
            Map.entry("LeadSource", IdentityFetchers.LeadSourceView.class),
            Map.entry("RecordOwnership", IdentityFetchers.RecordOwnershipView.class),
            Map.entry("IdentityTrace", IdentityFetchers.IdentityTraceView.class),
            Map.entry("IdentityStep", IdentityFetchers.IdentityStepView.class),
            Map.entry("DataQuality", QualityFetchers.QualityView.class),
            Map.entry("QualityMeasurement", QualityFetchers.MeasurementView.class),
            Map.entry("QualityExample", QualityFetchers.ExampleView.class),
            Map.entry("JudgedImport", QualityFetchers.JudgedImportView.class),
            Map.entry("JudgedExpectation", JudgedExpectation.class),
            Map.entry("PageInfo", Connections.PageInfo.class));

    @Test
    void everyFieldHasAFetcherOrAComponentOfItsView() {
        var fetched = fetched();

        var unserved = objects()
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .map(FieldDefinition::getName)
                        .filter(field -> !components(type.getName()).contains(field))
                        .map(field -> type.getName() + "." + field))
                .filter(field -> !fetched.contains(field));

        assertThat(unserved).isEmpty();
    }

    @Test
    void everyFetcherServesAField() {
        var fields = objects()
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()))
                .toList();

        assertThat(fetched()).isSubsetOf(fields);
    }

    @Test
    void everythingIsDescribed() {
        var undescribed = GraphQlEngine.definitions().types().values().stream()
                .flatMap(SchemaTest::described)
                .filter(entry -> Optional.ofNullable(entry.getValue().getDescription())
                        .filter(description -> !description.getContent().isBlank())
                        .isEmpty())
                .map(Map.Entry::getKey);

        assertThat(undescribed).isEmpty();
    }

    @Test
    void whatTheSchemaEnumeratesIsWhatTheCodeKnows() {
        assertThat(values("CommitteeRole")).isEqualTo(names(CommitteeRole.values()));
        assertThat(values("CommitteeStage")).isEqualTo(names(CommitteeStage.values()));
        assertThat(values("StageCriterion")).isEqualTo(names(StageCriterion.values()));
        assertThat(values("EngagementKind")).isEqualTo(names(EngagementKind.values()));
        assertThat(values("JobFunction")).isEqualTo(names(JobFunction.values()));
        assertThat(values("Seniority")).isEqualTo(names(Seniority.values()));
        assertThat(values("Unit")).isEqualTo(names(FeatureDefinition.Unit.values()));
        assertThat(values("Actors")).isEqualTo(names(FeatureDefinition.Actors.values()));
        assertThat(values("AccountOrder")).isEqualTo(names(AccountQuery.Order.values()));
        assertThat(values("QualityMeasure")).isEqualTo(names(QualityMeasure.values()));
        assertThat(values("Direction")).isEqualTo(names(Contribution.Direction.values()));
    }

    private static Stream<Map.Entry<String, AbstractDescribedNode<?>>> described(TypeDefinition<?> type) {
        var own = Stream.<Map.Entry<String, AbstractDescribedNode<?>>>of(
                Map.entry(type.getName(), (AbstractDescribedNode<?>) type));
        var parts = switch (type) {
            case ObjectTypeDefinition object -> fields(object.getName(), object.getFieldDefinitions());
            case InterfaceTypeDefinition shared -> fields(shared.getName(), shared.getFieldDefinitions());
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().stream()
                        .map(value -> entry(input.getName() + "." + value.getName(), value));
            case EnumTypeDefinition list ->
                list.getEnumValueDefinitions().stream()
                        .map(value -> entry(list.getName() + "." + value.getName(), value));
            default -> Stream.<Map.Entry<String, AbstractDescribedNode<?>>>empty();
        };
        return Stream.concat(own, parts);
    }

    private static Stream<Map.Entry<String, AbstractDescribedNode<?>>> fields(
            String type, List<FieldDefinition> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(entry(type + "." + field.getName(), field)),
                        field.getInputValueDefinitions().stream()
                                .map(argument ->
                                        entry(type + "." + field.getName() + "." + argument.getName(), argument))));
    }

    private static Map.Entry<String, AbstractDescribedNode<?>> entry(String name, AbstractDescribedNode<?> node) {
        return Map.entry(name, node);
    }

    private static Stream<ObjectTypeDefinition> objects() {
        return GraphQlEngine.definitions().getTypes(ObjectTypeDefinition.class).stream();
    }

    @SuppressWarnings("rawtypes") // As graphql-java declares it.
    private static Set<String> fetched() {
        return wiring().getDataFetchers().entrySet().stream()
                .flatMap(type -> type.getValue().keySet().stream().map(field -> type.getKey() + "." + field))
                .collect(Collectors.toSet());
    }

    private static @Nullable Class<?> view(String type) {
        if (type.endsWith("Connection")) {
            return Connections.Connection.class;
        }
        return type.endsWith("Edge") ? Connections.Edge.class : VIEWS.get(type);
    }

    private static Set<String> components(String type) {
        return Optional.ofNullable(view(type)).stream()
                .flatMap(view -> Arrays.stream(view.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> values(String type) {
        return GraphQlEngine.definitions().getTypes(EnumTypeDefinition.class).stream()
                .filter(list -> list.getName().equals(type))
                .flatMap(list -> list.getEnumValueDefinitions().stream())
                .map(value -> value.getName())
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static RuntimeWiring wiring() {
        var ports = StoryPorts.of(AccountStory.of("ana: VP"));
        var assessments = new AccountAssessments(ports.graph(), FeatureCatalogue.standard(), RuleModel.shipped());
        return new Fetchers(
                        ports,
                        assessments,
                        new QuestionClock(Clock.systemUTC(), Optional.empty()),
                        new Cursors(new byte[32]),
                        "test")
                .wiring();
    }
}
