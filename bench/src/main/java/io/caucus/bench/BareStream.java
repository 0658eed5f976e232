package io.caucus.bench;

import io.caucus.cypher.NamedStatement;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.time.AsOf;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** The limit for passes over all accounts: the rows that their histories are made of, asked for page by page and thrown away. */
final class BareStream {

    private static final NamedStatement PAGE = NamedStatement.load("history/account-page");

    private static final List<NamedStatement> PARTS = List.of(
            NamedStatement.load("history/of-accounts"),
            NamedStatement.load("history/opportunities-of-accounts"),
            NamedStatement.load("history/events-of-accounts"),
            NamedStatement.load("history/links-of-accounts"),
            NamedStatement.load("history/surroundings-of-accounts"),
            NamedStatement.load("history/companions-of-accounts"));

    /** As many as Caucus reads at once. */
    private static final int ACCOUNTS = 200;

    private final Driver driver;

    BareStream(Driver driver) {
        this.driver = driver;
    }

    /** How many rows there were. */
    long read(AsOf asOf) {
        long rows = 0;
        try (var session = driver.session()) {
            var accounts = after("", asOf, session);
            while (!accounts.isEmpty()) {
                rows += rows(accounts, asOf, session);
                accounts = after(accounts.getLast(), asOf, session);
            }
        }
        return rows;
    }

    private static List<String> after(String account, AsOf asOf, Session session) {
        var parameters = parameters(PAGE, Map.of("after", account, "limit", ACCOUNTS), asOf);
        return session.executeRead(transaction -> transaction
                .run(PAGE.text(), parameters)
                .list(row -> row.get("accountId").asString()));
    }

    private static long rows(List<String> accounts, AsOf asOf, Session session) {
        Map<String, Object> asked =
                Map.of("given", Map.of("accountIds", accounts), "mostAccounts", Surroundings.MOST_ACCOUNTS_OF_ONE);
        return session.executeRead(transaction -> PARTS.stream()
                .mapToLong(part -> transaction.run(part.text(), parameters(part, asked, asOf)).stream()
                        .count())
                .sum());
    }

    /** Those that the statement reads: others would be part of what its plan is kept by. */
    private static Map<String, Object> parameters(NamedStatement statement, Map<String, Object> given, AsOf asOf) {
        var parameters = new HashMap<>(given);
        parameters
                .keySet()
                .removeIf(
                        name -> !name.equals("given") && !statement.parameters().containsKey(name));
        parameters.put("asOf", asOf.instant().atZone(ZoneOffset.UTC));
        return parameters;
    }
}
