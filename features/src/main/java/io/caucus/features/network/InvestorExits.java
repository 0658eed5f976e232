package io.caucus.features.network;

import io.caucus.features.EvidenceItem.InvestorRecord;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the companies that investors put money into: which went public or were bought afterwards. What had happened before an investor came is
 * none of theirs.
 */
final class InvestorExits {

    private static final Comparator<Exit> NEWEST_FIRST =
            Comparator.comparing(Exit::at).reversed().thenComparing(Exit::account);

    private final SortedMap<EntityRef, Portfolio> portfolios;
    private final double meanRate;

    private InvestorExits(SortedMap<EntityRef, Portfolio> portfolios) {
        this.portfolios = portfolios;
        int accounts =
                portfolios.values().stream().mapToInt(Portfolio::accounts).sum();
        int exits = portfolios.values().stream()
                .mapToInt(portfolio -> portfolio.exits().size())
                .sum();
        this.meanRate = accounts == 0 ? 0 : (double) exits / accounts;
    }

    static InvestorExits of(Market market) {
        var exits = market.exits().stream().collect(Collectors.toMap(Exit::account, Function.identity()));
        var since = new TreeMap<EntityRef, SortedMap<AccountId, Instant>>();
        for (Investment investment : market.investments()) {
            since.computeIfAbsent(investment.investor(), first -> new TreeMap<>())
                    .merge(investment.account(), investment.at(), (one, other) -> one.isBefore(other) ? one : other);
        }
        var portfolios = new TreeMap<EntityRef, Portfolio>();
        since.forEach((investor, accounts) -> portfolios.put(investor, Portfolio.of(accounts, exits)));
        return new InvestorExits(portfolios);
    }

    /**
     * The companies of one investor.
     *
     * @param accounts how many there are
     * @param exits of those that had one, the newest first
     */
    private record Portfolio(int accounts, List<Exit> exits) {

        static Portfolio of(SortedMap<AccountId, Instant> since, Map<AccountId, Exit> exits) {
            return new Portfolio(
                    since.size(),
                    since.entrySet().stream()
                            .map(account -> exits.get(account.getKey()))
                            .filter(Objects::nonNull)
                            .filter(exit -> exit.at().isAfter(since.get(exit.account())))
                            .sorted(NEWEST_FIRST)
                            .toList());
        }
    }

    /** What the exits of an investor are worth to one of their accounts. */
    @FunctionalInterface
    interface Worth {

        /**
         * @param exits of other accounts
         * @param accounts how many accounts the investor has, this one included
         */
        double of(List<Exit> exits, int accounts);
    }

    /** An investor of an account and what their exits are worth to it. */
    record Weighed(InvestorRecord investor, double worth) {}

    /** Everybody who ever invested in an account, most worth first; its own exit is left out. */
    List<Weighed> of(AccountId account, Iterable<EntityRef> investors, Worth worth) {
        var weighed = new ArrayList<Weighed>();
        for (EntityRef investor : investors) {
            var portfolio = Objects.requireNonNull(portfolios.get(investor), investor::toString);
            var elsewhere = portfolio.exits().stream()
                    .filter(exit -> !exit.account().equals(account))
                    .toList();
            weighed.add(new Weighed(
                    new InvestorRecord(
                            investor,
                            elsewhere.size(),
                            portfolio.accounts(),
                            elsewhere.stream().findFirst()),
                    worth.of(elsewhere, portfolio.accounts())));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::worth)
                .reversed()
                .thenComparing(each -> each.investor().investor()));
        return weighed;
    }

    /** The share of accounts that had an exit after somebody invested there, each counted once for each of its investors; 0 where there are none. */
    double meanRate() {
        return meanRate;
    }
}
