package io.caucus.ingest;

import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The entities that the rows of one chunk refer to: first collected, then looked up together, then asked for by row.
 *
 * <p>An export means its own records: where several entities share a name, those of the same source go first. Of two in the same
 * source, or of two in others, none is chosen.
 */
public final class References {

    private final String ownKeys;
    private final boolean trusting;
    private final NavigableSet<String> emails = new TreeSet<>();
    private final NavigableSet<String> domains = new TreeSet<>();
    private final NavigableSet<String> names = new TreeSet<>();

    private final NavigableSet<PersonId> employees = new TreeSet<>();
    private final Map<EntityRef, EntityKey> keys = new TreeMap<>();

    private Map<String, List<PersonId>> people = Map.of();
    private Map<String, List<AccountId>> accountsByDomain = Map.of();
    private Map<String, List<AccountId>> accountsByName = Map.of();
    private Map<PersonId, AccountId> employers = Map.of();
    private Set<EntityRef> existing = Set.of();

    References(String source) {
        this(source, false);
    }

    private References(String source, boolean trusting) {
        ownKeys = source + ":";
        this.trusting = trusting;
    }

    /**
     * For events: they arrive in any order, the one that tells of an account perhaps after the one that refers to it. So what a
     * source calls by its id counts as there.
     */
    public static References ofEvents(String source) {
        return new References(source, true);
    }

    void email(Optional<String> email) {
        email.ifPresent(emails::add);
    }

    void domain(Optional<String> domain) {
        domain.ifPresent(domains::add);
    }

    void name(Optional<String> name) {
        name.ifPresent(names::add);
    }

    /** An entity that the source calls by its id. */
    void key(Optional<? extends EntityKey> key) {
        key.ifPresent(id -> keys.put(id.ref(), id));
    }

    /** A person that the source calls by its id, and whose employer matters. */
    public void employee(Optional<PersonId> person) {
        key(person);
        person.ifPresent(employees::add);
    }

    public void lookUp(EntityDirectory directory) {
        if (!emails.isEmpty()) {
            people = directory.peopleByEmail(emails);
            people.values().forEach(employees::addAll);
        }
        if (!employees.isEmpty()) {
            employers = directory.employersOf(employees);
        }
        if (!trusting && !keys.isEmpty()) {
            existing = directory.existing(keys.values());
        }
        if (!domains.isEmpty()) {
            accountsByDomain = directory.accountsByDomain(domains);
        }
        if (!names.isEmpty()) {
            accountsByName = directory.accountsByName(names);
        }
    }

    /** The contact whose address stands in a column. The address itself is personal data and stays out of the reason. */
    Optional<PersonId> findPerson(Row row, String column) {
        return row.findLowerCase(column).map(email -> person(email, column));
    }

    PersonId person(String email, String column) {
        return theOne(people.getOrDefault(email, List.of()), column, "contact has the e-mail address");
    }

    PersonId getPerson(Row row, String column) {
        row.get(column);
        return findPerson(row, column).orElseThrow();
    }

    Optional<AccountId> findAccountByDomain(Row row, String column) {
        return row.findLowerCase(column).map(domain -> accountOfDomain(domain, column));
    }

    AccountId accountOfDomain(String domain, String column) {
        return theOne(
                accountsByDomain.getOrDefault(domain, List.of()),
                column,
                "company has the domain '%s'".formatted(Row.shown(domain)));
    }

    AccountId getAccountByDomain(Row row, String column) {
        row.get(column);
        return findAccountByDomain(row, column).orElseThrow();
    }

    AccountId getAccountByName(Row row, String column) {
        return accountNamed(row.get(column), column);
    }

    AccountId accountNamed(String name, String column) {
        return theOne(
                accountsByName.getOrDefault(name, List.of()),
                column,
                "account has the name '%s'".formatted(Row.shown(name)));
    }

    /** The entity itself, which must have been told of. */
    <K extends EntityKey> K existing(K key, String column) {
        if (!trusting && !existing.contains(key.ref())) {
            throw new RejectedRow(
                    RejectCode.UNRESOLVED_REFERENCE,
                    column,
                    "column '%s' refers to '%s', which is not there".formatted(column, key));
        }
        return key;
    }

    /** The account an activity of a person belongs to. */
    public AccountId getEmployer(PersonId person, String column) {
        return findEmployer(person)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.NO_ACCOUNT,
                        column,
                        "the contact '%s' has no company, so the activity belongs to no account".formatted(person)));
    }

    public Optional<AccountId> findEmployer(PersonId person) {
        return Optional.ofNullable(employers.get(person));
    }

    /** Those whose employer was asked for. */
    public NavigableSet<PersonId> employees() {
        return Collections.unmodifiableNavigableSet(employees);
    }

    private <T extends EntityKey> T theOne(List<T> candidates, String column, String what) {
        var own = candidates.stream()
                .filter(candidate -> candidate.value().startsWith(ownKeys))
                .toList();
        var meant = own.isEmpty() ? candidates : own;
        if (meant.isEmpty()) {
            throw new RejectedRow(
                    RejectCode.UNRESOLVED_REFERENCE, column, "no %s in column '%s'".formatted(what, column));
        }
        if (meant.size() > 1) {
            throw new RejectedRow(
                    RejectCode.AMBIGUOUS_REFERENCE,
                    column,
                    "more than one %s in column '%s': %s".formatted(what, column, meant));
        }
        return meant.getFirst();
    }
}
