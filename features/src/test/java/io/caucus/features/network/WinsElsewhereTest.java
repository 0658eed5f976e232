package io.caucus.features.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.FeatureValue;
import io.caucus.features.Stories;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.testkit.AccountStory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WinsElsewhereTest {

    private static final String MOVES = "network.champion_moves";
    private static final String ALUMNI = "network.alumni_of_customers";
    private static final String KIND = "champion.kind";
    private static final String INVESTORS = "network.shared_investor_wins";
    private static final String HIERARCHY = "network.hierarchy_wins";

    private static final AccountId GLOBEX = new AccountId("story:globex");
    private static final AccountId INITECH = new AccountId("story:initech");
    private static final AccountId OWNER = new AccountId("story:owner");
    private static final OpportunityId FIRST = new OpportunityId("story:first");
    private static final OpportunityId SECOND = new OpportunityId("story:second");
    private static final String PEOPLE = """
            ana: VP from 365d ago
            bo: MANAGER from 730d ago
            cy: MANAGER from 730d ago
            dee: MANAGER from 900d ago to 10d ago
            """;

    private static FeatureValue value(String feature, Stream<Fact> around) {
        return Stories.value(
                feature,
                AccountStory.of(PEOPLE).and(around.toArray(Fact[]::new)).history(),
                Peers.NONE);
    }

    private static List<EvidenceItem> evidence(String feature, Stream<Fact> around) {
        var history = AccountStory.of(PEOPLE).and(around.toArray(Fact[]::new)).history();
        return Stories.evidence(feature, history, Peers.NONE).items();
    }

    private static FactTime at(String when) {
        return FactTime.at(AccountStory.asOf(when).instant());
    }

    private static Stream<Fact> won(OpportunityId deal, AccountId account, String when) {
        return Stream.of(
                new Opportunity(deal, account, "Sale", Optional.empty(), at("950d ago")),
                new StageChange(deal, "Closed won", Outcome.WON, at(when)));
    }

    private static Win win(OpportunityId deal, AccountId account, String when) {
        return new Win(account, deal, at(when).occurredAt());
    }

    private static Fact role(String person, CommitteeRole role, double confidence, OpportunityId deal) {
        return new RoleHolding(
                AccountStory.person(person),
                deal,
                role,
                RoleSource.STATED_IN_CRM,
                confidence,
                at("940d ago"),
                Optional.of(at("930d ago")));
    }

    private static Fact job(String person, AccountId account, String began, Optional<String> ended) {
        return new Employment(
                AccountStory.person(person),
                account,
                Optional.empty(),
                JobFunction.UNKNOWN,
                Seniority.UNKNOWN,
                at(began),
                ended.map(WinsElsewhereTest::at));
    }

    private static Stream<Fact> all(Stream<Fact> some, Fact... more) {
        return Stream.concat(some, Stream.of(more));
    }

    /** Ana came one year ago and Bo two: 0.5 + 0.25. Cy only had influence, and Dee has left. */
    @Test
    void whoBoughtElsewhereFadesWithTheYearsSinceTheyCame() {
        var around = all(
                        won(FIRST, GLOBEX, "800d ago"),
                        role("ana", CommitteeRole.CHAMPION, 0.9, FIRST),
                        role("bo", CommitteeRole.ECONOMIC_BUYER, 0.5, FIRST),
                        role("cy", CommitteeRole.INFLUENCER, 0.9, FIRST),
                        role("dee", CommitteeRole.CHAMPION, 0.9, FIRST))
                .toList();

        assertThat(value(MOVES, around.stream())).isEqualTo(FeatureValue.of(0.75));
        assertThat(evidence(MOVES, around.stream()))
                .containsExactly(
                        PathToWin.through(AccountStory.person("ana").ref(), win(FIRST, GLOBEX, "800d ago"), 0.5),
                        PathToWin.through(AccountStory.person("bo").ref(), win(FIRST, GLOBEX, "800d ago"), 0.25));
    }

    @Test
    void whoBoughtTwiceCountsOnceAndIsCitedForBoth() {
        var around = all(
                        Stream.concat(won(FIRST, GLOBEX, "800d ago"), won(SECOND, INITECH, "500d ago")),
                        role("ana", CommitteeRole.CHAMPION, 0.9, FIRST),
                        role("ana", CommitteeRole.DECISION_MAKER, 0.9, SECOND))
                .toList();

        assertThat(value(MOVES, around.stream())).isEqualTo(FeatureValue.of(0.5));
        assertThat(evidence(MOVES, around.stream())).hasSize(2);
    }

    @Test
    void whoBoughtElsewhereIsAChampionOfThePastUntilARecordNamesOne() {
        var around = all(won(FIRST, GLOBEX, "80d ago"), role("bo", CommitteeRole.CHAMPION, 0.9, FIRST))
                .toList();
        var claimed = AccountStory.of(PEOPLE + "ana is CHAMPION on deal 30d ago")
                .and(around.toArray(Fact[]::new))
                .history();

        assertThat(value(KIND, around.stream())).isEqualTo(new FeatureValue.Category("PAST"));
        assertThat(evidence(KIND, around.stream()))
                .containsExactly(PathToWin.through(AccountStory.person("bo").ref(), win(FIRST, GLOBEX, "80d ago"), 1));
        assertThat(Stories.value(KIND, claimed, Peers.NONE)).isEqualTo(new FeatureValue.Category("CLAIMED"));
        assertThat(value(KIND, Stream.of())).isEqualTo(FeatureValue.missing());
    }

    @Test
    void whatWasLostOrIsTheAccountsOwnOrHardlyBelievedIsNoMove() {
        var lost = new StageChange(FIRST, "Closed lost", Outcome.LOST, at("20d ago"));

        assertThat(value(
                        MOVES,
                        all(won(FIRST, GLOBEX, "80d ago"), role("ana", CommitteeRole.CHAMPION, 0.9, FIRST), lost)))
                .isEqualTo(FeatureValue.of(0));
        assertThat(value(
                        MOVES,
                        all(
                                won(FIRST, AccountStory.account().id(), "80d ago"),
                                role("ana", CommitteeRole.CHAMPION, 0.9, FIRST))))
                .isEqualTo(FeatureValue.of(0));
        assertThat(value(MOVES, all(won(FIRST, GLOBEX, "80d ago"), role("ana", CommitteeRole.CHAMPION, 0.4, FIRST))))
                .isEqualTo(FeatureValue.of(0));
        assertThat(Stories.value(MOVES, "")).isEqualTo(FeatureValue.missing());
    }

    /** Ana left as Globex bought, Bo a day before; Cy is there to this day; Dee is not here any more. */
    @Test
    void alumniAreThoseWhoWereThereWhenTheCustomerBought() {
        var around = all(
                        Stream.concat(won(FIRST, GLOBEX, "400d ago"), won(SECOND, GLOBEX, "390d ago")),
                        job("ana", GLOBEX, "900d ago", Optional.of("400d ago")),
                        job("bo", GLOBEX, "900d ago", Optional.of("401d ago")),
                        job("cy", GLOBEX, "300d ago", Optional.empty()),
                        job("dee", GLOBEX, "300d ago", Optional.empty()),
                        job("bo", INITECH, "300d ago", Optional.empty()))
                .toList();

        assertThat(value(ALUMNI, around.stream())).isEqualTo(FeatureValue.of(2));
        assertThat(evidence(ALUMNI, around.stream()))
                .containsExactly(
                        PathToWin.through(AccountStory.person("ana").ref(), win(FIRST, GLOBEX, "400d ago"), 1),
                        PathToWin.through(AccountStory.person("cy").ref(), win(FIRST, GLOBEX, "400d ago"), 1),
                        PathToWin.through(AccountStory.person("cy").ref(), win(SECOND, GLOBEX, "390d ago"), 1));
        assertThat(value(ALUMNI, Stream.of())).isEqualTo(FeatureValue.of(0));
        assertThat(Stories.value(ALUMNI, "")).isEqualTo(FeatureValue.missing());
    }

    /** The owner bought once, a sister company once: 1 + 0.5. The sister's own subsidiary is too far away. */
    @Test
    void winsInTheGroupCountLessWithEveryStep() {
        var further = new AccountId("story:further");
        var around = Stream.of(
                        won(FIRST, OWNER, "400d ago"),
                        won(SECOND, GLOBEX, "300d ago"),
                        won(new OpportunityId("story:third"), further, "300d ago"),
                        Stream.<Fact>of(
                                new Subsidiary(AccountStory.account().id(), OWNER, at("900d ago")),
                                new Subsidiary(GLOBEX, OWNER, at("900d ago")),
                                new Subsidiary(further, GLOBEX, at("900d ago"))))
                .flatMap(facts -> facts)
                .toList();

        assertThat(value(HIERARCHY, around.stream())).isEqualTo(FeatureValue.of(1.5));
        assertThat(evidence(HIERARCHY, around.stream()))
                .containsExactly(
                        new PathToWin(List.of(), win(FIRST, OWNER, "400d ago"), 1),
                        PathToWin.through(OWNER.ref(), win(SECOND, GLOBEX, "300d ago"), 0.5));
        assertThat(value(HIERARCHY, Stream.of())).isEqualTo(FeatureValue.missing());
        assertThat(value(
                        HIERARCHY,
                        Stream.of(new Subsidiary(AccountStory.account().id(), OWNER, at("9d ago")))))
                .isEqualTo(FeatureValue.of(0));
    }

    /**
     * Acme has two investors; Globex, which bought, both and another, Initech, which bought, the first. Three ways: ln 4, and
     * 2/5 + 2/5 + 2/3. An investment that ended is none.
     */
    @Test
    void winsOfOthersWithTheSameInvestorsCountByWays() {
        var acme = AccountStory.account().id();
        var around = all(
                        Stream.concat(won(FIRST, GLOBEX, "800d ago"), won(SECOND, INITECH, "500d ago")),
                        invested("one", acme),
                        invested("two", acme),
                        invested("one", GLOBEX),
                        invested("two", GLOBEX),
                        invested("three", GLOBEX),
                        invested("one", INITECH),
                        invested("one", OWNER),
                        new Link(
                                LinkType.INVESTED_IN,
                                investor("two"),
                                INITECH.ref(),
                                Optional.empty(),
                                Map.of(),
                                at("99d ago"),
                                Optional.of(at("9d ago"))))
                .toList();

        assertThat(value(INVESTORS, around.stream())).isEqualTo(FeatureValue.of(Math.log(4)));
        assertThat(value(INVESTORS + "_normalised", around.stream())
                        .findAmount()
                        .orElseThrow())
                .isCloseTo(22.0 / 15, within(1e-12));
        assertThat(evidence(INVESTORS, around.stream()))
                .containsExactly(
                        PathToWin.through(investor("one"), win(FIRST, GLOBEX, "800d ago"), 1),
                        PathToWin.through(investor("one"), win(SECOND, INITECH, "500d ago"), 1),
                        PathToWin.through(investor("two"), win(FIRST, GLOBEX, "800d ago"), 1));
        assertThat(value("network.partner_wins", around.stream())).isEqualTo(FeatureValue.missing());
    }

    /** Bo twice and a partner once: ln 3. What the account itself referred is no referral to it. */
    @Test
    void whoReferredUsCountsOnce() {
        var acme = AccountStory.account().id();
        var partner = new EntityRef(NodeLabel.PARTNER, "story:helper");
        var bo = AccountStory.person("bo").ref();
        var around = all(
                        won(FIRST, acme, "80d ago"),
                        Link.of(LinkType.REFERRED, bo, acme.ref(), at("90d ago")),
                        Link.of(LinkType.REFERRED, bo, FIRST.ref(), at("80d ago")),
                        Link.of(LinkType.REFERRED, partner, acme.ref(), at("70d ago")),
                        Link.of(LinkType.REFERRED, acme.ref(), GLOBEX.ref(), at("60d ago")))
                .toList();

        assertThat(value("network.referrals", around.stream())).isEqualTo(FeatureValue.of(Math.log1p(2)));
        assertThat(evidence("network.referrals", around.stream()))
                .containsExactly(
                        new EvidenceItem.Referred(
                                partner, acme.ref(), at("70d ago").occurredAt()),
                        new EvidenceItem.Referred(bo, FIRST.ref(), at("80d ago").occurredAt()),
                        new EvidenceItem.Referred(bo, acme.ref(), at("90d ago").occurredAt()));
        assertThat(value("network.referrals", Stream.of())).isEqualTo(FeatureValue.of(0));
    }

    @Test
    void anInvestorThatNobodySharesLeadsNowhere() {
        assertThat(value(
                        INVESTORS,
                        Stream.of(invested("one", AccountStory.account().id()))))
                .isEqualTo(FeatureValue.of(0));
    }

    private static EntityRef investor(String name) {
        return new EntityRef(NodeLabel.INVESTOR, "story:" + name);
    }

    private static Fact invested(String name, AccountId account) {
        return Link.of(LinkType.INVESTED_IN, investor(name), account.ref(), at("900d ago"));
    }

    @Test
    void parametersThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(0, 1, 2))
                .withMessage("leastConfidence is 0.0, must lie in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(1, 1.5, 2))
                .withMessage("hopDiscount is 1.5, must lie in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(1, 1, 3))
                .withMessage("mostHops is 3, must be 1 or 2; further away nothing is read of the hierarchy");
    }

    private static NetworkParameters parameters(double leastConfidence, double hopDiscount, int mostHops) {
        var usual = NetworkParameters.DEFAULT;
        return new NetworkParameters(
                new TreeSet<>(),
                leastConfidence,
                HalfLife.ofDays(365),
                hopDiscount,
                mostHops,
                usual.walk(),
                usual.embedding(),
                usual.neighbours(),
                usual.priorOutcomes(),
                usual.recent(),
                usual.mostTies(),
                usual.warmthScale(),
                usual.mostInvestors(),
                usual.exits());
    }
}
