package io.caucus.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.testkit.RandomWorlds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deleting what a value cites changes the value, on two hundred random accounts.
 *
 * <p>Deleted are: of an action its engagement; of a standing and of a cut point the person's employment; of a seat the
 * holdings of its role; of a live seat the employment of those who fill it; of a count of seats all counts of the product; of a referral its
 * links; of an investor all its investments; of a request its ticket; of an attribute all its changes (a domain goes with the account
 * itself, and no record can be taken from an account that has one); of a tie, of a connection and of a path to a seat the engagements; of an influence both
 * actions; of all that is told of an opportunity itself, and of a path to a win, the opportunity; of a similar account those that
 * decided; of what was explored, said, not said, answered, done by us or not counted the engagements.
 *
 * <p>There are exceptions, all of them about values that rest on too much or on nothing: DORMANT and UNAWARE are absences, which
 * deleting cannot undo; and a value that rests on more than {@link Evidence#MOST_ITEMS} items may keep its value when only
 * those that are cited are taken away. A number with few steps, of activations that give way to a person's next action when they
 * are deleted, may be the same again; then it rests on other evidence.
 */
class EvidenceTest {

    private static final Set<FeatureValue> ABSENCES =
            Set.of(new FeatureValue.Category("DORMANT"), new FeatureValue.Category("UNAWARE"));
    private static final Set<String> OF_FEW_STEPS =
            Set.of("champion.lift_p", "champion.colleagues_in_7d", "champion.channels");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void deletingWhatIsCitedChangesTheValue(long seed) {
        var facts = RandomWorlds.accountFacts(seed);
        var history = FeatureLawsTest.history(facts);

        for (var explained : FeatureCatalogue.standard().explain(history, FeatureLawsTest.peers(seed))) {
            var cited = new Cited(explained.evidence().items());
            if (cited.isSomething() && !isException(explained)) {
                var without =
                        facts.stream().filter(fact -> !cited.includes(fact)).toList();
                assertThat(what(explained, FeatureLawsTest.history(without), seed))
                        .as("%s without %s", explained.definition().id(), explained.evidence())
                        .isNotEqualTo(what(explained, history, seed));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMissingValueCitesNothing(long seed) {
        var explained = FeatureCatalogue.standard().explain(RandomWorlds.history(seed), FeatureLawsTest.peers(seed));

        assertThat(explained)
                .filteredOn(feature -> feature.value().equals(FeatureValue.missing()))
                .allSatisfy(feature -> assertThat(feature.evidence()).isEqualTo(Evidence.NONE));
    }

    /** What has to change: the value, of a number with few steps the evidence with it. */
    private static Object what(ExplainedFeature asked, AccountHistory history, long seed) {
        var id = asked.definition().id();
        if (!OF_FEW_STEPS.contains(id)) {
            return FeatureLawsTest.compute(history, seed).get(id);
        }
        return FeatureCatalogue.standard().explain(history, FeatureLawsTest.peers(seed)).stream()
                .filter(explained -> explained.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isException(ExplainedFeature explained) {
        return explained.evidence().totalCount() > Evidence.MOST_ITEMS || ABSENCES.contains(explained.value());
    }

    /** What goes with the evidence. */
    static final class Cited {

        private final Set<EngagementId> engagements = new HashSet<>();
        private final Set<PersonId> people = new HashSet<>();
        private final Set<OpportunityId> opportunities = new HashSet<>();
        private final Set<List<Object>> seats = new HashSet<>();
        private final Set<TicketId> tickets = new HashSet<>();
        private final Set<List<Object>> attributes = new HashSet<>();
        private final Set<EntityRef> products = new HashSet<>();
        private final Set<List<EntityRef>> referrals = new HashSet<>();
        private final Set<EntityRef> investors = new HashSet<>();

        Cited(List<EvidenceItem> items) {
            items.forEach(this::add);
        }

        private void add(EvidenceItem item) {
            switch (item) {
                case EvidenceItem.Action action -> engagements.add(action.engagement());
                case EvidenceItem.Standing standing -> people.add(standing.person());
                case EvidenceItem.Seat seat -> seat.holders().forEach(holder -> seats.add(seat(seat.role(), holder)));
                case EvidenceItem.LiveSeat seat -> people.addAll(seat.people());
                case EvidenceItem.Connection connection -> engagements.addAll(connection.engagements());
                case EvidenceItem.SharedTie tie -> engagements.addAll(tie.engagements());
                case EvidenceItem.PathToSeat path -> engagements.addAll(path.engagements());
                case EvidenceItem.CutPoint cut -> people.add(cut.person());
                case EvidenceItem.Influence influence ->
                    engagements.addAll(List.of(influence.action(), influence.activation()));
                case EvidenceItem.StageEntered stage -> opportunities.add(stage.opportunity());
                case EvidenceItem.Explored explored -> engagements.add(explored.engagement());
                case EvidenceItem.Said said -> engagements.add(said.engagement());
                case EvidenceItem.NotSaid silent -> engagements.add(silent.engagement());
                case EvidenceItem.Answer answer -> engagements.addAll(List.of(answer.ours(), answer.reply()));
                case EvidenceItem.OurAction ours -> engagements.add(ours.engagement());
                case EvidenceItem.NotCounted left -> engagements.add(left.engagement());
                case EvidenceItem.StageMoved move -> opportunities.add(move.opportunity());
                case EvidenceItem.ValueChanged change -> opportunities.add(change.opportunity());
                case EvidenceItem.SeatCount count -> products.add(count.product());
                case EvidenceItem.ProductUsed use -> engagements.add(use.engagement());
                case EvidenceItem.SupportRequest request -> tickets.add(request.ticket());
                case EvidenceItem.AttributeTold told -> {
                    if (!told.field().isIdentifying()) {
                        attributes.add(List.of(told.entity(), told.field()));
                    }
                }
                case EvidenceItem.AccountRecord record -> {}
                case EvidenceItem.OpportunityCreated created -> opportunities.add(created.opportunity());
                case EvidenceItem.Referred referred -> referrals.add(List.of(referred.by(), referred.what()));
                case EvidenceItem.PathToWin path -> opportunities.add(path.win().opportunity());
                case EvidenceItem.CentralInvestor investor -> investors.add(investor.investor());
                case EvidenceItem.InvestorRecord investor -> investors.add(investor.investor());
                case EvidenceItem.SimilarAccount similar -> opportunities.addAll(similar.opportunities());
            }
        }

        boolean isSomething() {
            return Stream.of(
                            engagements,
                            people,
                            opportunities,
                            seats,
                            products,
                            referrals,
                            investors,
                            tickets,
                            attributes)
                    .anyMatch(cited -> !cited.isEmpty());
        }

        boolean includes(Fact fact) {
            return switch (fact) {
                case Engagement engagement -> engagements.contains(engagement.id());
                case Employment job -> people.contains(job.person());
                case Opportunity opportunity -> opportunities.contains(opportunity.id());
                case StageChange change -> opportunities.contains(change.opportunity());
                case Link link ->
                    (link.type() == LinkType.USES && products.contains(link.to()))
                            || (link.type() == LinkType.REFERRED && referrals.contains(List.of(link.from(), link.to())))
                            || (link.type() == LinkType.INVESTED_IN && investors.contains(link.from()));
                case Ticket ticket -> tickets.contains(ticket.id());
                case FieldChange change -> attributes.contains(List.of(change.entity(), change.field()));
                case RoleHolding holding -> seats.contains(seat(holding.role(), holding.person()));
                default -> false;
            };
        }

        private static List<Object> seat(CommitteeRole role, PersonId holder) {
            return List.of(role, holder);
        }
    }
}
