package io.caucus.features.network;

import io.caucus.features.graph.Csr;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Referral;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the graph of all accounts says of each of them, worked out once for all: where the walk from those that bought is to be found, whom
 * each resembles, how central its investors are and how many companies they saw through to an exit.
 *
 * <p>It has an instant of its own, the {@linkplain #instant beginning of the day} for which it is asked. So all who ask within a day, one
 * account or all of them, are told the same bits. May be asked by several threads at once.
 */
public final class Network {

    /** Nobody has to do with anybody. */
    public static final Network NONE = of(Market.NONE, NetworkParameters.DEFAULT);

    private final Market market;
    private final WinWalk walk;
    private final Resemblance resemblance;
    private final InvestorCentrality investors;
    private final InvestorExits exits;
    private final Map<EntityRef, Long> referrals;

    private Network(
            Market market, WinWalk walk, Resemblance resemblance, InvestorCentrality investors, InvestorExits exits) {
        this.market = market;
        this.walk = walk;
        this.resemblance = resemblance;
        this.investors = investors;
        this.exits = exits;
        this.referrals =
                market.referrals().stream().collect(Collectors.groupingBy(Referral::by, Collectors.counting()));
    }

    /** The instant as of which the whole graph is looked at for questions as of some instant: the beginning of its day in UTC. */
    public static AsOf instant(AsOf asOf) {
        return new AsOf(asOf.instant().truncatedTo(ChronoUnit.DAYS));
    }

    public static Network of(Market market, NetworkParameters parameters) {
        var graph = Csr.undirected(
                market.vertices().size(),
                IntStream.range(0, market.edges()).map(market::one).toArray(),
                IntStream.range(0, market.edges()).map(market::other).toArray());
        var outcomes = Outcomes.of(market);
        return new Network(
                market,
                WinWalk.of(market, graph, outcomes, parameters.walk()),
                Resemblance.of(market, graph, outcomes, parameters),
                InvestorCentrality.of(market, parameters),
                InvestorExits.of(market));
    }

    public AsOf asOf() {
        return market.asOf();
    }

    /** The number of an account's vertex; empty if it has nothing to do with any other. */
    OptionalInt vertex(AccountId account) {
        return market.find(account.ref());
    }

    WinWalk walk() {
        return walk;
    }

    Resemblance resemblance() {
        return resemblance;
    }

    InvestorCentrality investors() {
        return investors;
    }

    InvestorExits exits() {
        return exits;
    }

    /** How many accounts somebody brought us to. */
    long accountsReferredBy(EntityRef referrer) {
        return referrals.getOrDefault(referrer, 0L);
    }
}
