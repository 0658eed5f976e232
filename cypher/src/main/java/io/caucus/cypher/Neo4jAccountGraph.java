package io.caucus.cypher;

import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.neo4j.driver.Record;

/** Histories in as many round trips as they have parts, however many accounts; passes over all accounts a page at a time. */
final class Neo4jAccountGraph implements AccountGraph {

    private static final List<NamedStatement> PARTS = List.of(
            NamedStatement.load("history/of-accounts"),
            NamedStatement.load("history/opportunities-of-accounts"),
            NamedStatement.load("history/events-of-accounts"),
            NamedStatement.load("history/links-of-accounts"));

    private static final NamedStatement SURROUNDINGS = NamedStatement.load("history/surroundings-of-accounts");
    private static final NamedStatement COMPANIONS = NamedStatement.load("history/companions-of-accounts");
    private static final NamedStatement ACCOUNT_PAGE = NamedStatement.load("history/account-page");
    private static final NamedStatement NAMES = NamedStatement.load("history/names");
    private static final NamedStatement PEERS = NamedStatement.load("history/peers");
    private static final NamedStatement ACCOUNT_RECORDS = NamedStatement.load("market/account-records");
    private static final NamedStatement MARKET_OF_RECORDS = NamedStatement.load("market/of-records");

    /** Accounts whose histories are in memory at once: some megabytes at a hundred engagements each. */
    private static final int PAGE = 200;

    /** Records of accounts whose part in the whole graph is read at once: some ten thousand short rows. */
    private static final int MARKET_PAGE = 2000;

    private final Transactions transactions;

    Neo4jAccountGraph(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Asks for the histories of nobody, and for what they add to the graph of all accounts. */
    void prepare() {
        var beginning = new AsOf(Instant.EPOCH);
        histories(Transactions.IN_BULK, List.of(), beginning);
        marketRows(List.of(), beginning);
    }

    @Override
    public AccountHistory history(AccountId account, AsOf asOf) {
        var history = histories(List.of(account), asOf).get(account);
        if (history == null) {
            throw new UnknownAccount(account, asOf);
        }
        return history;
    }

    @Override
    public SortedMap<AccountId, AccountHistory> histories(Collection<AccountId> accounts, AsOf asOf) {
        return histories(Transactions.WHILE_ONE_WAITS, accounts, asOf);
    }

    @Override
    public void forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<AccountHistory>> consumer) {
        try (var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = after.map(AccountId::value).orElse("");
            var page = page(begin, asOf);
            while (!page.accounts().isEmpty()) {
                var last = page.accounts().getLast().value();
                var next = CompletableFuture.supplyAsync(() -> page(last, asOf), reader);
                consumer.accept(page.histories());
                page = joined(next);
            }
        }
    }

    /** @param accounts those that were asked for, histories being fewer where several records are one account */
    private record Page(List<AccountId> accounts, List<AccountHistory> histories) {}

    private Page page(String after, AsOf asOf) {
        var accounts = accountsAfter(after, asOf);
        return new Page(
                accounts,
                List.copyOf(histories(Transactions.IN_BULK, accounts, asOf).values()));
    }

