package io.caucus.bench;

import io.caucus.bench.Startups.Company;
import io.caucus.bench.Startups.Investment;
import io.caucus.features.graph.Comembership;
import io.caucus.features.graph.Csr;
import io.caucus.features.graph.Degree;
import io.caucus.features.graph.EigenvectorCentrality;
import io.caucus.features.graph.PageRank;
import io.caucus.features.graph.RandomWalk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What the graph of companies and investors says of a company, as the network features define it. */
final class InvestorColumns {

    static final List<String> EXITS = List.of("investors", "exits", "exits, decayed", "exits, most", "exit rates");
    static final List<String> CENTRALITY = List.of("degree", "eigenvector", "degree, 3 years", "eigenvector, 3 years");
    static final List<String> WALK = List.of("walk from exits", "walk from exits ÷ degree");

    private static final double HALF_LIFE_YEARS = 2;
    private static final double RATE_PRIOR = 5;
    private static final int RECENT_YEARS = 3;
    private static final double TOLERANCE = 1e-9;
    private static final int ITERATIONS = 2_000;

    private final Startups seen;
    private final LocalDate at;
    private final NavigableMap<String, NavigableSet<String>> portfolios = new TreeMap<>();
    private final NavigableMap<String, NavigableSet<String>> investors = new TreeMap<>();

    private InvestorColumns(Startups seen, LocalDate at) {
        this.seen = seen;
        this.at = at;
        for (Investment investment : seen.investments()) {
            portfolios
                    .computeIfAbsent(investment.investor(), name -> new TreeSet<>())
                    .add(investment.company());
            investors
                    .computeIfAbsent(investment.company(), name -> new TreeSet<>())
                    .add(investment.investor());
        }
    }

    /**
     * @param seen what had happened before {@code at}
     * @param companies of which no one is acquired, so that no label of their own is among what they are compared with
     */
    static Columns of(Startups seen, LocalDate at, List<Company> companies) {
        var graph = new InvestorColumns(seen, at);
        var columns = new Columns();
        columns.add(
                "investors",
                companies,
                company -> Math.log1p(graph.investors(company).size()));
        graph.addExits(columns, companies);
        graph.addCentrality(columns, companies, "", seen.investments());
        graph.addCentrality(
                columns,
                companies,
                ", 3 years",
                seen.investments().stream()
                        .filter(investment -> !investment.at().isBefore(at.minusYears(RECENT_YEARS)))
                        .toList());
        graph.addWalk(columns, companies);
        return columns;
    }

    private NavigableSet<String> investors(Company company) {
        return investors.getOrDefault(company.name(), new TreeSet<>());
    }

    private void addSum(Columns columns, String name, List<Company> companies, ToDoubleFunction<String> ofInvestor) {
        columns.add(
                name,
                companies,
                company -> Math.log1p(
                        investors(company).stream().mapToDouble(ofInvestor).sum()));
    }

    private void addExits(Columns columns, List<Company> companies) {
        double all = portfolios.values().stream().mapToInt(NavigableSet::size).sum();
        double mean = portfolios.keySet().stream().mapToDouble(this::exits).sum() / Math.max(1, all);
        addSum(columns, "exits", companies, this::exits);
        addSum(columns, "exits, decayed", companies, this::decayedExits);
        addSum(
                columns,
                "exit rates",
                companies,
                investor -> (exits(investor) + RATE_PRIOR * mean)
                        / (portfolio(investor).size() + RATE_PRIOR));
        columns.add(
                "exits, most",
                companies,
                company -> Math.log1p(investors(company).stream()
                        .mapToDouble(this::exits)
                        .max()
                        .orElse(0)));
    }

    private NavigableSet<String> portfolio(String investor) {
        return portfolios.getOrDefault(investor, new TreeSet<>());
    }

    private double exits(String investor) {
        return portfolio(investor).stream()
                .filter(seen.acquiredByName()::containsKey)
                .count();
    }

    private double decayedExits(String investor) {
        return portfolio(investor).stream()
                .map(seen.acquiredByName()::get)
                .filter(date -> date != null)
                .mapToDouble(date -> Math.pow(0.5, FlatColumns.years(date, at) / HALF_LIFE_YEARS))
                .sum();
    }

    /** Of investors who put money into the same companies, an edge for each such company. */
    private void addCentrality(Columns columns, List<Company> companies, String suffix, List<Investment> investments) {
        var number = new Names(portfolios.navigableKeySet());
        var company = new Names(investors.navigableKeySet());
        var graph = Comembership.of(
                number.size(),
                investments.stream()
                        .mapToInt(investment -> number.of(investment.investor()))
                        .toArray(),
                investments.stream()
                        .mapToInt(investment -> company.of(investment.company()))
                        .toArray(),
                Integer.MAX_VALUE);
        var degrees = Degree.of(graph);
        var eigenvector = EigenvectorCentrality.of(graph, TOLERANCE, ITERATIONS);
        double typical = Math.sqrt(number.size());
        addSum(columns, "degree" + suffix, companies, investor -> degrees[number.of(investor)]);
        addSum(columns, "eigenvector" + suffix, companies, investor -> typical * eigenvector.of(number.of(investor)));
    }

    /** PageRank on companies and investors, begun at those acquired. */
    private void addWalk(Columns columns, List<Company> companies) {
        var company = new Names(investors.navigableKeySet());
        var investor = new Names(portfolios.navigableKeySet());
        var links = new Pairs();
        investors.forEach((name, group) ->
                group.forEach(each -> links.add(company.of(name), company.size() + investor.of(each))));
        var graph = links.graph(company.size() + investor.size());
        var seeds = new double[graph.size()];
        investors.keySet().stream()
                .filter(seen.acquiredByName()::containsKey)
                .forEach(name -> seeds[company.of(name)] = 1);
        var rank = PageRank.personalised(graph, seeds, RandomWalk.STANDARD);
        columns.add("walk from exits", companies, each -> walk(rank, graph, company.of(each.name()), 1));
        columns.add(
                "walk from exits ÷ degree",
                companies,
                each -> walk(
                        rank,
                        graph,
                        company.of(each.name()),
                        Math.max(1, investors(each).size())));
    }

    private static double walk(PageRank rank, Csr graph, int vertex, int degree) {
        return vertex < 0 ? 0 : Math.log1p(graph.size() * rank.of(vertex) / degree);
    }

    /** Numbers for names, in their order. */
    private record Names(List<String> sorted) {

        Names(NavigableSet<String> names) {
            this(List.copyOf(names));
        }

        int size() {
            return sorted.size();
        }

        /** Negative for a name that is not there. */
        int of(String name) {
            return Collections.binarySearch(sorted, name);
        }
    }

    /** Edges, as they are found. */
    private static final class Pairs {

        private final List<Integer> ones = new ArrayList<>();
        private final List<Integer> others = new ArrayList<>();

        void add(int one, int other) {
            ones.add(one);
            others.add(other);
        }

        Csr graph(int size) {
            return Csr.undirected(size, ints(ones), ints(others));
        }

        private static int[] ints(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
