package io.caucus.cypher;

import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Grounds;
import io.caucus.graphmodel.identity.IdentifyingRecord;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.MemberRecord.LeadSource;
import io.caucus.graphmodel.identity.MemberRecord.Ownership;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Merges are relationships between the records they join. */
final class Neo4jIdentityStore implements IdentityStore {

    private static final NamedStatement FIND = NamedStatement.load("identity/find");
    private static final NamedStatement ACCOUNTS = NamedStatement.load("identity/accounts");
    private static final NamedStatement PEOPLE = NamedStatement.load("identity/people");
    private static final NamedStatement RECORDS = NamedStatement.load("identity/records");
    private static final NamedStatement STANDING = NamedStatement.load("identity/standing");
    private static final NamedStatement AROUND = NamedStatement.load("identity/around");
    private static final NamedStatement DECIDED_UNDER = NamedStatement.load("identity/decided-under");
    private static final NamedStatement MERGE_ACCOUNTS = NamedStatement.load("identity/merge-accounts");
    private static final NamedStatement MERGE_PEOPLE = NamedStatement.load("identity/merge-people");
    private static final NamedStatement ACCOUNT_MEMBERS = NamedStatement.load("identity/account-members");
    private static final NamedStatement PERSON_MEMBERS = NamedStatement.load("identity/person-members");

    private static final int PAGE = 2000;

    private final Transactions transactions;

    Neo4jIdentityStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Asks about nobody. */
    void prepare() {
        var nobody = Map.<String, Object>of("given.keys", List.of(), "asOf", Clocks.inCypher(Instant.EPOCH));
        transactions.read(Transactions.IN_BULK, ACCOUNT_MEMBERS, nobody);
        transactions.read(Transactions.IN_BULK, PERSON_MEMBERS, nobody);
        transactions.read(Transactions.IN_BULK, AROUND, Map.of("accountId", "", "personId", ""));
        transactions.read(Transactions.IN_BULK, DECIDED_UNDER, Map.of("key", ""));
    }

    @Override
    public SortedSet<EntityRef> find(String key) {
        var found = new TreeSet<EntityRef>();
        read(FIND, Map.of("key", key)).forEach(row -> found.add(record(row)));
        return found;
    }

    @Override
    public void forEachRecord(Consumer<IdentifyingRecord> consumer) {
        for (NamedStatement statement : List.of(ACCOUNTS, PEOPLE)) {
            var page = page(statement, "");
            while (!page.isEmpty()) {
                page.forEach(row -> consumer.accept(identifying(row)));
                page = page(statement, page.getLast().get("key").asString());
            }
        }
    }

    private List<Record> page(NamedStatement statement, String after) {
        return transactions.read(Transactions.IN_BULK, statement, Map.of("after", after, "limit", PAGE));
    }

    @Override
    public List<IdentifyingRecord> records(Collection<EntityRef> records) {
        var asked = Map.<String, Object>of(
                "given.accountIds",
                keys(NodeLabel.ACCOUNT, records),
                "given.personIds",
                keys(NodeLabel.PERSON, records));
        return read(RECORDS, asked).stream()
                .map(Neo4jIdentityStore::identifying)
                .sorted(Comparator.comparing(IdentifyingRecord::record))
                .toList();
    }

    @Override
    public List<Merge> standing(AsOf asOf) {
        return transactions
                .read(Transactions.IN_BULK, STANDING, Map.of("asOf", Clocks.inCypher(asOf.instant())))
                .stream()
                .map(Neo4jIdentityStore::merge)
                .toList();
    }

    @Override
    public List<Merge> around(EntityRef record) {
        var key = Map.<String, Object>of(
                "accountId", record.label() == NodeLabel.ACCOUNT ? record.key() : "",
                "personId", record.label() == NodeLabel.PERSON ? record.key() : "");
        return read(AROUND, key).stream().map(Neo4jIdentityStore::merge).toList();
    }

    @Override
    public Optional<Merge> decidedUnder(String idempotencyKey) {
        return read(DECIDED_UNDER, Map.of("key", idempotencyKey)).stream()
                .map(Neo4jIdentityStore::merge)
                .findFirst();
    }

    @Override
    public void keep(Merge merge) {
        var statement = merge.one().label() == NodeLabel.ACCOUNT ? MERGE_ACCOUNTS : MERGE_PEOPLE;
        transactions.write(
                Transactions.WHILE_ONE_WAITS,
                statements -> statements.run(
                        statement,
                        Map.of("one", merge.one().key(), "other", merge.other().key(), "merge", properties(merge))));
    }

    @Override
    public SortedMap<EntityRef, List<MemberRecord>> members(Collection<EntityRef> entities, AsOf asOf) {
        var members = new TreeMap<EntityRef, List<MemberRecord>>();
        addMembers(NodeLabel.ACCOUNT, ACCOUNT_MEMBERS, entities, asOf, members);
        addMembers(NodeLabel.PERSON, PERSON_MEMBERS, entities, asOf, members);
        return members;
    }

