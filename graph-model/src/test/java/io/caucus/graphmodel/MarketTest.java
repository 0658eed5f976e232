package io.caucus.graphmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final AsOf NOW = new AsOf(Instant.parse("2026-06-01T00:00:00Z"));
    private static final EntityRef ACME = account("acme");
    private static final EntityRef GLOBEX = account("globex");
    private static final EntityRef INITECH = account("initech");
    private static final EntityRef FUND = new EntityRef(NodeLabel.INVESTOR, "test:fund");
    private static final EntityRef ANA = person("ana");
    private static final EntityRef BO = person("bo");

    @Test
    void verticesAreNumberedInTheOrderOfTheirKeysAndEdgesLeadFromSmallerToLarger() {
        var market = market(List.of(List.of(FUND, GLOBEX), List.of(INITECH, ACME), List.of(GLOBEX, ACME)));

        assertThat(market.vertices()).containsExactly(ACME, GLOBEX, INITECH, FUND);
        assertThat(edges(market)).containsExactly(List.of(ACME, GLOBEX), List.of(ACME, INITECH), List.of(GLOBEX, FUND));
        assertThat(market.find(INITECH)).hasValue(2);
        assertThat(market.asOf()).isEqualTo(NOW);
    }

    @Test
    void anEdgeIsToldOnceHoweverManyReasonsThereAreAndWhicheverWay() {
        var market = market(List.of(List.of(ACME, GLOBEX), List.of(GLOBEX, ACME), List.of(ACME, GLOBEX)));

        assertThat(edges(market)).containsExactly(List.of(ACME, GLOBEX));
    }

    @Test
    void whatIsLinkedToItselfOrToNobodyIsNoVertex() {
        var market = market(List.of(List.of(ACME, ACME)));

        assertThat(market.vertices()).isEmpty();
        assertThat(market.find(ACME)).isEmpty();
    }

    @Test
    void aPersonWhoIsLinkedToOneAccountOnlyLeadsNowhere() {
        var market = market(List.of(
                List.of(ANA, GLOBEX),
                List.of(ANA, INITECH),
                List.of(BO, ACME),
                List.of(BO, ACME),
                List.of(FUND, GLOBEX)));

        assertThat(market.vertices()).containsExactly(GLOBEX, INITECH, ANA, FUND);
        assertThat(edges(market)).containsExactly(List.of(GLOBEX, ANA), List.of(GLOBEX, FUND), List.of(INITECH, ANA));
    }

    @Test
    void neitherOrderNorRepetitionLeavesATrace() {
        var told = List.of(List.of(ANA, GLOBEX), List.of(ANA, INITECH), List.of(FUND, ACME), List.of(FUND, GLOBEX));
        var shuffled = new ArrayList<>(told);
        shuffled.addAll(told);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(market(shuffled)).isEqualTo(market(told)).hasSameHashCodeAs(market(told));
        assertThat(market(told.subList(1, 4))).isNotEqualTo(market(told));
    }

    @Test
    void aReferralLinksTheTwoUnlessItIsOfTheAccountItself() {
        var gathering = new Market.Gathering(NOW);
        gathering.add(new Referral(GLOBEX, new AccountId("test:acme")));
        gathering.add(new Referral(ACME, new AccountId("test:acme")));

        var market = gathering.market();

        assertThat(market.referrals()).containsExactly(new Referral(GLOBEX, new AccountId("test:acme")));
        assertThat(edges(market)).containsExactly(List.of(ACME, GLOBEX));
    }

    @Test
    void winsAndLossesAreToldOnceAndInOrder() {
        var early = new Win(new AccountId("test:acme"), new OpportunityId("test:o1"), Instant.EPOCH);
        var late = new Win(new AccountId("test:globex"), new OpportunityId("test:o2"), Instant.EPOCH);
        var loss = new Loss(new AccountId("test:acme"), new OpportunityId("test:o3"));
        var gathering = new Market.Gathering(NOW);
        List.of(late, early, late).forEach(gathering::add);
        gathering.add(loss);
        gathering.add(loss);

        var market = gathering.market();

        assertThat(market.wins()).containsExactly(early, late);
        assertThat(market.losses()).containsExactly(loss);
    }

    private static Market market(List<List<EntityRef>> links) {
        var gathering = new Market.Gathering(NOW);
        links.forEach(link -> gathering.link(link.getFirst(), link.getLast()));
        return gathering.market();
    }

    private static List<List<EntityRef>> edges(Market market) {
        return IntStream.range(0, market.edges())
                .mapToObj(edge -> List.of(
                        market.vertices().get(market.one(edge)),
                        market.vertices().get(market.other(edge))))
                .toList();
    }

    private static EntityRef account(String name) {
        return new AccountId("test:" + name).ref();
    }

    private static EntityRef person(String name) {
        return new EntityRef(NodeLabel.PERSON, "test:" + name);
    }
}
