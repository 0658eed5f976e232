package io.caucus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private static final PersonId ANA = new PersonId("test:ana");
    private static final PersonId BO = new PersonId("test:bo");
    private static final OpportunityId DEAL = new OpportunityId("test:deal");
    private static final EntityRef SUITE = new EntityRef(NodeLabel.PRODUCT, "test:suite");
    private static final EngagementId FIRST = new EngagementId("test:e1");
    private static final EngagementId SECOND = new EngagementId("test:e2");
    private static final Instant OCTOBER = Instant.parse("2026-10-03T23:30:00Z");
    private static final Map<EntityRef, String> NAMES =
            Map.of(ANA.ref(), "Ana Ruiz", BO.ref(), "Bo Li", DEAL.ref(), "Cells 2027", SUITE, "test:suite");

    static LongStream seeds() {
        return RandomVectors.seeds();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        committee.breadth_30d             | 4    | 4 people of the account acted in the last 30 days, associated with a higher chance
        committee.breadth_30d             | 1    | 1 person of the account acted in the last 30 days, associated with a higher chance
        committee.function_diversity      | 2.43 | the people who act speak for 2.4 job functions, associated with a higher chance
        committee.single_point_of_failure | 1    | a single person connects us to the decision makers, associated with a higher chance
        committee.completeness            | 0.625 | 63 % of the committee's seats are filled, associated with a higher chance
        committee.breadth_trend           | -1   | 1 person fewer acted lately than a month before, associated with a higher chance
        committee.missing_seats           | 2    | nobody active likely sits on 2 required seats, associated with a higher chance
        committee.thread_redundancy       | 0    | nobody connects us to the decision makers, associated with a higher chance
        committee.thread_redundancy       | 2    | losing 2 people would cut us off from the decision makers, associated with a higher chance
        committee.coordination_lift       | 4.53 | colleagues act on the same day 4.5 times as often as chance explains, associated with a higher chance
        engagement.days_since_last        | 12.04 | the last buyer action was 12 days ago, associated with a higher chance
        opportunity.days_in_stage         | 0.9  | the opportunity has been in its stage longer than 90 % of its peers, associated with a higher chance
        engagement.reply_latency_hours    | 26.5 | buyers usually answer within 26.5 hours, associated with a higher chance
        engagement.hand_raise             | 0    | buyers did not ask for us, associated with a higher chance
        engagement.excluded_30d           | 1    | 1 engagement of the last 30 days does not count, associated with a higher chance
        negative.objection_open           | 2    | 2 kinds of objection are open, associated with a higher chance
        opportunity.pushes                | 1    | close dates of open opportunities were moved out 1 time, associated with a higher chance
        opportunity.amount_change         | 1.5  | open opportunities are worth 150 % of what they were said to be at first, associated with a higher chance
        opportunity.moved_without_buyer   | 2    | open opportunities advanced 2 times without the buyer, associated with a higher chance
        product.activation                | 1.5  | the share of seats in use is 1.5 times the usual, associated with a higher chance
        support.open_tickets              | 1    | 1 request for support is open, associated with a higher chance
        network.champion_moves            | 1.5  | people who bought elsewhere moved here, which counts 1.5, associated with a higher chance
        network.champion_moves            | 0    | nobody here is known to have bought elsewhere, associated with a higher chance
        network.alumni_of_customers       | 2    | 2 people here worked at a customer, associated with a higher chance
        network.hierarchy_wins            | 1.5  | wins at companies of the same group count 1.5, associated with a higher chance
        network.shared_investor_wins      | 1.0986122886681098 | 2 ways lead through investors to others that bought, associated with a higher chance
        network.referrals                 | 1.0986122886681098 | 2 others referred us, associated with a higher chance
        network.ppr_from_wins             | 0.6931471805599453 | a walk from those that bought comes by 1 × as often as on average, associated with a higher chance
        network.similar_win_rate          | 0.25 | accounts with the same surroundings bought in 25 % of cases, associated with a higher chance
        network.investor_exits | 1.3862943611198906 | its investors saw 3 other companies go public or be bought, associated with a higher chance
        network.investor_exits_decayed | 0.6931471805599453 | companies of its investors that went public or were bought, the recent ones most, add up to 1, associated with a higher chance
        network.investor_exits_most | 0.6931471805599453 | one of its investors saw 1 other company go public or be bought, associated with a higher chance
        network.investor_exit_rates | 0.4054651081081644 | the shares of companies that its investors saw go public or be bought add up to 0.5, associated with a higher chance
        network.investor_centrality_degree | 1.3862943611198906 | its investors invested together with 3 others, associated with a higher chance
        network.partner_wins_normalised   | 1.5  | likeness to accounts that bought, by partners, adds up to 1.5, associated with a higher chance
        graph.untold                      | 3    | graph.untold is 3, associated with a higher chance
        """)
    void aReasonIsOneSentence(String feature, double value, String sentence) {
        assertThat(Sentences.of(contribution(feature, FeatureValue.of(value), 0.3)))
                .isEqualTo(sentence);
    }

    @Test
    void directionAndAbsenceAreSaidPlainly() {
        var cooling = new FeatureValue.Category("COOLING");

        assertThat(Sentences.of(contribution("engagement.state", cooling, -0.3)))
                .isEqualTo("engagement is cooling, associated with a lower chance");
        assertThat(Sentences.of(contribution("engagement.state", cooling, 0)))
                .isEqualTo("engagement is cooling, which is usual");
        assertThat(Sentences.of(contribution("committee.cohesion", FeatureValue.missing(), 0)))
                .isEqualTo(
                        "how well the engaged people are connected is not known, so it moves the chance neither way");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyInputOfTheShippedModelHasWordsOfItsOwnAndNoneClaimsACause(long seed) {
        var score = (Assessment.Score) RandomVectors.MODEL.score(RandomVectors.scorable(seed));

        assertThat(score.contributions())
                .allSatisfy(share -> assertThat(Sentences.of(share))
                        .doesNotContain(share.feature())
                        .doesNotContain("because"));
    }

    @Test
    void evidenceIsToldByName() {
        var sentences = new TreeMap<String, EvidenceItem>(Map.of(
                "Cells 2027 went from stage Proposal to Discovery on 3 Oct 2026.",
                new EvidenceItem.StageMoved(DEAL, "Proposal", "Discovery", OCTOBER),
                "The close date of Cells 2027 went from 2026-12-01 to 2027-03-01 on 3 Oct 2026.",
                new EvidenceItem.ValueChanged(DEAL, ChangeField.CLOSE_DATE, "2026-12-01", "2027-03-01", OCTOBER),
                "A request of priority High for support was opened on 3 Oct 2026 and first answered after 3 hours.",
                new EvidenceItem.SupportRequest(
                        new TicketId("test:t1"), Optional.of("High"), OCTOBER, Optional.of(Duration.ofMinutes(200))),
                "A request for support was opened on 3 Oct 2026.",
                new EvidenceItem.SupportRequest(new TicketId("test:t1"), Optional.empty(), OCTOBER, Optional.empty()),
                "12 of 40 seats of test:suite were in use on 3 Oct 2026.",
                new EvidenceItem.SeatCount(SUITE, 40, 12, OCTOBER),
                "test:suite was used on 3 Oct 2026.",
                new EvidenceItem.ProductUsed(FIRST, SUITE, OCTOBER),
                "The amount of Cells 2027 is known since 3 Oct 2026.",
                new EvidenceItem.AttributeTold(DEAL.ref(), ChangeField.AMOUNT, OCTOBER),
                "Record hubspot:12 tells of the account.",
                new EvidenceItem.AccountRecord(new AccountId("hubspot:12")),
                "Cells 2027 was created on 3 Oct 2026.",
                new EvidenceItem.OpportunityCreated(DEAL, OCTOBER)));
        sentences.putAll(Map.of(
                "Ana Ruiz replied on 3 Oct 2026.",
                new EvidenceItem.Action(FIRST, ANA, EngagementKind.REPLY, OCTOBER),
                "Ana Ruiz, VP in information technology, took part.",
                new EvidenceItem.Standing(ANA, JobFunction.INFORMATION_TECHNOLOGY, Seniority.VP, FIRST),
                "Bo Li, whose job is not known, took part.",
                new EvidenceItem.Standing(BO, JobFunction.UNKNOWN, Seniority.UNKNOWN, FIRST),
                "The seat of economic buyer is empty.",
                new EvidenceItem.Seat(CommitteeRole.ECONOMIC_BUYER, 1, List.of()),
                "The seat of champion is taken by Ana Ruiz; 1 more needed.",
                new EvidenceItem.Seat(CommitteeRole.CHAMPION, 2, List.of(ANA)),
                "Ana Ruiz and Bo Li took part in 2 engagements together.",
                new EvidenceItem.SharedTie(ANA, BO, 1.5, List.of(FIRST, SECOND)),
                "Without Ana Ruiz nothing would connect us to Bo Li.",
                new EvidenceItem.CutPoint(ANA, List.of(BO)),
                "Bo Li became active 3 hours after Ana Ruiz acted, with 82 % of the credit.",
                new EvidenceItem.Influence(ANA, BO, 0.82, Duration.ofMinutes(200), FIRST, SECOND),
                "Cells 2027 entered stage Proposal on 3 Oct 2026.",
                new EvidenceItem.StageEntered(DEAL, "Proposal", OCTOBER)));

        sentences.forEach(
                (sentence, item) -> assertThat(Sentences.of(item, NAMES::get)).isEqualTo(sentence));
    }

    @Test
    void likelySeatsAndConnectionsAreToldByName() {
        var sentences = new TreeMap<String, EvidenceItem>(Map.of(
                "The seat of champion is filled to 90 %, likely by Ana Ruiz, Bo Li.",
                new EvidenceItem.LiveSeat(CommitteeRole.CHAMPION, 1, 0.9, List.of(ANA, BO)),
                "The seat of legal security is filled to 12 % by people who are active.",
                new EvidenceItem.LiveSeat(CommitteeRole.LEGAL_SECURITY, 1, 0.12, List.of()),
                "Ana Ruiz reaches Bo Li, who likely holds the empty seat of champion, directly (warmth 33 %).",
                new EvidenceItem.PathToSeat(CommitteeRole.CHAMPION, List.of(ANA, BO), 0.33, List.of(FIRST)),
                "Cells 2027 reaches Bo Li, who likely holds the empty seat of champion, through Ana Ruiz (warmth 9 %).",
                new EvidenceItem.PathToSeat(
                        CommitteeRole.CHAMPION, List.of(DEAL, ANA, BO), 0.09, List.of(FIRST, SECOND)),
                "Ana Ruiz is tied to others by 2 engagements.",
                new EvidenceItem.Connection(ANA, List.of(FIRST, SECOND))));

        sentences.forEach(
                (sentence, item) -> assertThat(Sentences.of(item, NAMES::get)).isEqualTo(sentence));
    }

    @Test
    void aReferralNamesWhoReferredUs() {
        assertThat(Sentences.of(new EvidenceItem.Referred(BO.ref(), DEAL.ref(), OCTOBER), NAMES::get))
                .isEqualTo("Bo Li referred us to Cells 2027 on 3 Oct 2026.");
    }

    @Test
    void aPathToAWinNamesWhoLeadsThere() {
        var win = new Win(new AccountId("test:globex"), DEAL, OCTOBER);

        assertThat(Sentences.of(
                        PathToWin.through(BO.ref(), win, 0.5), entity -> NAMES.getOrDefault(entity, entity.key())))
                .isEqualTo("Cells 2027 was won at test:globex on 3 Oct 2026, by way of Bo Li.");
        assertThat(Sentences.of(new PathToWin(List.of(), win, 1), entity -> NAMES.getOrDefault(entity, entity.key())))
                .isEqualTo("Cells 2027 was won at test:globex on 3 Oct 2026.");
    }

    @Test
    void whoInvestsWithOthersAndWhoIsAlikeIsNamed() {
        var fund = new EntityRef(NodeLabel.INVESTOR, "test:fund");
        var globex = new AccountId("test:globex");

        assertThat(Sentences.of(
                        new EvidenceItem.InvestorRecord(fund, 1, 4, Optional.of(new Exit(globex, OCTOBER))),
                        EntityRef::key))
                .isEqualTo(
                        "test:fund invested in 4 companies and saw 1 go public or be bought, last test:globex on 3 Oct 2026.");
        assertThat(Sentences.of(new EvidenceItem.InvestorRecord(fund, 0, 1, Optional.empty()), EntityRef::key))
                .isEqualTo("test:fund invested in 1 company and saw none go public or be bought.");
        assertThat(Sentences.of(new EvidenceItem.CentralInvestor(fund, 2, 1.2), EntityRef::key))
                .isEqualTo("test:fund invested together with 2 others.");
        assertThat(Sentences.of(new EvidenceItem.SimilarAccount(globex, 0.83, true, List.of(DEAL)), EntityRef::key))
                .isEqualTo("test:globex, alike to 83 %, bought.");
        assertThat(Sentences.of(new EvidenceItem.SimilarAccount(globex, 0.83, false, List.of(DEAL)), EntityRef::key))
                .isEqualTo("test:globex, alike to 83 %, decided against buying.");
    }

    @Test
    void whatWasSaidDoneByUsOrNotCountedIsToldToo() {
        var guide = new EntityRef(NodeLabel.CONTENT, "test:guide");
        var sentences = new TreeMap<String, EvidenceItem>(Map.of(
                "Ana Ruiz looked at the content \"API guide\" on 3 Oct 2026.",
                new EvidenceItem.Explored(FIRST, ANA, guide, "API guide", OCTOBER),
                "Ana Ruiz looked at a content without a name on 3 Oct 2026.",
                new EvidenceItem.Explored(FIRST, ANA, guide, "", OCTOBER),
                "On 3 Oct 2026 they asked the price.",
                new EvidenceItem.Said(FIRST, ConversationSignal.ASKS_PRICE, OCTOBER),
                "Nothing of the kind was heard in the call of 3 Oct 2026.",
                new EvidenceItem.NotSaid(FIRST, EngagementKind.CALL, OCTOBER),
                "Bo Li answered us after 3 hours, on 3 Oct 2026.",
                new EvidenceItem.Answer(BO, FIRST, SECOND, Duration.ofMinutes(200), OCTOBER),
                "We got in touch by mail on 3 Oct 2026.",
                new EvidenceItem.OurAction(FIRST, EngagementKind.EMAIL, OCTOBER),
                "One visit of 3 Oct 2026 does not count: a machine opened it.",
                new EvidenceItem.NotCounted(FIRST, EngagementKind.VISIT, Exclusion.BOT_OPEN, OCTOBER)));

        sentences.forEach(
                (sentence, item) -> assertThat(Sentences.of(item, NAMES::get)).isEqualTo(sentence));
    }

    @Test
    void aResponseWithinAMinuteIsNotSaidToHaveTakenNone() {
        var atOnce = new EvidenceItem.Influence(ANA, BO, 0.82, Duration.ofSeconds(40), FIRST, SECOND);

        assertThat(Sentences.of(atOnce, NAMES::get)).contains("active less than a minute after");
    }

    private static Contribution contribution(String feature, FeatureValue value, double logOdds) {
        return new Contribution(feature, value, FeatureValue.of(2), logOdds, logOdds / 5);
    }
}