    private void addMembers(
            NodeLabel label,
            NamedStatement statement,
            Collection<EntityRef> entities,
            AsOf asOf,
            Map<EntityRef, List<MemberRecord>> members) {
        var keys = keys(label, entities);
        if (keys.isEmpty()) {
            return;
        }
        for (var row : read(statement, Map.of("given.keys", keys, "asOf", Clocks.inCypher(asOf.instant())))) {
            members.computeIfAbsent(new EntityRef(label, row.get("asked").asString()), first -> new ArrayList<>())
                    .add(member(label, row));
        }
    }

    private List<Record> read(NamedStatement statement, Map<String, Object> parameters) {
        return transactions.read(Transactions.WHILE_ONE_WAITS, statement, parameters);
    }

    private static List<String> keys(NodeLabel label, Collection<EntityRef> records) {
        return records.stream()
                .filter(record -> record.label() == label)
                .map(EntityRef::key)
                .distinct()
                .sorted()
                .toList();
    }

    private static EntityRef record(Record row) {
        return EvidenceKeys.reference(
                row.get("label").asString(), row.get("key").asString());
    }

    private static IdentifyingRecord identifying(Record row) {
        var record = record(row);
        var name = row.get("name").asString("");
        var address = Optional.of(row.get("address").asString("")).filter(text -> !text.isEmpty());
        var identifying = record.label() == NodeLabel.ACCOUNT
                ? IdentifyingRecord.ofAccount(record, name, address)
                : IdentifyingRecord.ofPerson(
                        record, name, address, row.get("employers").asList(Values.ofString()));
        return identifying.withForeignIds(row.get("foreignIds").asList(Values.ofString()));
    }

    private static MemberRecord member(NodeLabel label, Record row) {
        var ownership = row.get("ownership");
        return new MemberRecord(
                new EntityRef(label, row.get("key").asString()),
                row.get("name").asString(),
                sources(row.get("sources")),
                row.get("leadSources").asList(Neo4jIdentityStore::leadSource),
                ownership.isNull()
                        ? Optional.empty()
                        : Optional.of(new Ownership(
                                new UserId(ownership.get("owner").asString()),
                                ownership.get("name").asString(),
                                Clocks.instant(ownership.get("since")))));
    }

    /** A source record that tells of several instants, since when it has been known at the earliest. */
    private static List<Provenance> sources(Value tellings) {
        var earliest = new LinkedHashMap<String, Provenance>();
        tellings.asList(LineageRows::provenance).stream()
                .sorted(Comparator.comparing(Provenance::knownAt).thenComparing(Provenance::recordId))
                .forEach(source -> earliest.putIfAbsent(source.key(), source));
        return List.copyOf(earliest.values());
    }

    private static LeadSource leadSource(Value told) {
        return new LeadSource(told.get("name").asString(), Clocks.instant(told.get("since")));
    }

    private static Map<String, Object> properties(Merge merge) {
        var decided = merge.decided();
        var at = Clocks.inCypher(decided.at());
        var properties = new HashMap<String, Object>(Map.of(
                "key", decided.idempotencyKey(),
                "rule", merge.grounds().rule(),
                "evidence", merge.grounds().evidence(),
                "confidence", merge.grounds().confidence(),
                "decidedBy", decided.by(),
                "reason", decided.reason(),
                "occurredAt", at,
                "knownAt", at));
        merge.undone()
                .ifPresent(undone -> properties.putAll(Map.of(
                        "endedAt", Clocks.inCypher(undone.at()),
                        "endKnownAt", Clocks.inCypher(undone.at()),
                        "endKey", undone.idempotencyKey(),
                        "endDecidedBy", undone.by(),
                        "endReason", undone.reason())));
        return properties;
    }

    private static Merge merge(Record row) {
        var label = row.get("label").asString();
        var merge = row.get("merge");
        return new Merge(
                EvidenceKeys.reference(label, row.get("one").asString()),
                EvidenceKeys.reference(label, row.get("other").asString()),
                new Grounds(
                        merge.get("rule").asString(),
                        merge.get("evidence").asString(),
                        merge.get("confidence").asDouble()),
                decision(merge, "occurredAt", "decidedBy", "reason", "key"),
                merge.get("endedAt").isNull()
                        ? Optional.empty()
                        : Optional.of(decision(merge, "endedAt", "endDecidedBy", "endReason", "endKey")));
    }

    private static Decision decision(Value merge, String at, String by, String reason, String key) {
        return new Decision(
                Clocks.instant(merge.get(at)),
                merge.get(by).asString(),
                merge.get(reason).asString(),
                merge.get(key).asString());
    }
}
