package io.caucus.bench;

import io.caucus.bench.Startups.Company;
import io.caucus.bench.Startups.Round;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a company's own row and rounds say: where, what, how old, how much, how often, how long ago. */
final class FlatColumns {

    private static final double DAYS_A_YEAR = 365.25;

    private FlatColumns() {}

    /** @param companies as of {@code at}, each with a round at least */
    static Columns of(List<Company> companies, LocalDate at) {
        var columns = new Columns();
        columns.add("raised", companies, company -> Math.log1p(raised(company)));
        columns.add("raised, not said", companies, company -> raised(company) == 0 ? 1 : 0);
        columns.add(
                "raised last",
                companies,
                company -> Math.log1p(company.rounds().getLast().raised()));
        columns.add("rounds", companies, company -> Math.log(company.rounds().size()));
        columns.add(
                "since the first round",
                companies,
                company -> Math.log1p(years(company.rounds().getFirst().at(), at)));
        columns.add(
                "since the last round",
                companies,
                company -> Math.log1p(years(company.rounds().getLast().at(), at)));
        double typical = companies.stream()
                .map(company -> age(company, at))
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(0);
        columns.add("age", companies, company -> age(company, at).orElse(typical));
        columns.add("age, not said", companies, company -> company.founded().isEmpty() ? 1 : 0);
        columns.addChoices(
                "last round", companies, company -> company.rounds().getLast().kind());
        columns.addChoices("category", companies, Company::category);
        columns.addChoices("state", companies, Company::state);
        columns.add("SF Bay", companies, company -> company.region().equals("SF Bay") ? 1 : 0);
        return columns;
    }

    static double years(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / DAYS_A_YEAR;
    }

    private static double raised(Company company) {
        return company.rounds().stream().mapToDouble(Round::raised).sum();
    }

    private static OptionalDouble age(Company company, LocalDate at) {
        Optional<Double> age = company.founded().map(founded -> Math.log1p(years(founded, at)));
        return age.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
