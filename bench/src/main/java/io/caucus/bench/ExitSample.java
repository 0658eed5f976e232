package io.caucus.bench;

import io.caucus.bench.Startups.Company;
import java.time.LocalDate;
import java.util.List;

/**
 * Companies at a date: those with a round, and not acquired, before it.
 *
 * @param flat what their own rows say
 * @param graph what the graph of investors says
 * @param acquired whether each is acquired within two years from the date, the day itself included
 */
record ExitSample(LocalDate at, Columns flat, Columns graph, List<Boolean> acquired) {

    private static final int YEARS_AHEAD = 2;

    /** Columns come from what had happened before the date, and from nothing else; only labels look ahead. */
    static ExitSample at(LocalDate date, Startups all) {
        var seen = all.before(date);
        var companies = seen.companies().stream()
                .filter(company -> !seen.isAcquired(company))
                .toList();
        return new ExitSample(
                date,
                FlatColumns.of(companies, date),
                InvestorColumns.of(seen, date, companies),
                labels(companies, all.before(date.plusYears(YEARS_AHEAD))));
    }

    private static List<Boolean> labels(List<Company> companies, Startups later) {
        return companies.stream().map(later::isAcquired).toList();
    }

    int size() {
        return acquired.size();
    }

    double share() {
        return (double) acquired.stream().filter(label -> label).count() / size();
    }
}
