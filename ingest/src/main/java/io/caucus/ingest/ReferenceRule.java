package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mapping finds another record by. */
sealed interface ReferenceRule {

    ValueRule value();

    /** By the id the system gives it. */
    record ById(KeyRule key) implements ReferenceRule {

        @Override
        public ValueRule value() {
            return key.value();
        }
    }

    /** An account by its name, a user by what people call it. */
    record ByName(ValueRule value) implements ReferenceRule {}

    /** A person or a user by the address. */
    record ByEmail(ValueRule value) implements ReferenceRule {}

    /** An account by its domain. */
    record ByDomain(ValueRule value) implements ReferenceRule {}

    default List<String> columns() {
        return value().columns();
    }

    default void referToAccount(Row row, String source, References references) {
        value().find(row).ifPresent(said -> {
            switch (this) {
                case ById id -> references.key(Optional.of(accountId(id, row, source)));
                case ByName name -> references.name(Optional.of(said));
                case ByDomain domain -> references.domain(Optional.of(lower(said)));
                case ByEmail email -> throw notFor(email, "account");
            }
        });
    }

    default Optional<AccountId> findAccount(Row row, String source, References references) {
        var column = value().column();
        return value().find(row).map(said -> switch (this) {
            case ById id -> references.existing(accountId(id, row, source), column);
            case ByName name -> references.accountNamed(said, column);
            case ByDomain domain -> references.accountOfDomain(lower(said), column);
            case ByEmail email -> throw notFor(email, "account");
        });
    }

    default void referToPerson(Row row, String source, References references) {
        value().find(row).ifPresent(said -> {
            switch (this) {
                case ById id -> references.employee(Optional.of(personId(id, row, source)));
                case ByEmail email -> references.email(Optional.of(lower(said)));
                case ByName name -> throw notFor(name, "person");
                case ByDomain domain -> throw notFor(domain, "person");
            }
        });
    }

    default Optional<PersonId> findPerson(Row row, String source, References references) {
        var column = value().column();
        return value().find(row).map(said -> switch (this) {
            case ById id -> references.existing(personId(id, row, source), column);
            case ByEmail email -> references.person(lower(said), column);
            case ByName name -> throw notFor(name, "person");
            case ByDomain domain -> throw notFor(domain, "person");
        });
    }

    default void referToOpportunity(Row row, String source, References references) {
        value().find(row).ifPresent(said -> references.key(Optional.of(opportunityId(row, source))));
    }

    default OpportunityId getOpportunity(Row row, String source, References references) {
        value().get(row);
        return references.existing(opportunityId(row, source), value().column());
    }

    private OpportunityId opportunityId(Row row, String source) {
        if (this instanceof ById id) {
            return new OpportunityId(id.key().key(row, source, false));
        }
        throw notFor(this, "opportunity");
    }

    private static AccountId accountId(ById id, Row row, String source) {
        return new AccountId(id.key().key(row, source, false));
    }

    private static PersonId personId(ById id, Row row, String source) {
        return new PersonId(id.key().key(row, source, true));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The reader of mappings lets no such rule pass. */
    private static IllegalStateException notFor(ReferenceRule rule, String what) {
        return new IllegalStateException(
                "line %d of the mapping finds no %s".formatted(rule.value().line(), what));
    }

    /** The entity a key stands for, if the mapping names one. */
    static <K extends EntityKey> K required(Optional<K> found, ReferenceRule rule) {
        return found.orElseThrow(() -> new RejectedRow(
                RejectCode.MISSING_VALUE,
                rule.value().column(),
                "%s is empty and must not be".formatted(rule.value().inWords())));
    }
}
