package io.caucus.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds whatever is asked for, one thing for each name. */
final class TrustingDirectory implements EntityDirectory {

    @Override
    public Map<String, List<PersonId>> peopleByEmail(Collection<String> emails) {
        return each(emails, email -> List.of(new PersonId(key(email))));
    }

    @Override
    public Map<String, List<AccountId>> accountsByDomain(Collection<String> domains) {
        return each(domains, domain -> List.of(new AccountId(key(domain))));
    }

    @Override
    public Map<String, List<AccountId>> accountsByName(Collection<String> names) {
        return each(names, name -> List.of(new AccountId(key(name))));
    }

    @Override
    public Map<PersonId, AccountId> employersOf(Collection<PersonId> people) {
        return each(people, person -> new AccountId(key(person.value())));
    }

    private static String key(String name) {
        return "trusted:" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static <K, V> Map<K, V> each(Collection<K> keys, Function<K, V> value) {
        return keys.stream().distinct().collect(Collectors.toMap(Function.identity(), value));
    }

    @Override
    public Set<EntityRef> existing(Collection<? extends EntityKey> keys) {
        return keys.stream().map(EntityKey::ref).collect(Collectors.toSet());
    }
}