    private static Page joined(CompletableFuture<Page> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public Peers peers(AsOf asOf, Duration use) {
        var peers = new PeersOfRows(asOf);
        var parameters = Map.of(
                "asOf",
                Clocks.inCypher(asOf.instant()),
                "useSince",
                Clocks.inCypher(asOf.last(use).after()));
        transactions.read(Transactions.IN_BULK, PEERS, parameters).forEach(peers::add);
        return peers.peers();
    }

    @Override
    public SortedMap<EntityRef, String> names(Collection<EntityRef> entities, AsOf asOf) {
        var names = new TreeMap<EntityRef, String>();
        if (!entities.isEmpty()) {
            transactions
                    .read(
                            Transactions.WHILE_ONE_WAITS,
                            NAMES,
                            Map.of("keys", EvidenceKeys.ofEachLabel(entities), "asOf", Clocks.inCypher(asOf.instant())))
                    .forEach(row -> names.put(
                            EvidenceKeys.reference(
                                    row.get("label").asString(), row.get("key").asString()),
                            row.get("name").asString()));
        }
        return names;
    }

    @Override
    public Market market(AsOf asOf) {
        var market = new MarketOfRows(asOf);
        var records = accountRecordsAfter("");
        while (!records.isEmpty()) {
            marketRows(records, asOf).forEach(market::add);
            records = records.size() < MARKET_PAGE ? List.of() : accountRecordsAfter(records.getLast());
        }
        return market.market();
    }

    private List<Record> marketRows(List<String> accountIds, AsOf asOf) {
        return transactions.read(
                Transactions.IN_BULK,
                MARKET_OF_RECORDS,
                Map.of("given.accountIds", accountIds, "asOf", Clocks.inCypher(asOf.instant())));
    }

    private List<String> accountRecordsAfter(String key) {
        return transactions
                .read(Transactions.IN_BULK, ACCOUNT_RECORDS, Map.of("after", key, "limit", MARKET_PAGE))
                .stream()
                .map(row -> row.get("accountId").asString())
                .toList();
    }

    private List<AccountId> accountsAfter(String key, AsOf asOf) {
        return transactions
                .read(
                        Transactions.IN_BULK,
                        ACCOUNT_PAGE,
                        Map.of("after", key, "asOf", Clocks.inCypher(asOf.instant()), "limit", PAGE))
                .stream()
                .map(HistoryFacts::account)
                .toList();
    }

    private SortedMap<AccountId, AccountHistory> histories(Duration limit, Collection<AccountId> accounts, AsOf asOf) {
        var keys = accounts.stream().distinct().sorted().map(AccountId::value).toList();
        var rows = transactions.read(limit, within -> rows(within, keys, asOf));
        var identities = HistoryFacts.identities(rows.told());
        var facts = new TreeMap<AccountId, List<Fact>>();
        for (var row : rows.told()) {
            HistoryFacts.fact(row)
                    .ifPresent(fact -> facts.computeIfAbsent(HistoryFacts.account(row), first -> new ArrayList<>())
                            .add(fact));
        }
        var around = new TreeMap<AccountId, SurroundingsOfRows>();
        for (var row : rows.around()) {
            around.computeIfAbsent(HistoryFacts.account(row), first -> new SurroundingsOfRows())
                    .add(row);
        }
        var histories = new TreeMap<AccountId, AccountHistory>();
        facts.forEach((account, told) -> histories.put(
                account,
                AccountHistory.of(account, asOf, identities.resolve(told))
                        .within(around.getOrDefault(account, new SurroundingsOfRows())
                                .surroundings(asOf))));
        return byRecord(accounts, histories, identities);
    }

    /**
     * What one transaction read.
     *
     * @param told of the accounts themselves
     * @param around at other accounts
     */
    private record Rows(List<Record> told, List<Record> around) {}

    private static Rows rows(Transactions.Statements within, List<String> accountIds, AsOf asOf) {
        var parameters =
                Map.<String, Object>of("given.accountIds", accountIds, "asOf", Clocks.inCypher(asOf.instant()));
        return new Rows(
                PARTS.stream()
                        .flatMap(part -> within.run(part, parameters).stream())
                        .toList(),
                Stream.concat(
                                within.run(SURROUNDINGS, parameters).stream(),
                                within.run(COMPANIONS, withMostAccounts(parameters)).stream())
                        .toList());
    }

    private static Map<String, Object> withMostAccounts(Map<String, Object> parameters) {
        var more = new TreeMap<>(parameters);
        more.put("mostAccounts", Surroundings.MOST_ACCOUNTS_OF_ONE);
        return more;
    }

    /** Asked for by the key of any of its records, an account has the history of them all. */
    private static SortedMap<AccountId, AccountHistory> byRecord(
            Collection<AccountId> asked, Map<AccountId, AccountHistory> histories, Identities identities) {
        var byRecord = new TreeMap<AccountId, AccountHistory>();
        for (AccountId record : asked) {
            var history = histories.get(
                    new AccountId(identities.canonical(record.ref()).key()));
            if (history != null) {
                byRecord.put(record, history);
            }
        }
        return byRecord;
    }
}
