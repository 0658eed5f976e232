package io.caucus.scoring;

import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.assessment.KeptAssessment.KeptContribution;
import io.caucus.graphmodel.assessment.KeptFeatures;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns assessments into what is kept in the graph, and back: a kept one, scored again from its own values by the same
 * model, comes out in the same bits.
 */
public final class Replay {

    /** What {@link Double#toString} writes for a finite number, and no category is called. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?");

    private Replay() {}

    /**
     * The form that is kept.
     *
     * @param explained the features with their evidence; of those that move the score, the facts cited are kept as links.
     *     Empty when only numbers were computed.
     */
    public static KeptAssessment keep(
            FeatureVector values, Assessment assessment, Collection<ExplainedFeature> explained) {
        return new KeptAssessment(
                values.account(),
                values.asOf(),
                assessment.modelVersion(),
                values.catalogueVersion(),
                keep(values).values(),
                result(assessment),
                cited(assessment, explained));
    }

    /** Numbers alone in the form that is kept. */
    public static KeptFeatures keep(FeatureVector values) {
        var texts = new TreeMap<String, String>();
        values.values().forEach((feature, value) -> text(feature, value).ifPresent(text -> texts.put(feature, text)));
        return new KeptFeatures(values.account(), values.asOf(), values.catalogueVersion(), texts);
    }

    /** The values an assessment was made from; inputs of the model that were missing are missing again. */
    public static FeatureVector values(KeptAssessment kept, AccountScorer scorer) {
        var values = new TreeMap<String, FeatureValue>();
        scorer.inputs().forEach(input -> values.put(input, FeatureValue.missing()));
        kept.features().forEach((feature, text) -> values.put(feature, value(text)));
        return new FeatureVector(kept.account(), kept.asOf(), kept.catalogueVersion(), values);
    }

    /**
     * Scores again what was kept.
     *
     * @throws IllegalArgumentException if the scorer is another version than the one that scored
     */
    public static Assessment replay(KeptAssessment kept, AccountScorer scorer) {
        if (!kept.modelVersion().equals(scorer.version())) {
            throw new IllegalArgumentException(
                    "assessment '%s' was made by model %s and cannot be replayed with %s; load the model it names"
                            .formatted(kept.key(), kept.modelVersion(), scorer.version()));
        }
        return scorer.score(values(kept, scorer));
    }

    private static Optional<String> text(String feature, FeatureValue value) {
        return switch (value) {
            case FeatureValue.Quantity quantity -> Optional.of(Double.toString(quantity.amount()));
            case FeatureValue.Category category -> Optional.of(word(feature, category.name()));
            case FeatureValue.Missing missing -> Optional.empty();
        };
    }

    private static String word(String feature, String name) {
        if (NUMBER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "category '%s' of %s would read back as a number; call it otherwise".formatted(name, feature));
        }
        return name;
    }

    private static FeatureValue value(String text) {
        return NUMBER.matcher(text).matches()
                ? FeatureValue.of(Double.parseDouble(text))
                : new FeatureValue.Category(text);
    }

    private static KeptAssessment.Result result(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Score score ->
                new KeptAssessment.Result.Scored(
                        score.probability(),
                        score.low(),
                        score.high(),
                        score.band(),
                        score.tier().name(),
                        score.baseLogOdds(),
                        score.contributions().stream()
                                .map(share -> new KeptContribution(share.feature(), share.logOdds(), share.points()))
                                .toList(),
                        score.calibration().map(CalibrationStep::points));
            case Assessment.NoScore blank ->
                new KeptAssessment.Result.NotScored(blank.reason().name(), blank.cure());
        };
    }

    private static SortedSet<EntityRef> cited(Assessment assessment, Collection<ExplainedFeature> explained) {
        var cited = new TreeSet<EntityRef>();
        var moving = moving(assessment);
        for (ExplainedFeature feature : explained) {
            if (moving.contains(feature.definition().id())) {
                feature.evidence().items().forEach(item -> facts(item).forEach(fact -> cited.add(fact.ref())));
            }
        }
        return cited;
    }

    private static SortedSet<String> moving(Assessment assessment) {
        var moving = new TreeSet<String>();
        switch (assessment) {
            case Assessment.Score score ->
                score.contributions().stream()
                        .filter(share -> share.direction() != Contribution.Direction.NEUTRAL)
                        .forEach(share -> moving.add(share.feature()));
            case Assessment.NoScore blank -> {}
        }
        return moving;
    }

    private static Stream<? extends EntityKey> facts(EvidenceItem item) {
        return switch (item) {
            case EvidenceItem.Action action -> Stream.of(action.engagement(), action.person());
            case EvidenceItem.Standing standing -> Stream.of(standing.engagement(), standing.person());
            case EvidenceItem.Seat seat -> seat.holders().stream();
            case EvidenceItem.LiveSeat seat -> seat.people().stream();
            case EvidenceItem.Connection connection ->
                Stream.concat(Stream.of(connection.person()), connection.engagements().stream());
            case EvidenceItem.SharedTie tie ->
                Stream.concat(Stream.of(tie.one(), tie.other()), tie.engagements().stream());
            case EvidenceItem.PathToSeat path -> Stream.concat(path.people().stream(), path.engagements().stream());
            case EvidenceItem.CutPoint cut -> Stream.concat(Stream.of(cut.person()), cut.cutOff().stream());
            case EvidenceItem.Influence influence ->
                Stream.of(influence.from(), influence.to(), influence.action(), influence.activation());
            case EvidenceItem.StageEntered stage -> Stream.of(stage.opportunity());
            case EvidenceItem.Explored explored -> Stream.of(explored.engagement(), explored.person());
            case EvidenceItem.Said said -> Stream.of(said.engagement());
            case EvidenceItem.NotSaid silent -> Stream.of(silent.engagement());
            case EvidenceItem.Answer answer -> Stream.of(answer.person(), answer.ours(), answer.reply());
            case EvidenceItem.OurAction ours -> Stream.of(ours.engagement());
            case EvidenceItem.NotCounted left -> Stream.of(left.engagement());
            case EvidenceItem.StageMoved move -> Stream.of(move.opportunity());
            case EvidenceItem.ValueChanged change -> Stream.of(change.opportunity());
            // A count is a relationship, to which no link can lead.
            case EvidenceItem.SeatCount count -> Stream.of();
            case EvidenceItem.ProductUsed use -> Stream.of(use.engagement());
            case EvidenceItem.SupportRequest request -> Stream.of(request.ticket());
            case EvidenceItem.AttributeTold told -> Stream.of();
            case EvidenceItem.AccountRecord record -> Stream.of(record.record());
            case EvidenceItem.OpportunityCreated created -> Stream.of(created.opportunity());
            // A referral is a relationship, to which no link can lead.
            case EvidenceItem.Referred referred -> Stream.of();
            case EvidenceItem.PathToWin path ->
                Stream.of(path.win().account(), path.win().opportunity());
            // Links lead to accounts, people and what happens with them, not to investors.
            case EvidenceItem.CentralInvestor investor -> Stream.of();
            case EvidenceItem.InvestorRecord investor -> investor.last().map(Exit::account).stream();
            case EvidenceItem.SimilarAccount similar ->
                Stream.concat(Stream.of(similar.account()), similar.opportunities().stream());
        };
    }
}
