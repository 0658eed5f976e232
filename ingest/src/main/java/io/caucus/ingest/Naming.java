package io.caucus.ingest;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a row calls a thing, and since when. The row says so as of its last change; for the time since the thing came to be it is
 * assumed, unless an earlier row said otherwise. So a later export under another name renames the thing as of that change, and in
 * whichever order both are imported, the old name is there before it.
 */
final class Naming {

    private final FactTime created;
    private final Optional<FactTime> changed;

    /** @param changed when the row was changed last, if it says so; no matter unless it is later than {@code created} */
    Naming(FactTime created, Optional<FactTime> changed) {
        this.created = created;
        this.changed = changed.filter(last -> last.occurredAt().isAfter(created.occurredAt()));
    }

    private Optional<Instant> stated() {
        return changed.map(FactTime::occurredAt);
    }

    /** @param saysDomain whether the row has a place for it, so that none there means that it was taken away */
    List<Fact> account(AccountId id, String name, Optional<String> domain, boolean saysDomain) {
        var assumed = new Account(id, name, domain, created, stated());
        return with(
                assumed,
                changed.map(last -> saysDomain
                        ? new Account(id, name, domain, last)
                        : new FieldChange(id.ref(), ChangeField.NAME, name, last)));
    }

    /** @param saysEmail whether the row has a place for it, so that none there means that it was taken away */
    List<Fact> person(PersonId id, String name, Optional<String> email, boolean saysEmail) {
        var assumed = new Person(id, name, email, created, stated());
        return with(
                assumed,
                changed.map(last -> saysEmail
                        ? new Person(id, name, email, last)
                        : new FieldChange(id.ref(), ChangeField.NAME, name, last)));
    }

    List<Fact> opportunity(OpportunityId id, AccountId account, String name, Optional<String> pipeline) {
        var assumed = new Opportunity(id, account, name, pipeline, created, stated());
        return with(assumed, changed.map(last -> new Opportunity(id, account, name, pipeline, last)));
    }

    private static List<Fact> with(Fact assumed, Optional<? extends Fact> said) {
        return said.<List<Fact>>map(fact -> List.of(assumed, fact)).orElseGet(() -> List.of(assumed));
    }
}
