package io.caucus.cypher;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.neo4j.driver.Values;

/** Finds entities by what sources call them, whatever the time. */
final class Neo4jEntityDirectory implements EntityDirectory {

    private static final NamedStatement PEOPLE_BY_EMAIL = NamedStatement.load("directory/people-by-email");
    private static final NamedStatement ACCOUNTS_BY_DOMAIN = NamedStatement.load("directory/accounts-by-domain");
    private static final NamedStatement ACCOUNTS_BY_NAME = NamedStatement.load("directory/accounts-by-name");
    private static final NamedStatement EXISTING = NamedStatement.load("directory/existing");
    private static final NamedStatement EMPLOYERS = NamedStatement.load("directory/employers");

    private final Transactions transactions;

    Neo4jEntityDirectory(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
        return find(PEOPLE_BY_EMAIL, "given.emails", "email", emails, PersonId::new);
    }

    @Override
    public Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
        return find(ACCOUNTS_BY_DOMAIN, "given.domains", "domain", domains, AccountId::new);
    }

    @Override
    public Map<String, List<AccountId>> accountsByName(Collection<String> names) {
        return find(ACCOUNTS_BY_NAME, "given.names", "name", names, AccountId::new);
    }

    @Override
    public Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
        var keys =
                List.copyOf(new TreeSet<>(people)).stream().map(PersonId::value).toList();
        var employers = new TreeMap<PersonId, AccountId>();
        for (var row : transactions.read(Transactions.IN_BULK, EMPLOYERS, Map.of("given.personIds", keys))) {
            employers.put(
                    new PersonId(row.get("personId").asString()),
                    new AccountId(row.get("accountId").asString()));
        }
        return employers;
    }

    @Override
    public Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
        var existing = new TreeSet<EntityRef>();
        var asked = Map.<String, Object>of(
                "given.accountIds", keysOf(NodeLabel.ACCOUNT, keys),
                "given.personIds", keysOf(NodeLabel.PERSON, keys),
                "given.opportunityIds", keysOf(NodeLabel.OPPORTUNITY, keys));
        for (var row : transactions.read(Transactions.IN_BULK, EXISTING, asked)) {
            var label = NodeLabel.findInCypher(row.get("label").asString()).orElseThrow();
            existing.add(new EntityRef(label, row.get("key").asString()));
        }
        return existing;
    }

    private static List<String> keysOf(NodeLabel label, Collection<? extends EntityKey> keys) {
        return keys.stream()
                .filter(key -> key.label() == label)
                .map(EntityKey::value)
                .distinct()
                .sorted()
                .toList();
    }

    private <K extends Comparable<K>> Map<String, List<K>> find(
            NamedStatement statement,
            String parameter,
            String column,
            Collection<String> names,
            Function<String, K> key) {
        var found = new TreeMap<String, List<K>>();
        var distinct = List.copyOf(new TreeSet<>(names));
        for (var row : transactions.read(Transactions.IN_BULK, statement, Map.of(parameter, distinct))) {
            var keys = row.get("keys").asList(Values.ofString());
            found.put(
                    row.get(column).asString(), keys.stream().map(key).sorted().toList());
        }
        return found;
    }
}
