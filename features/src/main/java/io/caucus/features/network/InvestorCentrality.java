package io.caucus.features.network;

import io.caucus.features.EvidenceItem.CentralInvestor;
import io.caucus.features.graph.Comembership;
import io.caucus.features.graph.Csr;
import io.caucus.features.graph.Degree;
import io.caucus.features.graph.EigenvectorCentrality;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How central investors are among those they invest with, all time and of late.
 *
 * <p>Two investors are joined by an edge for every account that both invested in. A degree is the number of investors somebody invested
 * with; an eigenvector centrality is taken times √(number of investors), so that where all are alike each has 1.
 */
final class InvestorCentrality {

    /** Among whom somebody is central. */
    enum Span {
        ALL_TIME,
        RECENT
    }

    /** In which way. */
    enum Measure {
        DEGREE,
        EIGENVECTOR
    }

    private static final double TOLERANCE = 1e-9;
    private static final int ITERATIONS = 2_000;

    private final List<EntityRef> investors;
    private final SortedMap<AccountId, SortedSet<EntityRef>> byAccount;
    private final Centralities allTime;
    private final Centralities recent;

    private InvestorCentrality(
            List<EntityRef> investors,
            SortedMap<AccountId, SortedSet<EntityRef>> byAccount,
            Centralities allTime,
            Centralities recent) {
        this.investors = investors;
        this.byAccount = byAccount;
        this.allTime = allTime;
        this.recent = recent;
    }

    static InvestorCentrality of(Market market, NetworkParameters parameters) {
        var investors = market.investments().stream()
                .map(Investment::investor)
                .distinct()
                .sorted()
                .toList();
        var byAccount = new TreeMap<AccountId, SortedSet<EntityRef>>();
        market.investments()
                .forEach(investment -> byAccount
                        .computeIfAbsent(investment.account(), first -> new TreeSet<>())
                        .add(investment.investor()));
        var accounts = List.copyOf(byAccount.keySet());
        var window = market.investments().isEmpty() ? Stream.<Investment>empty() : recent(market, parameters);
        return new InvestorCentrality(
                investors,
                byAccount,
                centralities(market.investments(), investors, accounts, parameters.mostInvestors()),
                centralities(window.toList(), investors, accounts, parameters.mostInvestors()));
    }

    private static Stream<Investment> recent(Market market, NetworkParameters parameters) {
        var window = market.asOf().last(parameters.recent());
        return market.investments().stream().filter(investment -> window.contains(investment.at()));
    }

    private static Centralities centralities(
            List<Investment> investments, List<EntityRef> investors, List<AccountId> accounts, int mostInvestors) {
        return new Centralities(Comembership.of(
                investors.size(),
                investments.stream()
                        .mapToInt(investment -> Collections.binarySearch(investors, investment.investor()))
                        .toArray(),
                investments.stream()
                        .mapToInt(investment -> Collections.binarySearch(accounts, investment.account()))
                        .toArray(),
                mostInvestors));
    }

    /** Of all investors, by their numbers. */
    private static final class Centralities {

        private final int[] degrees;
        private final EigenvectorCentrality eigenvector;

        Centralities(Csr graph) {
            this.degrees = Degree.of(graph);
            this.eigenvector = EigenvectorCentrality.of(graph, TOLERANCE, ITERATIONS);
        }
    }

    /** Whether anybody is known to have invested. */
    boolean hasInvestors(AccountId account) {
        return byAccount.containsKey(account);
    }

    /** Everybody who ever invested in an account, in the order of their keys. */
    SortedSet<EntityRef> of(AccountId account) {
        return byAccount.getOrDefault(account, Collections.emptySortedSet());
    }

    /** Everybody who ever invested in an account and with others elsewhere, the most central first. */
    List<CentralInvestor> of(AccountId account, Span span, Measure measure) {
        var central = new ArrayList<CentralInvestor>();
        for (EntityRef investor : of(account)) {
            var found = central(investor, span, measure);
            if (found.togetherWith() > 0) {
                central.add(found);
            }
        }
        central.sort(Comparator.comparingDouble(CentralInvestor::centrality)
                .reversed()
                .thenComparing(CentralInvestor::investor));
        return central;
    }

    private CentralInvestor central(EntityRef investor, Span span, Measure measure) {
        int number = Collections.binarySearch(investors, investor);
        var centralities = span == Span.ALL_TIME ? allTime : recent;
        int degree = centralities.degrees[number];
        double centrality =
                measure == Measure.DEGREE ? degree : Math.sqrt(investors.size()) * centralities.eigenvector.of(number);
        return new CentralInvestor(investor, degree, centrality);
    }
}
