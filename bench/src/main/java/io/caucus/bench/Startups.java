package io.caucus.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Crunchbase snapshot of October 2013: companies, their rounds, who invested in them and which were acquired.
 *
 * <p>What a company's row says of its funding and fate ({@code status}, {@code funding_total_usd}, {@code funding_rounds}, {@code last_funding_at},
 * {@code last_milestone_at}) is as of October 2013 and is not read. Category, state, region and founding are as of then, too, but
 * hardly change.
 *
 * @param acquired by a company's id
 * @param acquiredByName the same by its name, which is all that investments know, for companies without a row, too
 */
record Startups(
        List<Company> companies,
        List<Investment> investments,
        Map<String, LocalDate> acquired,
        Map<String, LocalDate> acquiredByName) {

    Startups {
        companies = List.copyOf(companies);
        investments = List.copyOf(investments);
        acquired = Map.copyOf(acquired);
        acquiredByName = Map.copyOf(acquiredByName);
    }

    /** @param rounds by their date */
    record Company(
            String id,
            String name,
            String category,
            String state,
            String region,
            Optional<LocalDate> founded,
            List<Round> rounds) {

        Company {
            rounds = rounds.stream().sorted(Comparator.comparing(Round::at)).toList();
        }

        private Company before(LocalDate cutoff) {
            return new Company(
                    id,
                    name,
                    category,
                    state,
                    region,
                    founded.filter(date -> date.isBefore(cutoff)),
                    rounds.stream().filter(round -> round.at().isBefore(cutoff)).toList());
        }
    }

    /** @param raised in US dollars, 0 where it is not said */
    record Round(LocalDate at, String kind, double raised) {}

    record Investment(String company, String investor, LocalDate at) {}

    static Startups read(TruthData data) {
        var rounds = new TreeMap<String, List<Round>>();
        for (var row : data.rows("rounds.csv")) {
            date(row, "funded_at")
                    .ifPresent(at -> rounds.computeIfAbsent(text(row, "company_permalink"), id -> new ArrayList<>())
                            .add(new Round(at, text(row, "funding_round_type"), number(row, "raised_amount_usd"))));
        }
        var acquired = new TreeMap<String, LocalDate>();
        var acquiredByName = new TreeMap<String, LocalDate>();
        for (var row : data.rows("acquisitions.csv")) {
            date(row, "acquired_at").ifPresent(at -> {
                acquired.merge(text(row, "company_permalink"), at, Startups::earlier);
                acquiredByName.merge(text(row, "company_name"), at, Startups::earlier);
            });
        }
        return new Startups(
                data.rows("companies.csv").stream()
                        .map(row -> company(row, rounds))
                        .toList(),
                data.rows("investments.csv").stream()
                        .flatMap(row -> investment(row).stream())
                        .toList(),
                acquired,
                acquiredByName);
    }

    /** What had happened before a date, as if nothing had been written since. */
    Startups before(LocalDate cutoff) {
        return new Startups(
                companies.stream()
                        .map(company -> company.before(cutoff))
                        .filter(company -> !company.rounds().isEmpty())
                        .toList(),
                investments.stream()
                        .filter(investment -> investment.at().isBefore(cutoff))
                        .toList(),
                before(acquired, cutoff),
                before(acquiredByName, cutoff));
    }

    boolean isAcquired(Company company) {
        return acquired.containsKey(company.id());
    }

    private static Map<String, LocalDate> before(Map<String, LocalDate> acquired, LocalDate cutoff) {
        var seen = new TreeMap<>(acquired);
        seen.values().removeIf(date -> !date.isBefore(cutoff));
        return seen;
    }

    private static Company company(Map<String, String> row, Map<String, List<Round>> rounds) {
        var id = text(row, "permalink");
        return new Company(
                id,
                text(row, "name"),
                text(row, "category_code"),
                text(row, "state_code"),
                text(row, "region"),
                date(row, "founded_at"),
                rounds.getOrDefault(id, List.of()));
    }

    private static Optional<Investment> investment(Map<String, String> row) {
        var company = text(row, "company_name");
        var investor = text(row, "investor_name");
        return date(row, "funded_when")
                .filter(at -> !company.isEmpty() && !investor.isEmpty())
                .map(at -> new Investment(company, investor, at));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static Optional<LocalDate> date(Map<String, String> row, String column) {
        return Optional.of(text(row, column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private static double number(Map<String, String> row, String column) {
        var text = text(row, column);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
