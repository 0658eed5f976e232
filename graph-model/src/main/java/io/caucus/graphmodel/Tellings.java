package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Accounts, people, opportunities and what else has a name, put together from what was told of them by an instant, whole or one attribute at a time.
 *
 * <p>Each attribute is as its newest visible telling says: the one known last, of those the one that speaks of the latest instant.
 * What is assumed since the thing came to be gives way to what was stated then, and of assumptions the one that was stated first holds.
 * A thing came to be, and became known, when the earliest of its visible tellings says so. One that was only told in parts has no
 * other parts: a person of whom nothing but an e-mail address was told has an empty name.
 */
final class Tellings {

    /** The newest last, as in {@link Retold}; of those told of one instant, what was stated earliest. */
    private static final Comparator<Telling> BY_AGE = Comparator.comparing(Telling::time, Retold.BY_NEWS)
            .thenComparing(telling -> telling.stated().orElse(Instant.MIN), Comparator.reverseOrder());

    /**
     * What one fact says about a thing; an attribute that it does not tell has no value here.
     *
     * @param stated when it was, if it is only assumed for the time it speaks of
     */
    private record Telling(
            FactTime time,
            Optional<Instant> stated,
            Map<ChangeField, String> values,
            Optional<Opportunity> opportunity) {}

    private final AsOf asOf;
    private final SortedMap<EntityRef, List<Telling>> things = new TreeMap<>();
    /** Of the account; all that is put together here is about one. */
    private final SortedSet<AccountId> records = new TreeSet<>();

    Tellings(AsOf asOf) {
        this.asOf = asOf;
    }

    void add(Account account) {
        if (asOf.sees(account.time())) {
            records.addAll(account.records());
        }
        add(
                account.id().ref(),
                account.time(),
                account.stated(),
                Map.of(
                        ChangeField.NAME,
                        account.name(),
                        ChangeField.DOMAIN,
                        account.domain().orElse("")));
    }

    void add(Person person) {
        add(
                person.id().ref(),
                person.time(),
                person.stated(),
                Map.of(
                        ChangeField.NAME,
                        person.name(),
                        ChangeField.EMAIL,
                        person.email().orElse("")));
    }

    void add(Opportunity opportunity) {
        add(
                opportunity.id().ref(),
                new Telling(
                        opportunity.time(),
                        opportunity.stated(),
                        Map.of(ChangeField.NAME, opportunity.name()),
                        Optional.of(opportunity)));
    }

    void add(Thing thing) {
        add(thing.entity(), thing.time(), Optional.empty(), Map.of(ChangeField.NAME, thing.name()));
    }

    /** @param change of an attribute that identifies the thing */
    void add(FieldChange change) {
        add(change.entity(), change.time(), Optional.empty(), Map.of(change.field(), change.value()));
    }

    private void add(EntityRef thing, FactTime time, Optional<Instant> stated, Map<ChangeField, String> values) {
        add(thing, new Telling(time, stated, values, Optional.empty()));
    }

    private void add(EntityRef thing, Telling telling) {
        if (asOf.sees(telling.time())) {
            things.computeIfAbsent(thing, first -> new ArrayList<>()).add(telling);
        }
    }

    /** Empty if nothing visible was told of it. */
    Optional<Account> account(AccountId id) {
        return Optional.ofNullable(things.get(id.ref()))
                .map(told -> new Account(
                        id,
                        newest(told, ChangeField.NAME).orElse(""),
                        newest(told, ChangeField.DOMAIN),
                        earliest(told),
                        Optional.empty(),
                        records.isEmpty() ? new TreeSet<>(Set.of(id)) : records));
    }

    List<Person> people() {
        return of(NodeLabel.PERSON)
                .map(thing -> new Person(
                        new PersonId(thing.getKey().key()),
                        newest(thing.getValue(), ChangeField.NAME).orElse(""),
                        newest(thing.getValue(), ChangeField.EMAIL),
                        earliest(thing.getValue())))
                .toList();
    }

    List<Thing> things() {
        return things.entrySet().stream()
                .filter(thing -> thing.getKey().label().isCatalogue())
                .map(thing -> new Thing(
                        thing.getKey(),
                        newest(thing.getValue(), ChangeField.NAME).orElse(""),
                        earliest(thing.getValue())))
                .toList();
    }

    /** Those whose account is known. */
    List<Opportunity> opportunities() {
        return of(NodeLabel.OPPORTUNITY)
                .flatMap(thing -> opportunity(thing.getValue()).stream())
                .toList();
    }

    private static Optional<Opportunity> opportunity(List<Telling> told) {
        return told.stream()
                .filter(telling -> telling.opportunity().isPresent())
                .max(BY_AGE)
                .flatMap(Telling::opportunity)
                .map(whole -> new Opportunity(
                        whole.id(),
                        whole.account(),
                        newest(told, ChangeField.NAME).orElse(""),
                        whole.pipeline(),
                        earliest(told)));
    }

    private Stream<Map.Entry<EntityRef, List<Telling>>> of(NodeLabel label) {
        return things.entrySet().stream().filter(thing -> thing.getKey().label() == label);
    }

    /** Empty as well if the newest telling takes the value away. */
    private static Optional<String> newest(List<Telling> told, ChangeField field) {
        return told.stream()
                .filter(telling -> telling.values().containsKey(field))
                .max(BY_AGE.thenComparing(telling -> telling.values().get(field)))
                .map(telling -> telling.values().get(field))
                .filter(value -> !value.isEmpty());
    }

    private static FactTime earliest(List<Telling> told) {
        return new FactTime(
                told.stream()
                        .map(telling -> telling.time().occurredAt())
                        .min(Comparator.<Instant>naturalOrder())
                        .orElseThrow(),
                told.stream()
                        .map(telling -> telling.time().knownAt())
                        .min(Comparator.<Instant>naturalOrder())
                        .orElseThrow());
    }
}
