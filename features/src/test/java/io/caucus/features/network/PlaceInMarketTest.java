package io.caucus.features.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.CentralInvestor;
import io.caucus.features.EvidenceItem.InvestorRecord;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.EvidenceItem.SimilarAccount;
import io.caucus.features.ExplainedFeature;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Loss;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.Referral;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.time.HalfLife;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.RandomWorlds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hand-computed values of what is told of all accounts together. Acme is the account that is asked about. */
class PlaceInMarketTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final AsOf TODAY = Network.instant(NOW);
    private static final String RANK = "network.ppr_from_wins";
    private static final String RANK_PER_LINK = "network.ppr_from_wins_per_degree";
    private static final String SIMILAR = "network.similar_win_rate";
    private static final String DEGREE = "network.investor_centrality_degree";
    private static final String EIGENVECTOR = "network.investor_centrality_eigenvector";

    private static final String EXITS = "network.investor_exits";
    private static final String EXIT_RATES = "network.investor_exit_rates";

    private static final AccountId ACME = AccountStory.account().id();
    private static final AccountId GLOBEX = new AccountId("story:globex");
    private static final AccountId INITECH = new AccountId("story:initech");
    private static final AccountId HOOLI = new AccountId("story:hooli");
    private static final AccountId UMBRELLA = new AccountId("story:umbrella");
    private static final EntityRef FUND = investor("fund");
    private static final EntityRef GARAGE = investor("garage");
    private static final EntityRef HARBOUR = investor("harbour");

    private final Market.Gathering market = new Market.Gathering(TODAY);

    /** With restart r = 0.15, p(Fund) = (1 − r)/(2 − r), p(Acme) = (1 − r)/2 · p(Fund), on three vertices. */
    @Test
    void nearnessIsTheWalksPartTimesTheNumberOfVertices() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        win(GLOBEX);

        assertThat(amount(RANK)).isCloseTo(Math.log1p(3 * 0.425 * 0.85 / 1.85), within(1e-9));
        assertThat(amount(RANK_PER_LINK)).isCloseTo(amount(RANK), within(1e-12));
    }

    /** In a ring of four the walk is at Acme as often as in a row of three. */
    @Test
    void nearnessPerLinkIsDividedByThoseTheAccountHasToDoWith() {
        for (EntityRef investor : List.of(FUND, GARAGE)) {
            link(ACME, investor);
            link(GLOBEX, investor);
        }
        win(GLOBEX);

        assertThat(amount(RANK)).isCloseTo(Math.log1p(4 * 0.85 * 0.425 / 1.85), within(1e-9));
        assertThat(amount(RANK_PER_LINK)).isCloseTo(Math.log1p(2 * 0.85 * 0.425 / 1.85), within(1e-9));
    }

    @Test
    void theAccountsOwnWinsAreLeftOut() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        win(GLOBEX);
        win(ACME);

        assertThat(amount(RANK)).isCloseTo(Math.log1p(3 * 0.425 * 0.85 / 1.85), within(1e-6));
    }

    @Test
    void thereIsNoNearnessIfNobodyElseBoughtOrNothingLinksTheAccount() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        win(ACME);

        assertThat(value(RANK)).isEqualTo(FeatureValue.missing());
        assertThat(value(RANK, Network.NONE)).isEqualTo(FeatureValue.missing());
    }

    @Test
    void nearnessIsZeroIfNoWayLeadsToAnyThatBought() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        link(INITECH, GARAGE);
        link(HOOLI, GARAGE);
        win(INITECH);
        win(ACME);

        assertThat(value(RANK)).isEqualTo(FeatureValue.of(0));
        assertThat(evidence(RANK)).isEmpty();
    }

    /** Three vertices × 0.15 for one account that bought, × 0.85 ÷ 2 at the fund, × 0.85 ÷ 1 at Globex. */
    @Test
    void nearnessNamesTheWaysAndWhatTheyAdd() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        win(GLOBEX);

        assertThat(evidence(RANK)).singleElement().isInstanceOfSatisfying(PathToWin.class, path -> {
            assertThat(path.through()).containsExactly(FUND);
            assertThat(path.win()).isEqualTo(winOf(GLOBEX));
            assertThat(path.weight()).isCloseTo(3 * 0.15 * 0.425 * 0.85, within(1e-12));
        });
    }

    @Test
    void theMostLikelyWayComesFirstAndIsToldFromTheAccountOn() {
        link(ACME, FUND);
        link(FUND, GLOBEX);
        link(GLOBEX, GARAGE);
        link(INITECH, FUND);
        link(GARAGE, HOOLI);
        win(HOOLI);
        win(INITECH);

        var paths = evidence(RANK).stream().map(PathToWin.class::cast).toList();

        assertThat(paths).extracting(path -> path.win().account()).containsExactly(INITECH, HOOLI);
        assertThat(paths.getLast().through()).containsExactly(FUND, GLOBEX.ref(), GARAGE);
    }

    /** Globex and Initech have the same investor as Acme, Hooli and Umbrella another: (2 + 20 · 2/4) ÷ (2 + 20). */
    @Test
    void theWinRateOfThoseWithTheSameSurroundingsIsHeldCloseToThatOfAll() {
        for (AccountId account : List.of(ACME, GLOBEX, INITECH)) {
            link(account, FUND);
        }
        for (AccountId account : List.of(HOOLI, UMBRELLA)) {
            link(account, GARAGE);
        }
        win(GLOBEX);
        win(INITECH);
        market.add(new Loss(HOOLI, deal(HOOLI)));
        market.add(new Loss(UMBRELLA, deal(UMBRELLA)));
        market.add(new Loss(ACME, deal(ACME)));
        var network = Network.of(market.market(), parameters(2, 20, 200));
        var vertex = network.vertex(ACME).orElseThrow();

        assertThat(network.resemblance().rate(vertex)).hasValue((2 + 20 * 0.5) / 22);
        assertThat(network.resemblance().similar(vertex))
                .extracting(SimilarAccount::account, SimilarAccount::bought, SimilarAccount::opportunities)
                .containsExactly(
                        tuple(GLOBEX, true, List.of(deal(GLOBEX))), tuple(INITECH, true, List.of(deal(INITECH))));
        assertThat(network.resemblance().similar(vertex))
                .allSatisfy(similar -> assertThat(similar.likeness()).isCloseTo(1, within(1e-6)));
    }

    @Test
    void thereIsNoWinRateOfOthersIfOnlyTheAccountsOwnOutcomeIsKnown() {
        link(ACME, FUND);
        link(GLOBEX, FUND);
        win(ACME);

        assertThat(value(SIMILAR)).isEqualTo(FeatureValue.missing());
    }

    /** Fund – Garage – Harbour in a row: 1, 2 and 1 others; eigenvector ½, √½, ½, times √3. */
    @Test
    void investorsAreAsCentralAsThoseTheyInvestWith() {
        invest(FUND, ACME, "10d ago");
        invest(GARAGE, ACME, "2000d ago");
        invest(GARAGE, GLOBEX, "20d ago");
        invest(HARBOUR, GLOBEX, "30d ago");

        assertThat(amount(DEGREE)).isCloseTo(Math.log1p(3), within(1e-12));
        assertThat(amount(EIGENVECTOR)).isCloseTo(Math.log1p(Math.sqrt(3) * (0.5 + Math.sqrt(0.5))), within(1e-6));
        assertThat(evidence(DEGREE))
                .containsExactly(new CentralInvestor(GARAGE, 2, 2), new CentralInvestor(FUND, 1, 1));
    }

    /** Garage came to Acme long ago, so of late it invested with Harbour only, and each of the two has √½ · √3. */
    @Test
    void ofLateOnlyTheInvestmentsOfThreeYearsCount() {
        invest(FUND, ACME, "10d ago");
        invest(GARAGE, ACME, "2000d ago");
        invest(GARAGE, GLOBEX, "20d ago");
        invest(HARBOUR, GLOBEX, "30d ago");

        assertThat(amount(DEGREE + "_recent")).isCloseTo(Math.log1p(1), within(1e-12));
        assertThat(amount(EIGENVECTOR + "_recent")).isCloseTo(Math.log1p(Math.sqrt(1.5)), within(1e-6));
        assertThat(evidence(DEGREE + "_recent")).containsExactly(new CentralInvestor(GARAGE, 1, 1));
    }

    @Test
    void withoutInvestorsThereIsNoCentralityAndWhoInvestsAloneHasNone() {
        invest(FUND, GLOBEX, "10d ago");
        assertThat(value(DEGREE)).isEqualTo(FeatureValue.missing());

        invest(FUND, ACME, "10d ago");
        assertThat(value(DEGREE)).isEqualTo(FeatureValue.of(0));
        assertThat(evidence(DEGREE)).isEmpty();
    }

    /** Fund saw two of three through: Globex, a half-life ago, and Initech, two of them; Garage none of its one. All had 2 of 4. */
    @Test
    void exitsOfInvestorsAreCountedFadedAndSharedOut() {
        invest(FUND, ACME, "3000d ago");
        invest(GARAGE, ACME, "10d ago");
        invest(FUND, GLOBEX, "2000d ago");
        invest(FUND, INITECH, "3000d ago");
        exit(GLOBEX, "730d ago");
        exit(INITECH, "1460d ago");

        assertThat(amount(EXITS)).isCloseTo(Math.log1p(2), within(1e-12));
        assertThat(amount(EXITS + "_decayed")).isCloseTo(Math.log1p(0.5 + 0.25), within(1e-3));
        assertThat(amount(EXITS + "_most")).isCloseTo(Math.log1p(2), within(1e-12));
        assertThat(amount(EXIT_RATES))
                .isCloseTo(Math.log1p((2 + 5 * 0.5) / (3 + 5) + 5 * 0.5 / (1 + 5)), within(1e-12));
        var fund = new InvestorRecord(FUND, 2, 3, Optional.of(exitOf(GLOBEX, "730d ago")));
        assertThat(evidence(EXITS)).containsExactly(fund);
        assertThat(evidence(EXITS + "_most")).containsExactly(fund);
        assertThat(evidence(EXIT_RATES)).containsExactly(fund, new InvestorRecord(GARAGE, 0, 1, Optional.empty()));
    }

    @Test
    void ofInvestorsWithAsManyExitsAllAreNamed() {
        for (EntityRef investor : List.of(FUND, GARAGE)) {
            invest(investor, ACME, "300d ago");
        }
        invest(FUND, GLOBEX, "300d ago");
        invest(GARAGE, INITECH, "300d ago");
        exit(GLOBEX, "100d ago");
        exit(INITECH, "50d ago");

        assertThat(evidence(EXITS + "_most")).hasSize(2);
    }

    @Test
    void whatWasPublicBeforeItsInvestorCameAndTheAccountsOwnExitAreNone() {
        invest(FUND, ACME, "300d ago");
        invest(FUND, GLOBEX, "300d ago");
        exit(GLOBEX, "400d ago");
        exit(GLOBEX, "100d ago");
        exit(ACME, "100d ago");

        assertThat(value(EXITS)).isEqualTo(FeatureValue.of(0));
        assertThat(evidence(EXITS)).isEmpty();
    }

    @Test
    void withoutInvestorsThereAreNoExitsOfThem() {
        invest(FUND, GLOBEX, "300d ago");
        exit(GLOBEX, "100d ago");

        assertThat(value(EXITS)).isEqualTo(FeatureValue.missing());
        assertThat(value(EXIT_RATES)).isEqualTo(FeatureValue.missing());
    }

    /** The partner brought us to three accounts, Globex to Acme only: 1/3 + 1. */
    @Test
    void whoRefersUsEverywhereCountsForLittle() {
        var partner = new EntityRef(NodeLabel.PARTNER, "story:partner");
        List.of(ACME, GLOBEX, INITECH).forEach(account -> market.add(new Referral(partner, account)));
        market.add(new Referral(GLOBEX.ref(), ACME));
        var history = AccountStory.of("")
                .and(referred(partner), referred(GLOBEX.ref()))
                .history();

        var network = CATALOGUE.network(market.market());

        assertThat(CATALOGUE.compute(history, Peers.NONE, network).get("network.referrals_normalised"))
                .isEqualTo(FeatureValue.of(1.0 + 1.0 / 3));
        assertThat(CATALOGUE.compute(history, Peers.NONE).get("network.referrals_normalised"))
                .isEqualTo(FeatureValue.of(2));
    }

    private static Link referred(EntityRef by) {
        return Link.of(
                LinkType.REFERRED,
                by,
                ACME.ref(),
                FactTime.at(AccountStory.asOf("10d ago").instant()));
    }

    @Test
    void aNetworkThatKnowsTheFutureIsRefused() {
        var later = Network.of(
                new Market.Gathering(new AsOf(NOW.instant().plusMillis(1))).market(), NetworkParameters.DEFAULT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.compute(AccountStory.of("").history(), Peers.NONE, later))
                .withMessageContaining("later than the history of account 'story:acme'");
    }

    @Test
    void keysOfVerticesDependOnNothingButWhatTheyAreCalled() {
        assertThat(Resemblance.hash(ACME.ref())).isEqualTo(Resemblance.hash(new AccountId(ACME.value()).ref()));
        assertThat(Resemblance.hash(ACME.ref())).isNotEqualTo(Resemblance.hash(GLOBEX.ref()));
    }

    @Test
    void parametersThatMakeNoSenseAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(0, 20, 200))
                .withMessage("neighbours are 0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(20, 0, 200))
                .withMessage("priorOutcomes is 0.0, must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExitParameters(HalfLife.ofDays(1), 0))
                .withMessage("priorAccounts is 0.0, must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(20, 20, 1))
                .withMessage("mostInvestors is 1, must be at least 2; fewer invest with nobody");
    }

    private FeatureValue value(String feature) {
        return value(feature, CATALOGUE.network(market.market()));
    }

    private static FeatureValue value(String feature, Network network) {
        return CATALOGUE
                .compute(AccountStory.of("").history(), Peers.NONE, network)
                .get(feature);
    }

    private double amount(String feature) {
        return value(feature).findAmount().orElseThrow();
    }

    private List<EvidenceItem> evidence(String feature) {
        var network = CATALOGUE.network(market.market());
        return CATALOGUE.explain(AccountStory.of("").history(), Peers.NONE, network).stream()
                .filter(explained -> explained.definition().id().equals(feature))
                .map(ExplainedFeature::evidence)
                .findFirst()
                .orElseThrow()
                .items();
    }

    private void link(AccountId account, EntityRef other) {
        market.link(account.ref(), other);
    }

    private void link(EntityRef other, AccountId account) {
        link(account, other);
    }

    private void win(AccountId account) {
        market.add(winOf(account));
    }

    private void invest(EntityRef investor, AccountId account, String when) {
        market.add(new Investment(investor, account, AccountStory.asOf(when).instant()));
    }

    private void exit(AccountId account, String when) {
        market.add(exitOf(account, when));
    }

    private static Exit exitOf(AccountId account, String when) {
        return new Exit(account, AccountStory.asOf(when).instant());
    }

    private static Win winOf(AccountId account) {
        return new Win(account, deal(account), Instant.EPOCH);
    }

    private static OpportunityId deal(AccountId account) {
        return new OpportunityId(account + "-deal");
    }

    private static EntityRef investor(String name) {
        return new EntityRef(NodeLabel.INVESTOR, "story:" + name);
    }

    private static NetworkParameters parameters(int neighbours, double priorOutcomes, int mostInvestors) {
        var usual = NetworkParameters.DEFAULT;
        return new NetworkParameters(
                usual.buyingRoles(),
                usual.leastConfidence(),
                usual.moveHalfLife(),
                usual.hopDiscount(),
                usual.mostHops(),
                usual.walk(),
                usual.embedding(),
                neighbours,
                priorOutcomes,
                usual.recent(),
                usual.mostTies(),
                usual.warmthScale(),
                mostInvestors,
                usual.exits());
    }
}
