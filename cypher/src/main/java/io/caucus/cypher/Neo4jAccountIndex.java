package io.caucus.cypher;

import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.directory.AccountIndex;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.directory.AccountQuery;
import io.caucus.graphmodel.directory.AccountQuery.Position;
import io.caucus.graphmodel.directory.Lineage;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Pages by position, not by number: a page starts after the last account seen, wherever that now stands. */
final class Neo4jAccountIndex implements AccountIndex {

    private static final NamedStatement BY_SCORE = NamedStatement.load("accounts/by-score");
    private static final NamedStatement BY_NAME = NamedStatement.load("accounts/by-name");
    private static final NamedStatement SEARCH = NamedStatement.load("accounts/search");
    private static final NamedStatement PROVENANCE = NamedStatement.load("accounts/provenance");
    private static final NamedStatement LINEAGE_OF_FACT = NamedStatement.load("lineage/of-fact");
    private static final NamedStatement LINEAGE_OF_RECORD = NamedStatement.load("lineage/of-record");
    private static final NamedStatement NEWEST_KNOWN = NamedStatement.load("accounts/newest-known");

    private static final int MOST_HITS = 50;

    /** Sorts after every probability, as the statement has it. */
    private static final double RANK_WITHOUT_SCORE = -1;

    private static final double RANK_BEFORE_ALL = 2;

    private final Transactions transactions;

    Neo4jAccountIndex(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public AccountPage page(AccountQuery query) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("asOf", Clocks.inCypher(query.asOf().instant()));
        parameters.put(
                "text",
                query.text().map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse(""));
        parameters.put("given.bands", query.bands().stream().sorted().toList());
        parameters.put("industry", query.industry().orElse(null));
        parameters.put("afterKey", query.after().map(Position::key).orElse(""));
        parameters.put("limit", query.limit() + 1);
        var answer = switch (query.order()) {
            case SCORE -> {
                parameters.put(
                        "afterRank", query.after().map(Neo4jAccountIndex::rank).orElse(RANK_BEFORE_ALL));
                yield run(BY_SCORE, parameters);
            }
            case NAME -> {
                parameters.put(
                        "afterName", query.after().flatMap(Position::sortValue).orElse(""));
                yield run(BY_NAME, parameters);
            }
        };
        return page(query, answer.getFirst());
    }

    private static double rank(Position after) {
        return after.sortValue().map(Double::parseDouble).orElse(RANK_WITHOUT_SCORE);
    }

    private AccountPage page(AccountQuery query, Record answer) {
        var rows = answer.get("page").asList(account -> row(query.order(), account));
        boolean hasMore = rows.size() > query.limit();
        return new AccountPage(
                hasMore ? rows.subList(0, query.limit()) : rows,
                answer.get("totalCount").asLong(),
                hasMore);
    }

    private static AccountPage.Row row(AccountQuery.Order order, Value account) {
        var id = new AccountId(account.get("accountId").asString());
        return new AccountPage.Row(
                id,
                account.get("name").asString(),
                optional(account.get("domain")),
                optional(account.get("industry")),
                assessment(id, account),
                new Position(sortValue(order, account.get("sortValue")), id.value()));
    }

    private static Optional<KeptAssessment> assessment(AccountId id, Value account) {
        return account.get("score").isNull()
                ? Optional.empty()
                : Optional.of(AssessmentRows.assessment(
                        id, account.get("score"), account.get("features"), account.get("evidence")));
    }

    private static Optional<String> sortValue(AccountQuery.Order order, Value value) {
        return switch (order) {
            case SCORE ->
                Optional.of(value.asDouble()).filter(rank -> rank >= 0).map(rank -> Double.toString(rank));
            case NAME -> Optional.of(value.asString());
        };
    }

    @Override
    public List<Hit> search(String text, AsOf asOf, int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException(
                    "a search for %d hits was asked for; it must be 1 to %d".formatted(limit, MOST_HITS));
        }
        return SearchQuery.of(text).map(query -> hits(query, asOf, limit)).orElse(List.of());
    }

    private List<Hit> hits(String query, AsOf asOf, int limit) {
        return run(SEARCH, Map.of("query", query, "asOf", Clocks.inCypher(asOf.instant()), "limit", limit)).stream()
                .map(row -> new Hit(
                        EvidenceKeys.reference(
                                row.get("label").asString(), row.get("key").asString()),
                        row.get("name").asString(),
                        optional(row.get("accountId")).map(AccountId::new),
                        row.get("relevance").asDouble()))
                .toList();
    }

    @Override
    public Map<EntityRef, List<Provenance>> provenance(Collection<EntityRef> facts) {
        var keys = EvidenceKeys.ofEachLabel(facts);
        var provenance = new TreeMap<EntityRef, List<Provenance>>();
        for (var row : run(PROVENANCE, Map.of("keys", keys))) {
            var fact = EvidenceKeys.reference(
                    row.get("label").asString(), row.get("key").asString());
            provenance.computeIfAbsent(fact, first -> new ArrayList<>()).add(LineageRows.provenance(row.get("source")));
        }
        return provenance;
    }

    @Override
    public Optional<Lineage> lineage(EntityRef node) {
        if (node.label() == NodeLabel.SOURCE_RECORD) {
            return lineage(node, LINEAGE_OF_RECORD, "key", node.key());
        }
        return node.label().layer() == NodeLabel.Layer.FACT
                ? lineage(node, LINEAGE_OF_FACT, "keys", EvidenceKeys.ofEachLabel(List.of(node)))
                : Optional.empty();
    }

    private Optional<Lineage> lineage(EntityRef node, NamedStatement statement, String parameter, Object value) {
        return run(statement, lineageParameters(parameter, value)).stream()
                .map(row -> LineageRows.lineage(node, row))
                .findFirst();
    }

    private static Map<String, @Nullable Object> lineageParameters(String parameter, Object value) {
        return Map.of(
                parameter,
                value,
                "names",
                EvidenceKeys.NAMES,
                "mostFacts",
                Lineage.MOST_FACTS,
                "mostCitations",
                Lineage.MOST_CITATIONS);
    }

    /** Asks where nothing comes from. */
    void prepare() {
        transactions.read(Transactions.IN_BULK, LINEAGE_OF_RECORD, lineageParameters("key", ""));
        transactions.read(
                Transactions.IN_BULK, LINEAGE_OF_FACT, lineageParameters("keys", EvidenceKeys.ofEachLabel(List.of())));
    }

    @Override
    public Optional<Instant> newestKnownAt() {
        return run(NEWEST_KNOWN, Map.of()).stream()
                .map(row -> Clocks.instant(row.get("knownAt")))
                .findFirst();
    }

    private List<Record> run(NamedStatement statement, Map<String, @Nullable Object> parameters) {
        return transactions.read(Transactions.WHILE_ONE_WAITS, statement, parameters);
    }

    private static Optional<String> optional(Value value) {
        return Optional.of(value.asString("")).filter(text -> !text.isEmpty());
    }
}
